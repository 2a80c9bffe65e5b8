/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_LADDER_HTML_H
#define MGM_LADDER_HTML_H

#include "mgm-ladder-model.h"
#include "mgm-ladder-options.h"

#include <ostream>
#include <vector>

namespace ns3
{
namespace mgm
{

/**
 * @brief Writes ladder diagrams as a page that needs nothing else: the SVG, with zoom, a filter,
 * heads that stay in sight, and the whole record and its causes under the pointer.
 * @param models the diagrams, at least one
 * @param options how to draw
 * @param os where to write
 */
void WriteLadderHtml(const std::vector<LadderModel>& models,
                     const LadderOptions& options,
                     std::ostream& os);

} // namespace mgm
} // namespace ns3

#endif // MGM_LADDER_HTML_H
