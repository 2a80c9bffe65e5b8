/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-igmp-intervals.h"

#include "ns3/mgm-igmp-time-code.h"

#include <sstream>

namespace ns3
{
namespace mgm
{

namespace
{

constexpr uint8_t LARGEST_CODE = 0xFF;

std::string
ToText(Time time)
{
    std::ostringstream os;
    os << time.GetSeconds() << 's';
    return os.str();
}

/// What is wrong with a time that queries of a version say.
std::optional<IgmpIntervalFault>
CheckOnWire(const std::string& attribute, Time found, Time longest, uint8_t version)
{
    if (found <= longest)
    {
        return {};
    }
    const auto name = " with IGMPv" + std::to_string(version);
    return IgmpIntervalFault{attribute, found, "a time of at most " + ToText(longest) + name};
}

} // namespace

std::optional<IgmpIntervalFault>
IgmpIntervals::Check() const
{
    if (response >= query)
    {
        return IgmpIntervalFault{"QueryResponseInterval",
                                 response,
                                 "a time less than the QueryInterval, " + ToText(query)};
    }
    if (version == 1)
    {
        return {};
    }
    const bool isV2 = version == 2;
    const auto longest = isV2 ? DecodeLinearTenths(LARGEST_CODE) : DecodeMaxRespCode(LARGEST_CODE);
    auto fault = CheckOnWire("QueryResponseInterval", response, longest, version);
    if (!fault)
    {
        fault = CheckOnWire("LastMemberQueryInterval", lastMember, longest, version);
    }
    if (!fault && !isV2)
    {
        fault = CheckOnWire("QueryInterval", query, DecodeQqic(LARGEST_CODE), version);
    }
    return fault;
}

} // namespace mgm
} // namespace ns3
