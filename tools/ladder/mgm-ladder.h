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

/*
 * DOC tools/ladder: traces as pictures.
 *
 * Three steps, with a plain structure between them. LadderBuilder reads a trace and makes a
 * LadderModel: lanes, arrows and marks with labels, bars of calls, strips of owners, brackets.
 * LadderColumns and LadderTimeAxis find where all of it stands. The writers draw it: as SVG, or as
 * a page with the SVG in it. A timeline for Perfetto needs no places and goes its own way
 * (PerfettoWriter), with the lanes and the selection shared.
 *
 * The builder owns its helpers: LadderSelection (which records), LadderLanes (whose lane),
 * LadderPackets (many packets as one item), LadderOwnership (strips and brackets). It hands the
 * model over when the trace is read; a drawer reads the model and changes nothing.
 *
 * Order: every record, also those that are not shown, because they tell which clients there are,
 * who owns what, and from where causes lead; then, for those that are shown, an item. The lanes
 * are put in order at the end (mgm-ladder-finish.h), when all are known.
 *
 * What must hold: the model goes with what is shown, not with the length of the trace, and has a
 * limit; the order of items is that of the records; labels of one row don't overlap; all text is
 * escaped; the same trace and options give the same picture.
 */

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
