/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-digits.h"
#include "mgm-igmp-host-run.h"

namespace ns3
{
namespace mgm
{

namespace
{

constexpr uint32_t HOST_SOURCES = 4;

Time
DrawHostWait(Digits& digits)
{
    switch (digits.Below(4))
    {
    case 0:
        return MilliSeconds(0);
    case 1:
        return MilliSeconds(digits.Below(300));
    case 2:
        return MilliSeconds(digits.Below(2000));
    default:
        return MilliSeconds(digits.Below(8000));
    }
}

} // namespace

IgmpHostSetup
MakeHostSetup(uint64_t bits)
{
    Digits digits(bits);
    return {1 + digits.Below(4), MilliSeconds(200 * (1 + digits.Below(10)))};
}

IgmpHostStep
MakeHostStep(uint64_t bits)
{
    Digits digits(bits);
    IgmpHostStep step;
    step.wait = DrawHostWait(digits);
    step.isQuery = digits.OnceIn(2);
    step.socket = digits.Below(3);
    step.group = FIRST_GROUP + (digits.OnceIn(4) ? 1 : 0);
    step.filter.isExclude = digits.OnceIn(2);
    step.filter.sources = digits.OnceIn(4) ? 0 : digits.Below(1U << HOST_SOURCES);
    if (step.isQuery)
    {
        step.code = static_cast<uint8_t>(1 + digits.Below(digits.OnceIn(2) ? 127 : 30));
        step.group = digits.OnceIn(3) ? 0 : step.group;
        step.filter.sources = step.group != 0 ? step.filter.sources : 0;
    }
    step.isLinkChange = digits.OnceIn(12);
    return step;
}

std::ostream&
operator<<(std::ostream& os, const IgmpHostStep& step)
{
    os << "+" << step.wait.GetSeconds() << "s ";
    if (step.isLinkChange)
    {
        return os << "link";
    }
    if (step.isQuery)
    {
        os << "query " << 0.1 * step.code << "s";
    }
    else
    {
        os << "socket " << step.socket << (step.filter.isExclude ? " EXCLUDE" : " INCLUDE");
    }
    return os << ' ' << Ipv4Address(step.group) << ' ' << ToText(ToAddresses(step.filter.sources));
}

} // namespace mgm
} // namespace ns3
