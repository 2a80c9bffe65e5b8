/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_LADDER_SVG_H
#define MGM_LADDER_SVG_H

#include "mgm-ladder-model.h"
#include "mgm-ladder-options.h"

#include <ostream>
#include <vector>

namespace ns3
{
namespace mgm
{

/**
 * @brief Draws ladder diagrams side by side as SVG, on one time axis.
 * @param models the diagrams, at least one
 * @param options how to draw
 * @param os where to write
 */
void WriteLadderSvg(const std::vector<LadderModel>& models,
                    const LadderOptions& options,
                    std::ostream& os);

} // namespace mgm
} // namespace ns3

#endif // MGM_LADDER_SVG_H
