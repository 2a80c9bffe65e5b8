/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_PIM_ORACLE_VIEW_H
#define MGM_PIM_ORACLE_VIEW_H

#include "mgm-pim-oracle-due.h"
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
    std::vector<PimOracleMetric> winners;               ///< by interface, from 1 on; losers only
    uint32_t incoming{0};                               ///< RPF_interface(S); 0: none
    uint32_t neighbor{0};                               ///< RPF'(S); 0: nobody
    PimOracleInterfaces outgoing{0};                    ///< where packets are forwarded (4.2)
    /// When timers expire, but for OT, and for those that never do.
    std::map<std::pair<PimOracleDue::Kind, uint32_t>, PimOracleTime> timers;
    /// When OT expires, if it runs. The model knows only between which moments.
    std::optional<PimOracleTime> override;

    /// @param other another one @return whether both are the same, but for OT
    bool operator==(const PimOracleView& other) const;
};

/// Writes a view as one line.
std::ostream& operator<<(std::ostream& os, const PimOracleView& view);

} // namespace mgm
} // namespace ns3

#endif // MGM_PIM_ORACLE_VIEW_H
