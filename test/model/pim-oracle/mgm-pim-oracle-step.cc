/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-pim-oracle-step.h"

#include "model/mfe/mgm-numbers.h"

#include <array>

namespace ns3
{
namespace mgm
{

namespace
{

using Verb = PimOracleStep::Verb;

constexpr uint32_t OWN_HOST = 5; // neighbors have smaller and greater addresses
constexpr std::array<uint32_t, 4> HOSTS{2, 8, 3, 9};
constexpr uint32_t ORACLE_GROUP = 0xEF010101;  // 239.1.1.1
constexpr uint32_t ORACLE_SOURCE = 0x0A090001; // 10.9.0.1
constexpr PimOracleTime MILLISECOND = 1'000'000;
constexpr std::array<PimOracleLanDelay, 3> DELAYS{
    PimOracleLanDelay{500 * MILLISECOND, 2500 * MILLISECOND},
    PimOracleLanDelay{1000 * MILLISECOND, 2500 * MILLISECOND},
    PimOracleLanDelay{500 * MILLISECOND, 4000 * MILLISECOND}};
/// How often each verb is drawn, in their order.
constexpr std::array<uint32_t, 15> VERB_WEIGHTS{12, 14, 7, 14, 5, 5, 4, 14, 9, 8, 7, 1, 1, 3, 1};

uint32_t
HostOn(uint32_t interface, uint32_t host)
{
    return 0x0A000000 + (interface << 8) + host;
}

/// Short times hit overrides and Grafts, long ones the other timers.
PimOracleTime
DrawPause(Numbers& numbers)
{
    constexpr std::array<uint32_t, 6> weights{4, 8, 5, 3, 1, 1};
    constexpr std::array<uint32_t, 6> limits{1, 1000, 3500, 20000, 70000, 220000};
    return PimOracleTime{numbers.Below(limits.at(DrawPlace(numbers, weights)))} * MILLISECOND;
}

PimOracleRoute
MakeRoute(uint32_t interface, uint32_t host, uint32_t metric)
{
    return {interface, host == 0 ? 0 : HostOn(interface, host), 110, metric, 24};
}

PimOracleMessage
MakeHello(uint32_t interface, uint32_t host, uint32_t holdtime)
{
    PimOracleMessage hello;
    hello.interface = interface;
    hello.kind = PimOracleKind::HELLO;
    hello.from = HostOn(interface, host);
    hello.holdtime = holdtime;
    hello.generation = 7;
    hello.lanDelay = DELAYS[0];
    hello.refreshInterval = 60;
    return hello;
}

} // namespace

PimOracleSetup
MakePimOracleSetup(uint64_t bits)
{
    Numbers numbers(bits);
    PimOracleSetup setup;
    const auto count = 3 + numbers.Below(2);
    for (uint32_t interface = 1; interface <= count; ++interface)
    {
        PimOracleInterfaceSetup added{HostOn(interface, OWN_HOST)};
        added.lanDelay = DELAYS.at(numbers.Below(4) % DELAYS.size());
        if (numbers.Below(10) == 9)
        {
            added.lanDelay.reset();
        }
        added.threshold = numbers.Below(8) == 7 ? 2 : 0;
        setup.interfaces.push_back(added);
    }
    setup.interfaces.back().isForeign = count == 4 && numbers.Below(2) == 1;
    setup.pruneHoldtime = numbers.Below(4) == 3 ? 90 : 210;
    setup.graftRetries = numbers.Below(4) == 3 ? 2 : 0;
    setup.refreshInterval = numbers.Below(3) == 2 ? 20 : 60;
    setup.refreshLimit = (numbers.Below(3) == 2 ? 10 : 0) * PIM_ORACLE_SECOND;
    setup.refreshTtl = numbers.Below(4) == 3 ? 16 : 0;
    setup.isRefreshCapable = numbers.Below(5) != 4;
    setup.comparesHellos = numbers.Below(3) == 2;
    setup.mayForget = numbers.Below(2) == 1;
    return setup;
}

std::vector<PimOracleEvent>
MakePimOracleStart(uint64_t bits, const PimOracleSetup& setup)
{
    Numbers numbers(bits);
    std::vector<PimOracleEvent> events;
    for (uint32_t interface = 1; interface <= setup.interfaces.size(); ++interface)
    {
        const auto count = setup.interfaces[interface - 1].isForeign ? 0 : numbers.Below(4);
        for (uint32_t i = 0; i < count; ++i)
        {
            PimOracleEvent event;
            event.time = (1 + numbers.Below(4)) * MILLISECOND;
            event.time += events.empty() ? 0 : events.back().time;
            event.kind = PimOracleEvent::Kind::MESSAGE;
            event.message =
                MakeHello(interface, HOSTS.at(i), numbers.Below(4) == 3 ? 105 : PIM_ORACLE_FOREVER);
            events.push_back(event);
        }
    }
    for (uint32_t source = 0; source < 2; ++source)
    {
        PimOracleEvent event;
        event.time = events.empty() ? 0 : events.back().time;
        event.kind = PimOracleEvent::Kind::ROUTE;
        event.key = {ORACLE_SOURCE + source, ORACLE_GROUP};
        const auto which = numbers.Below(5);
        const auto interface = 1 + numbers.Below(2);
        event.route = MakeRoute(interface, which == 4 ? 0 : HOSTS[numbers.Below(2)], 20);
        if (which == 3 && setup.interfaces.back().isForeign)
        {
            event.route = MakeRoute(4, 0, 20);
        }
        events.push_back(event);
    }
    return events;
}

PimOracleStep
MakePimOracleStep(uint64_t bits, const PimOracleSetup& setup)
{
    Numbers numbers(bits);
    PimOracleStep step;
    step.verb = static_cast<Verb>(DrawPlace(numbers, VERB_WEIGHTS));
    step.interface = numbers.Below(static_cast<uint32_t>(setup.interfaces.size()) + 3);
    step.interface = step.interface > setup.interfaces.size() ? 0 : step.interface;
    step.who = numbers.Below(8);
    step.value = numbers.Below(12);
    step.isOdd = numbers.Below(10) == 9;
    step.source = numbers.Below(8) == 7 ? 1 : 0;
    step.detail = numbers.Below(24);
    step.timer = numbers.Below(5) == 4 ? 1 + numbers.Below(2) : 0;
    step.pause = DrawPause(numbers);
    return step;
}

} // namespace mgm
} // namespace ns3
