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

/// How long something holds.
struct Holdtime
{
    uint16_t seconds;
};

std::ostream&
operator<<(std::ostream& os, const Holdtime& holdtime)
{
    if (holdtime.seconds == PIM_HOLDTIME_FOREVER)
    {
        return os << "forever";
    }
    return os << holdtime.seconds << 's';
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
    else
    {
        os << "holdtime " << Holdtime{option.seconds};
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
    os << "to " << message.upstreamNeighbor << ' ' << Holdtime{message.holdtime} << ' ';
    WriteSome(os, message.groups, "; ", [&os](const PimGroupSet& set) {
        os << set.group.address;
        if (set.group.maskLength != 32)
        {
            os << '/' << +set.group.maskLength;
        }
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
       << Metric{message.preference, message.metric} << " mask /" << +message.maskLength << " ttl "
       << +message.ttl << " interval " << +message.interval << 's'
       << (message.pruneIndicator ? " P" : "") << (message.pruneNow ? " N" : "")
       << (message.assertOverride ? " O" : "");
}

// What a message says in particular, in a word.

/// For most messages their type says all.
struct SayingOf
{
    template <typename Message>
    std::string_view operator()(const Message& /* message */) const
    {
        return {};
    }

    std::string_view operator()(const PimHello& hello) const
    {
        for (const auto& option : hello.options)
        {
            const auto* holdtime = std::get_if<PimHoldtime>(&option);
            if (holdtime && holdtime->seconds == 0)
            {
                return words::SAYS_GOODBYE;
            }
        }
        return {};
    }

    std::string_view operator()(const PimJoinPrune& message) const
    {
        if (message.type != PimType::JOIN_PRUNE)
        {
            return {};
        }
        bool hasJoins = false;
        bool hasPrunes = false;
        for (const auto& set : message.groups)
        {
            hasJoins = hasJoins || !set.joined.empty();
            hasPrunes = hasPrunes || !set.pruned.empty();
        }
        return hasJoins && hasPrunes ? words::SAYS_JOIN_AND_PRUNE
               : hasJoins            ? words::SAYS_JOIN
               : hasPrunes           ? words::SAYS_PRUNE
                                     : std::string_view();
    }

    std::string_view operator()(const PimAssert& message) const
    {
        const bool isInfinite =
            message.preference == PIM_INFINITE_PREFERENCE && message.metric == PIM_INFINITE_METRIC;
        return isInfinite ? words::SAYS_CANCEL : std::string_view();
    }

    std::string_view operator()(const PimStateRefresh& message) const
    {
        return message.pruneIndicator ? words::SAYS_PRUNED : std::string_view();
    }
};

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

std::string_view
GetSaying(const PimMessage& message)
{
    return std::visit(SayingOf(), message);
}

std::ostream&
operator<<(std::ostream& os, const PimMessage& message)
{
    std::visit([&os](const auto& m) { WriteMessage(os, m); }, message);
    return os;
}

} // namespace mgm
} // namespace ns3
