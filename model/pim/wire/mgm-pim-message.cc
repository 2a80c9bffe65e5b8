/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-pim-message.h"

#include "ns3/mgm-enum-names.h"
#include "ns3/mgm-trace-words.h"
#include "ns3/mgm-write-some.h"

namespace ns3
{
namespace mgm
{

namespace
{

// The type of a message, for each of the structures.

PimType
TypeOf(const PimHello&)
{
    return PimType::HELLO;
}

PimType
TypeOf(const PimRegister&)
{
    return PimType::REGISTER;
}

PimType
TypeOf(const PimRegisterStop&)
{
    return PimType::REGISTER_STOP;
}

PimType
TypeOf(const PimJoinPrune& message)
{
    return message.type;
}

PimType
TypeOf(const PimBootstrap&)
{
    return PimType::BOOTSTRAP;
}

PimType
TypeOf(const PimAssert&)
{
    return PimType::ASSERT;
}

PimType
TypeOf(const PimCandidateRp&)
{
    return PimType::CANDIDATE_RP;
}

PimType
TypeOf(const PimStateRefresh&)
{
    return PimType::STATE_REFRESH;
}

// What a summary says of a message.

/// Source and group.
struct Pair
{
    Ipv4Address source;
    Ipv4Address group;
};

std::ostream&
operator<<(std::ostream& os, const Pair& pair)
{
    os << '(';
    if (pair.source.Get() == 0)
    {
        os << '*';
    }
    else
    {
        os << pair.source;
    }
    return os << ',' << pair.group << ')';
}

/// Metric preference and metric.
struct Metric
{
    uint32_t preference;
    uint32_t metric;
};

std::ostream&
operator<<(std::ostream& os, const Metric& metric)
{
    if (metric.preference == PIM_INFINITE_PREFERENCE && metric.metric == PIM_INFINITE_METRIC)
    {
        return os << "infinite";
    }
    return os << metric.preference << '/' << metric.metric;
}

std::ostream&
operator<<(std::ostream& os, const PimGroup& group)
{
    return os << group.address << '/' << +group.maskLength;
}

void
WriteOption(std::ostream& os, const PimHoldtime& option)
{
    if (option.seconds == 0)
    {
        os << "goodbye";
    }
    else if (option.seconds == PIM_HOLDTIME_FOREVER)
    {
        os << "holdtime forever";
    }
    else
    {
        os << "holdtime " << option.seconds << 's';
    }
}

void
WriteOption(std::ostream& os, const PimLanPruneDelay& option)
{
    os << "delay " << option.propagationDelay << '+' << option.overrideInterval << "ms";
    if (option.tracking)
    {
        os << " T";
    }
}

void
WriteOption(std::ostream& os, const PimDrPriority& option)
{
    os << "priority " << option.priority;
}

void
WriteOption(std::ostream& os, const PimGenerationId& option)
{
    os << "generation " << option.id;
}

void
WriteOption(std::ostream& os, const PimStateRefreshCapable& option)
{
    os << "state refresh " << +option.interval << 's';
}

void
WriteOption(std::ostream& os, const PimAddressList& option)
{
    os << "also ";
    WriteSome(os, option.addresses, " ", [&os](const auto& address) { os << address; });
}

void
WriteOption(std::ostream& os, const PimInterfaceId& option)
{
    os << "interface " << option.routerId << ':' << option.interfaceId;
}

void
WriteOption(std::ostream& os, const PimUnknownOption& option)
{
    os << "option " << option.type;
}

void
WriteMessage(std::ostream& os, const PimHello& hello)
{
    WriteSome(os, hello.options, ", ", [&os](const PimHelloOption& option) {
        std::visit([&os](const auto& value) { WriteOption(os, value); }, option);
    });
}

void
WriteMessage(std::ostream& os, const PimRegister& message)
{
    os << (message.isNull ? "null" : "data");
}

void
WriteMessage(std::ostream& os, const PimRegisterStop& message)
{
    os << Pair{message.source, message.group.address};
}

void
WriteSource(std::ostream& os, const PimSource& source)
{
    if (source.isWildcard)
    {
        os << "*(" << source.address << ')';
    }
    else
    {
        os << source.address << (source.isRpt ? "(rpt)" : "");
    }
}

void
WriteSources(std::ostream& os, const char* verb, const std::vector<PimSource>& sources)
{
    if (!sources.empty())
    {
        os << verb;
        WriteSome(os, sources, ",", [&os](const PimSource& source) { WriteSource(os, source); });
    }
}

void
WriteMessage(std::ostream& os, const PimJoinPrune& message)
{
    os << "to " << message.upstreamNeighbor << ' ' << message.holdtime << "s ";
    WriteSome(os, message.groups, "; ", [&os](const PimGroupSet& set) {
        os << set.group.address;
        WriteSources(os, " join ", set.joined);
        WriteSources(os, " prune ", set.pruned);
    });
}

void
WriteMessage(std::ostream& os, const PimBootstrap& message)
{
    os << message.bsr << " priority " << +message.priority << " hash /" << +message.hashMaskLength
       << " tag " << message.fragmentTag << (message.isNoForward ? " N " : " ");
    WriteSome(os, message.ranges, "; ", [&os](const PimRpSet& set) {
        os << set.group << ": ";
        WriteSome(os, set.rps, ", ", [&os](const PimRp& rp) {
            os << rp.address << " priority " << +rp.priority << ' ' << rp.holdtime << 's';
        });
    });
}

void
WriteMessage(std::ostream& os, const PimAssert& message)
{
    os << Pair{message.source, message.group.address} << (message.isRpt ? " rpt " : " ")
       << Metric{message.preference, message.metric};
}

void
WriteMessage(std::ostream& os, const PimCandidateRp& message)
{
    os << message.rp << " priority " << +message.priority << ' ' << message.holdtime << "s ";
    WriteSome(os, message.groups, " ", [&os](const PimGroup& group) { os << group; });
}

void
WriteMessage(std::ostream& os, const PimStateRefresh& message)
{
    os << Pair{message.source, message.group.address} << " from " << message.originator << ' '
       << Metric{message.preference, message.metric} << " ttl " << +message.ttl
       << (message.pruneIndicator ? " P" : "");
}

} // namespace

PimType
GetType(const PimMessage& message)
{
    return std::visit([](const auto& m) { return TypeOf(m); }, message);
}

std::string_view
ToString(PimType type)
{
    constexpr EnumNames<PimType> NAMES{words::PIM_HELLO,
                                       words::PIM_REGISTER,
                                       words::PIM_REGISTER_STOP,
                                       words::PIM_JOIN_PRUNE,
                                       words::PIM_BOOTSTRAP,
                                       words::PIM_ASSERT,
                                       words::PIM_GRAFT,
                                       words::PIM_GRAFT_ACK,
                                       words::PIM_CANDIDATE_RP,
                                       words::PIM_STATE_REFRESH};
    return NAMES[type];
}

std::string_view
GetName(const PimMessage& message)
{
    return ToString(GetType(message));
}

std::ostream&
operator<<(std::ostream& os, const PimMessage& message)
{
    std::visit([&os](const auto& m) { WriteMessage(os, m); }, message);
    return os;
}

} // namespace mgm
} // namespace ns3
