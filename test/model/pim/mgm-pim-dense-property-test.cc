/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-pim-dense-fixture.h"

#include <algorithm>
#include <rapidcheck/gtest.h>
#include <utility>
#include <vector>

namespace ns3
{
namespace mgm
{

/// @brief Any events in any order, among those that a router can meet.
class PimDensePropertyTest : public PimDenseTest
{
  protected:
    /// Something that happens: what, and where or how.
    using Happening = std::pair<uint8_t, uint8_t>;

    /// @brief Has something happen. @param happening what
    void Happen(const Happening& happening)
    {
        const auto [what, how] = happening;
        const uint32_t interface = 1 + how % 3;
        switch (what % 5)
        {
        case 0:
            HearFromBelow(interface, how / 3);
            break;
        case 1:
            HearMetric(interface, how / 3);
            break;
        case 2:
            ChangeNode(interface, how / 3);
            break;
        case 3:
            ChangeRpf(how);
            break;
        default:
            Wait(how / 4.0);
            break;
        }
    }

    /// @brief Checks what must always hold.
    void CheckState()
    {
        const auto entry = tib->Find(stream);
        if (!entry)
        {
            RC_ASSERT(!node.isInUse || node.told.empty());
            return;
        }
        const auto& upstream = entry->GetUpstream();
        const auto& macros = entry->GetMacros();
        using State = PimDenseUpstreamState;
        const auto state = upstream.GetState();
        RC_ASSERT(!upstream.GetPruneLimitTimer().IsRunning() || state == State::PRUNED);
        RC_ASSERT(!upstream.GetGraftRetryTimer().IsRunning() || state == State::ACK_PENDING);
        RC_ASSERT(!upstream.GetOverrideTimer().IsRunning() || state != State::PRUNED);
        RC_ASSERT(state != State::PRUNED || macros.Olist().empty());
        RC_ASSERT(state != State::ACK_PENDING || (macros.HasUpstream() && !macros.Olist().empty()));
        for (const uint32_t interface : {1, 2, 3})
        {
            CheckInterface(*entry, interface);
        }
    }

  private:
    /// @brief A message of section 4.4 or a data packet arrives. @param interface where
    /// @param which which one
    void HearFromBelow(uint32_t interface, int which)
    {
        if (node.links.count(interface) == 0)
        {
            return;
        }
        constexpr const char* ADDRESSES[]{"10.0.1.1", "10.0.2.1", "10.0.3.1"};
        const auto* to = which % 2 == 0 ? ADDRESSES[interface - 1] : "10.0.1.2";
        switch (which / 2 % 5)
        {
        case 0:
            Prune(interface, to, static_cast<uint16_t>(which));
            break;
        case 1:
            Join(interface, to);
            break;
        case 2:
            Graft(interface, "10.0.2.2");
            break;
        case 3:
            GraftAck();
            break;
        default:
            Data(interface);
            break;
        }
    }

    /// @brief An Assert or a State Refresh arrives. @param interface where @param which which one
    void HearMetric(uint32_t interface, int which)
    {
        constexpr const char* SENDERS[]{"10.0.1.2", "10.0.1.3", "10.0.2.9"};
        const auto* sender = SENDERS[which % 3];
        const auto metric = static_cast<uint32_t>(10 * (which / 3 % 4));
        switch (which / 12 % 4)
        {
        case 0:
            Assert(interface, sender, 110, metric);
            break;
        case 1:
            AssertCancel(interface, sender);
            break;
        default:
            Refresh(which % 2 == 0, interface, sender, 110, metric);
            break;
        }
    }

    /// @brief The node changes. @param interface where @param which how
    void ChangeNode(uint32_t interface, int which)
    {
        auto& link = node.links[interface];
        link.address = Ipv4Address(0x0A000001 + (interface << 8));
        switch (which % 8)
        {
        case 0:
            link.includesAny = !link.includesAny;
            break;
        case 1:
            link.includes = !link.includes;
            break;
        case 2:
            link.excludes = !link.excludes;
            break;
        case 3:
            link.isBoundary = !link.isBoundary;
            break;
        case 4:
            link.neighbors = {Ipv4Address("10.0.2.2"), Ipv4Address("10.0.2.9")};
            break;
        case 5:
            link.neighbors.clear();
            tib->LoseNeighbor(interface, Ipv4Address("10.0.2.9"));
            return;
        case 6:
            node.links.erase(interface);
            tib->LoseInterface(interface);
            return;
        default:
            tib->RestartNeighbor(interface, Ipv4Address("10.0.1.2"));
            return;
        }
        tib->Update();
    }

    /// @brief The route changes. @param how to which one
    void ChangeRpf(int how)
    {
        constexpr const char* HOPS[]{"10.0.1.2", "10.0.1.3", nullptr};
        if (how % 7 == 0)
        {
            node.route.reset();
            tib->Update();
            return;
        }
        Route(1 + how % 2, HOPS[how / 2 % 3]);
    }

    /// @brief Checks what must always hold on an interface. @param entry the (S,G)
    /// @param interface the interface
    void CheckInterface(const PimDenseEntry& entry, uint32_t interface)
    {
        if (const auto* downstream = entry.GetDownstream(interface))
        {
            using State = PimDenseDownstreamState;
            const auto state = downstream->GetState();
            RC_ASSERT(downstream->GetPrunePendingTimer().IsRunning() ==
                      (state == State::PRUNE_PENDING));
            RC_ASSERT(downstream->GetPruneTimer().IsRunning() == (state == State::PRUNED));
            RC_ASSERT(state == State::NO_INFO || !entry.GetMacros().IsRpfInterface(interface));
        }
        if (const auto* assertion = entry.GetAssert(interface))
        {
            using State = PimDenseAssertState;
            const auto state = assertion->GetState();
            RC_ASSERT(assertion->GetAssertTimer().IsRunning() == (state != State::NO_INFO));
            RC_ASSERT(state != State::WINNER || entry.GetMacros().CouldAssert(interface));
            RC_ASSERT((assertion->GetWinner().address == Ipv4Address::GetZero()) ==
                      (state == State::NO_INFO));
        }
    }
};

RC_GTEST_FIXTURE_PROP(PimDensePropertyTest,
                      TimersAndStatesFitTogether,
                      (const std::vector<Happening>& happenings))
{
    for (const auto& happening : happenings)
    {
        Happen(happening);
        CheckState();
    }
}

RC_GTEST_FIXTURE_PROP(PimDensePropertyTest,
                      AllStateEndsWithTime,
                      (const std::vector<Happening>& happenings))
{
    for (const auto& happening : happenings)
    {
        Happen(happening);
    }
    node.isInUse = false;
    Wait(1000);
    tib->Update();
    RC_ASSERT(tib->GetSourceGroups().empty());
}

/// What is told last is what the state says, and no message names nobody.
RC_GTEST_FIXTURE_PROP(PimDensePropertyTest,
                      WhatIsToldIsWhatIs,
                      (const std::vector<Happening>& happenings))
{
    for (const auto& happening : happenings)
    {
        Happen(happening);
        const auto entry = tib->Find(stream);
        if (entry)
        {
            const auto end = " to {" + PimDenseFakeNode::ToText(entry->GetOutgoing()) + "}";
            const auto& told = node.told.back();
            RC_ASSERT(told.size() >= end.size());
            RC_ASSERT(told.compare(told.size() - end.size(), end.size(), end) == 0);
        }
        for (const auto& message : node.sent)
        {
            RC_ASSERT(message.find("0.0.0.0") == std::string::npos);
        }
    }
}

} // namespace mgm
} // namespace ns3
