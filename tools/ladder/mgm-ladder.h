/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_LADDER_H
#define MGM_LADDER_H

#include "mgm-ladder-options.h"

#include <optional>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

namespace ns3
{
namespace mgm
{

/// @ingroup mgm
/// @brief How a ladder diagram is written.
enum class LadderFormat : uint8_t
{
    SVG,      ///< A picture.
    HTML,     ///< A page to look around in.
    PERFETTO, ///< A timeline for Perfetto or Chrome.
};

/**
 * @param name a name
 * @return the format of that name, if there is one
 */
std::optional<LadderFormat> LadderFormatFromString(std::string_view name);

/**
 * @brief Reads a time such as "2s".
 * @param text the time
 * @param option the option that has it, such as "--from"
 * @return the time [ns]
 * @throws InputError if it is none
 */
int64_t ReadLadderTime(const std::string& text, const std::string& option);

/**
 * @brief Draws ladder diagrams of traces.
 * @param files the traces; a timeline takes one, a picture or a page any number side by side
 * @param format how they are written
 * @param options what to show
 * @param stepNs least time between two records of a timeline [ns]
 * @param os where to write
 * @throws InputError if a trace is damaged, or nothing or too much would be shown
 */
void WriteLadders(const std::vector<std::string>& files,
                  LadderFormat format,
                  const LadderOptions& options,
                  int64_t stepNs,
                  std::ostream& os);

} // namespace mgm
} // namespace ns3

#endif // MGM_LADDER_H
