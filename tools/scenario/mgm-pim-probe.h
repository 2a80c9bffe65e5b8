/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_PIM_PROBE_H
#define MGM_PIM_PROBE_H

#include "ns3/mgm-pim-dense-entry.h"
#include "ns3/mgm-pim-dense-router.h"

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace ns3
{
namespace mgm
{

/// @ingroup mgm
/// @brief What dense mode knows of an (S,G) on an interface.
struct PimDenseInterfaceState
{
    PimDenseDownstreamState downstream{}; ///< DownstreamPState(S,G,I).
    Time pruneTimer;                      ///< Left of PT(S,G,I); 0 if it does not run.
    Time prunePendingTimer;               ///< Left of PPT(S,G,I); 0 if it does not run.
    PimDenseAssertState assertion{};      ///< State of the Assert machine.
    Ipv4Address winner{ANY_ADDRESS};      ///< AssertWinner(S,G,I); 0.0.0.0 if there is none.
    Time assertTimer;                     ///< Left of AT(S,G,I); 0 if it does not run.
};

/// @ingroup mgm
/// @brief What dense mode knows of an (S,G).
struct PimDenseState
{
    SourceGroup sourceGroup;              ///< The (S,G).
    PimDenseUpstreamState upstream{};     ///< Upstream(S,G).
    std::optional<uint32_t> incoming;     ///< RPF_interface(S); nothing: there is no route.
    Ipv4Address rpfNeighbor{ANY_ADDRESS}; ///< RPF'(S); 0.0.0.0 if there is none.
    std::set<uint32_t> outgoing;          ///< Where packets are forwarded.
    PimDenseOriginatorState originator{}; ///< Origination(S,G).
    Time graftRetryTimer;                 ///< Left of GRT(S,G); 0 if it does not run.
    Time overrideTimer;                   ///< Left of OT(S,G); 0 if it does not run.
    Time pruneLimitTimer;                 ///< Left of PLT(S,G); 0 if it does not run.
    /// Of each interface of the router, by its index.
    std::map<uint32_t, PimDenseInterfaceState> interfaces;
};

/**
 * @param router a router
 * @param sourceGroup an (S,G)
 * @return what it knows of it; nothing if it has no state
 */
std::optional<PimDenseState> GetPimDenseState(const PimDenseRouter& router,
                                              const SourceGroup& sourceGroup);

/**
 * @param router a router
 * @return what it knows of each (S,G) that has state, sorted
 */
std::vector<PimDenseState> GetPimDenseStates(const PimDenseRouter& router);

/**
 * @param name name of a state in traces, such as "ACK_PENDING"
 * @return what scenarios and summaries call it, such as "ack-pending"
 */
std::string ToWord(std::string_view name);

} // namespace mgm
} // namespace ns3

#endif // MGM_PIM_PROBE_H
