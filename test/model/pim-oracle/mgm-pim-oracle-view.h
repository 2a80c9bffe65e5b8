/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_PIM_ORACLE_VIEW_H
#define MGM_PIM_ORACLE_VIEW_H

#include "mgm-pim-oracle-world.h"

namespace ns3
{
namespace mgm
{

/// @ingroup tests
/// @brief The state of one (S,G), as others see it.
struct PimOracleView
{
    PimOracleUpstream::State upstream{};                ///< Upstream(S,G)
    PimOracleOrigin::State origin{};                    ///< Origination(S,G)
    PimOracleInterfaces olist{0};                       ///< olist(S,G)
    std::vector<PimOracleDownstream::State> downstream; ///< by interface, from 1 on
    std::vector<PimOracleAssert::State> asserts;        ///< by interface, from 1 on
    std::vector<uint32_t> winners;                      ///< by interface, from 1 on; losers only

    /// @param other another one @return whether both are the same
    bool operator==(const PimOracleView& other) const;
};

/// Writes a view as one line.
std::ostream& operator<<(std::ostream& os, const PimOracleView& view);

} // namespace mgm
} // namespace ns3

#endif // MGM_PIM_ORACLE_VIEW_H
