/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-pim-dense-fake-node.h"

#include <sstream>
#include <utility>

namespace ns3
{
namespace mgm
{

namespace
{

/// @param type a type @return the word for what is joined
const char*
GetJoinWord(PimType type)
{
    return type == PimType::GRAFT ? "Graft " : type == PimType::GRAFT_ACK ? "GraftAck " : "Join ";
}

/// @brief Writes a Join/Prune, a Graft or a GraftAck. @param os where to @param message it
void
WriteDense(std::ostream& os, const PimJoinPrune& message)
{
    const char* separator = "";
    for (const auto& set : message.groups)
    {
        for (std::size_t i = 0; i < set.joined.size(); ++i)
        {
            os << separator << GetJoinWord(message.type) << message.upstreamNeighbor;
            separator = ", ";
        }
        for (std::size_t i = 0; i < set.pruned.size(); ++i)
        {
            os << separator << "Prune " << message.upstreamNeighbor << ' ' << message.holdtime
               << 's';
            separator = ", ";
        }
    }
}

/// @brief Writes an Assert. @param os where to @param message it
void
WriteDense(std::ostream& os, const PimAssert& message)
{
    os << (message.isRpt ? "AssertCancel " : "Assert ") << message.preference << '/'
       << message.metric;
}

/// @brief Writes a State Refresh. @param os where to @param message it
void
WriteDense(std::ostream& os, const PimStateRefresh& message)
{
    os << "StateRefresh " << message.originator << ' ' << message.preference << '/'
       << message.metric << " /" << +message.maskLength << " ttl=" << +message.ttl
       << (message.pruneIndicator ? " P" : "") << (message.pruneNow ? " N" : "")
       << (message.assertOverride ? " O" : "") << ' ' << +message.interval << 's';
}

/// @brief Writes what dense mode does not send. @param os where to
template <typename Other>
void
WriteDense(std::ostream& os, const Other&)
{
    os << "no message of dense mode";
}

} // namespace

std::string
PimDenseFakeNode::ToText(const PimInterfaceSet& set)
{
    std::string text;
    for (const auto interface : set)
    {
        text += (text.empty() ? "" : " ") + std::to_string(interface);
    }
    return text;
}

PimInterfaceSet
PimDenseFakeNode::GetInterfaces() const
{
    PimInterfaceSet interfaces;
    for (const auto& [index, link] : links)
    {
        interfaces.insert(index);
    }
    return interfaces;
}

bool
PimDenseFakeNode::IsInService(uint32_t interface) const
{
    return links.count(interface) != 0;
}

Ipv4Address
PimDenseFakeNode::GetAddress(uint32_t interface) const
{
    return links.at(interface).address;
}

std::size_t
PimDenseFakeNode::CountNeighbors(uint32_t interface) const
{
    return links.at(interface).neighbors.size();
}

bool
PimDenseFakeNode::IsStateRefreshCapable(uint32_t interface) const
{
    return links.at(interface).isRefreshCapable;
}

Time
PimDenseFakeNode::GetOverrideInterval(uint32_t interface) const
{
    return links.at(interface).overrideInterval;
}

Time
PimDenseFakeNode::GetPropagationDelay(uint32_t interface) const
{
    return links.at(interface).propagationDelay;
}

uint8_t
PimDenseFakeNode::GetThreshold(uint32_t interface) const
{
    return links.at(interface).threshold;
}

bool
PimDenseFakeNode::IsBoundary(uint32_t interface, Ipv4Address) const
{
    return links.at(interface).isBoundary;
}

bool
PimDenseFakeNode::HasReceiver(const SourceGroup& sourceGroup, uint32_t interface) const
{
    const auto& link = links.at(interface);
    return sourceGroup.IsAnySource() ? link.includesAny : link.includes;
}

bool
PimDenseFakeNode::ExcludesReceiver(const SourceGroup&, uint32_t interface) const
{
    return links.at(interface).excludes;
}

std::optional<PimDenseRoute>
PimDenseFakeNode::GetRoute(Ipv4Address) const
{
    return route;
}

bool
PimDenseFakeNode::IsWantedElsewhere(const SourceGroup&) const
{
    return isWantedElsewhere;
}

bool
PimDenseFakeNode::IsInUse(const SourceGroup&) const
{
    return isInUse;
}

void
PimDenseFakeNode::Send(const PimMessage& message, uint32_t interface, Ipv4Address destination)
{
    std::ostringstream os;
    os << interface << ' ';
    std::visit([&os](const auto& m) { WriteDense(os, m); }, message);
    if (destination != Ipv4Address("224.0.0.13"))
    {
        os << " > " << destination;
    }
    sent.push_back(os.str());
}

void
PimDenseFakeNode::OnForwarding(const SourceGroup& sourceGroup, const PimDenseForwarding& forwarding)
{
    std::ostringstream os;
    os << sourceGroup << " from ";
    forwarding.incoming ? os << *forwarding.incoming : os << "none";
    os << " to {" << ToText(forwarding.outgoing) << '}';
    told.push_back(os.str());
    React();
}

void
PimDenseFakeNode::OnForgotten(const SourceGroup& sourceGroup)
{
    std::ostringstream os;
    os << sourceGroup << " forgotten";
    told.push_back(os.str());
    React();
}

MachineSubject
PimDenseFakeNode::GetSubject(std::string_view machine,
                             const SourceGroup& sourceGroup,
                             std::optional<uint32_t> interface) const
{
    MachineSubject subject{*tracer, machine, {}, {}, {}, sourceGroup};
    if (interface)
    {
        subject.interface = InterfaceId{*interface};
    }
    return subject;
}

void
PimDenseFakeNode::React()
{
    if (const auto now = std::exchange(react, nullptr))
    {
        now();
    }
}

} // namespace mgm
} // namespace ns3
