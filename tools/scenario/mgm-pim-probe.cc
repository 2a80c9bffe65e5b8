/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-pim-probe.h"

#include <algorithm>
#include <cctype>

namespace ns3
{
namespace mgm
{

namespace
{

/// An interface on which nothing has happened is in the states that machines begin with.
PimDenseInterfaceState
GetInterfaceState(const PimDenseEntry& entry, uint32_t interface)
{
    PimDenseInterfaceState state;
    if (const auto* downstream = entry.GetDownstream(interface))
    {
        state.downstream = downstream->GetState();
        state.pruneTimer = downstream->GetPruneTimer().GetRemaining();
        state.prunePendingTimer = downstream->GetPrunePendingTimer().GetRemaining();
    }
    if (const auto* assertion = entry.GetAssert(interface))
    {
        state.assertion = assertion->GetState();
        state.winner = assertion->GetWinner().address;
        state.assertTimer = assertion->GetAssertTimer().GetRemaining();
    }
    return state;
}

} // namespace

std::optional<PimDenseState>
GetPimDenseState(const PimDenseRouter& router, const SourceGroup& sourceGroup)
{
    const auto entry = router.GetTib()->Find(sourceGroup);
    if (!entry)
    {
        return {};
    }
    PimDenseState state;
    state.sourceGroup = sourceGroup;
    state.upstream = entry->GetUpstream().GetState();
    state.incoming = entry->GetMacros().RpfInterface();
    state.rpfNeighbor = entry->GetMacros().RpfPrime();
    state.outgoing = entry->GetOutgoing();
    state.originator = entry->GetOriginator().GetState();
    state.graftRetryTimer = entry->GetUpstream().GetGraftRetryTimer().GetRemaining();
    state.overrideTimer = entry->GetUpstream().GetOverrideTimer().GetRemaining();
    state.pruneLimitTimer = entry->GetUpstream().GetPruneLimitTimer().GetRemaining();
    for (const auto& [index, interface] : router.GetInterfaceMap())
    {
        state.interfaces.emplace(index, GetInterfaceState(*entry, index));
    }
    return state;
}

std::vector<PimDenseState>
GetPimDenseStates(const PimDenseRouter& router)
{
    std::vector<PimDenseState> states;
    for (const auto& sourceGroup : router.GetTib()->GetSourceGroups())
    {
        states.push_back(*GetPimDenseState(router, sourceGroup));
    }
    return states;
}

std::string
ToWord(std::string_view name)
{
    std::string word(name);
    std::transform(word.begin(), word.end(), word.begin(), [](unsigned char letter) {
        return letter == '_' ? '-' : static_cast<char>(std::tolower(letter));
    });
    return word;
}

} // namespace mgm
} // namespace ns3
