/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-pim-neighbor.h"

#include <algorithm>
#include <iterator>

namespace ns3
{
namespace mgm
{

namespace
{

/// The Holdtime option of a time: 0 only for 0, and less than for ever.
uint16_t
ToHoldtime(const std::optional<Time>& holdtime)
{
    if (!holdtime)
    {
        return PIM_HOLDTIME_FOREVER;
    }
    const Time second = Seconds(1);
    const auto seconds =
        (holdtime->GetTimeStep() + second.GetTimeStep() - 1) / second.GetTimeStep();
    return static_cast<uint16_t>(std::clamp<int64_t>(seconds, 0, PIM_HOLDTIME_FOREVER - 1));
}

std::optional<Time>
ToTime(uint16_t holdtime)
{
    return holdtime == PIM_HOLDTIME_FOREVER ? std::nullopt : std::optional<Time>(Seconds(holdtime));
}

} // namespace

PimNeighbor
ReadHello(const PimHello& hello, Ipv4Address source, Time defaultHoldtime)
{
    PimNeighbor router;
    router.address = source;
    router.holdtime = defaultHoldtime;
    if (const auto* option = hello.Find<PimHoldtime>())
    {
        router.holdtime = ToTime(option->seconds);
    }
    if (const auto* option = hello.Find<PimLanPruneDelay>())
    {
        router.lanDelay = {option->tracking,
                           MilliSeconds(option->propagationDelay),
                           MilliSeconds(option->overrideInterval)};
    }
    if (const auto* option = hello.Find<PimDrPriority>())
    {
        router.drPriority = option->priority;
    }
    if (const auto* option = hello.Find<PimGenerationId>())
    {
        router.generationId = option->id;
    }
    if (const auto* option = hello.Find<PimStateRefreshCapable>())
    {
        router.refreshInterval = Seconds(option->interval);
    }
    if (const auto* option = hello.Find<PimAddressList>())
    {
        std::copy_if(option->addresses.begin(),
                     option->addresses.end(),
                     std::back_inserter(router.secondaries),
                     [source](const auto& address) { return address != source; });
    }
    return router;
}

PimHello
MakeHello(const PimNeighbor& router)
{
    PimHello hello;
    hello.options.emplace_back(PimHoldtime{ToHoldtime(router.holdtime)});
    if (const auto& delay = router.lanDelay)
    {
        hello.options.emplace_back(
            PimLanPruneDelay{delay->tracking,
                             static_cast<uint16_t>(delay->propagationDelay.GetMilliSeconds()),
                             static_cast<uint16_t>(delay->overrideInterval.GetMilliSeconds())});
    }
    if (router.drPriority)
    {
        hello.options.emplace_back(PimDrPriority{*router.drPriority});
    }
    if (router.generationId)
    {
        hello.options.emplace_back(PimGenerationId{*router.generationId});
    }
    if (router.refreshInterval)
    {
        const auto seconds = router.refreshInterval->GetTimeStep() / Seconds(1).GetTimeStep();
        hello.options.emplace_back(PimStateRefreshCapable{1, static_cast<uint8_t>(seconds)});
    }
    if (!router.secondaries.empty())
    {
        hello.options.emplace_back(PimAddressList{router.secondaries});
    }
    return hello;
}

} // namespace mgm
} // namespace ns3
