/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-digits.h"
#include "mgm-igmp-router-run.h"

#include <array>

namespace ns3
{
namespace mgm
{

namespace
{

constexpr std::array<uint8_t, 3> OLDER{0x12, 0x16, 0x17};
constexpr std::array<const char*, 7>
    NAMES{"", "IS_IN", "IS_EX", "TO_IN", "TO_EX", "ALLOW", "BLOCK"};
constexpr uint32_t OTHER_ROUTER = 0x0A000005; // 10.0.0.5
constexpr uint32_t REPORTER = 0x0A000009;     // 10.0.0.9
constexpr uint32_t ROUTER_SOURCES = 6;

/// Short times hit queries and their repetitions, long ones the other timers.
Time
DrawRouterWait(Digits& digits)
{
    switch (digits.Below(6))
    {
    case 0:
        return MilliSeconds(0);
    case 1:
    case 2:
        return MilliSeconds(digits.Below(1200));
    case 3:
        return MilliSeconds(digits.Below(5000));
    case 4:
        return MilliSeconds(digits.Below(60000));
    default:
        return MilliSeconds(digits.Below(300000));
    }
}

} // namespace

IgmpRouterSetup
MakeRouterSetup(uint64_t bits)
{
    Digits digits(bits);
    IgmpRouterSetup setup;
    setup.robustness = 1 + digits.Below(4);
    setup.queryInterval = Seconds(20 + digits.Below(107));
    setup.responseInterval = Seconds(1 + digits.Below(12));
    setup.startupInterval = MilliSeconds(setup.queryInterval.GetMilliSeconds() / 4);
    setup.startupCount = setup.robustness;
    setup.lastMemberInterval = MilliSeconds(100 * (1 + digits.Below(30)));
    setup.lastMemberCount = digits.OnceIn(2) ? 1 + digits.Below(4) : setup.robustness;
    setup.isRfc9776 = digits.OnceIn(3);
    setup.address = OTHER_ROUTER;
    return setup;
}

IgmpRouterRunStep
MakeRouterStep(uint64_t bits, const IgmpRouterMix& mix)
{
    Digits digits(bits);
    IgmpRouterRunStep step;
    step.wait = DrawRouterWait(digits);
    step.group =
        ORACLE_GROUPS[digits.OnceIn(6) ? (mix.hasSsmGroups && digits.OnceIn(2) ? 2 : 1) : 0];
    step.sources = digits.Below(1U << ROUTER_SOURCES) &
                   (digits.OnceIn(4) ? 0 : digits.Below(1U << ROUTER_SOURCES));
    step.record = static_cast<IgmpRecordNumber>(1 + digits.Below(6));
    step.from = REPORTER;
    step.type = digits.OnceIn(12) ? 0 : 0x22;
    if (mix.hasOlderHosts && digits.OnceIn(4))
    {
        step.type = OLDER[digits.Below(3)];
    }
    if (mix.hasOtherQuerier && digits.OnceIn(5))
    {
        step.type = 0x11;
        step.from = OTHER_ROUTER + (digits.OnceIn(2) ? 2 : -2);
        step.group = digits.OnceIn(2) ? step.group : 0;
        step.sources = step.group != 0 ? step.sources : 0;
        step.suppress = digits.OnceIn(3);
        step.robustness = static_cast<uint8_t>(digits.Below(5));
        step.interval = static_cast<uint8_t>(digits.OnceIn(4) ? 0 : 20 + digits.Below(100));
    }
    step.isLinkChange = mix.hasLinkChanges && digits.OnceIn(8);
    return step;
}

std::ostream&
operator<<(std::ostream& os, const IgmpRouterRunStep& step)
{
    os << "+" << step.wait.GetSeconds() << "s ";
    if (step.isLinkChange)
    {
        return os << "link";
    }
    switch (step.type)
    {
    case 0:
        return os << "nothing";
    case 0x22:
        os << NAMES[static_cast<std::size_t>(step.record)];
        break;
    case 0x11:
        os << "query" << (step.suppress ? " S" : "") << " from 10.0.0." << (step.from & 0xFF)
           << " QRV " << +step.robustness << " QQI " << +step.interval;
        break;
    default:
        os << "type 0x" << std::hex << +step.type << std::dec;
        break;
    }
    return os << ' ' << Ipv4Address(step.group) << ' ' << ToText(ToAddresses(step.sources));
}

} // namespace mgm
} // namespace ns3
