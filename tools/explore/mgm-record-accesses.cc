/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-record-accesses.h"

#include "ns3/hash.h"
#include "ns3/mgm-trace-words.h"

#include <algorithm>
#include <functional>
#include <set>
#include <string>

namespace ns3
{
namespace mgm
{

namespace
{

/// A hash as the key, never that of all.
uint64_t
KeyOf(std::string_view text)
{
    const auto hash = Hash64(text.data(), text.size());
    return hash == Access::ALL ? 1 : hash;
}

/// The interface of a record, or all.
uint64_t
InterfaceKey(const TraceRecord& record)
{
    if (!record.interface)
    {
        return Access::ALL;
    }
    return (uint64_t{record.interface->index} << 32) | record.interface->nextHop.Get();
}

/// The group of a record, or all.
uint64_t
GroupKey(const TraceRecord& record)
{
    const bool isOne = record.sourceGroup && !record.sourceGroup->IsAnyGroup();
    return isOne ? record.sourceGroup->group.Get() : Access::ALL;
}

/// Adds accesses of a record's node.
struct Adder
{
    Footprint& footprint;
    const TraceRecord& record;

    void operator()(ResourceKind kind, uint64_t key, bool isWrite) const
    {
        footprint.Add({kind, record.node, key, isWrite});
    }
};

constexpr bool READ = false;
constexpr bool WRITE = true;

} // namespace

RecordAccesses::RecordAccesses(const Scenario& scenario, Distinction distinction)
    : m_distinction(distinction)
{
    for (const auto& expectation : scenario.expectations)
    {
        if (const auto* order = std::get_if<OrderExpectation>(&expectation.what))
        {
            m_orders.emplace_back(order->matches.begin(), order->matches.end());
        }
    }
}

bool
RecordAccesses::AddTo(Footprint& footprint, const TraceRecord& record) const
{
    AddExpectations(footprint, record);
    bool isKnown = false;
    switch (record.kind)
    {
    case TraceKind::CALL:
    case TraceKind::RETURN:
        isKnown = AddCall(footprint, record);
        break;
    case TraceKind::CALLBACK:
    case TraceKind::CALLBACK_RETURN:
        isKnown = AddCallback(footprint, record);
        break;
    case TraceKind::STATE:
    case TraceKind::EVENT:
        isKnown = AddChange(footprint, record);
        break;
    default:
        break;
    }
    if (!isKnown && !AddIgmp(footprint, record))
    {
        footprint.Add({ResourceKind::EVERYTHING, record.node, Access::ALL, WRITE});
    }
    return isKnown;
}

bool
RecordAccesses::AddCall(Footprint& footprint, const TraceRecord& record)
{
    const Adder add{footprint, record};
    const auto& op = record.op;
    if (op == words::REGISTER_M_PROTOCOL)
    {
        add(ResourceKind::REGISTRY, Access::ALL, WRITE);
    }
    else if (op == words::DEREGISTER_M_PROTOCOL || op == words::FAIL_CLIENT)
    {
        add(ResourceKind::EVERYTHING, Access::ALL, WRITE);
    }
    else if (op == words::GET_PROTOCOL_ON_INTERFACE)
    {
        add(ResourceKind::OWNER, InterfaceKey(record), READ);
    }
    else if (op == words::TAKE_INTERFACE_OWNERSHIP || op == words::RELEASE_INTERFACE_OWNERSHIP)
    {
        add(ResourceKind::OWNER, InterfaceKey(record), WRITE);
    }
    else if (op == words::ADD_GROUP_MEMBERSHIP_ENTRY || op == words::DELETE_GROUP_MEMBERSHIP_ENTRY)
    {
        add(ResourceKind::OWNER, InterfaceKey(record), READ);
        add(ResourceKind::REGISTRY, Access::ALL, READ);
        add(ResourceKind::GROUP, GroupKey(record), WRITE);
    }
    else if (words::IsEnumeration(op))
    {
        add(ResourceKind::GROUP, Access::ALL, READ);
    }
    else
    {
        return false;
    }
    return true;
}

bool
RecordAccesses::AddChange(Footprint& footprint, const TraceRecord& record)
{
    const Adder add{footprint, record};
    const auto& op = record.op;
    if (op == words::OWNER || op == words::IGMP_HOLDER || op == words::OWNERSHIP_CHANGE)
    {
        add(ResourceKind::OWNER, InterfaceKey(record), WRITE);
    }
    else if (op == words::MEMBERSHIP)
    {
        add(ResourceKind::REGISTRY, Access::ALL, READ);
        add(ResourceKind::GROUP, GroupKey(record), WRITE);
        if (record.sourceGroup && !record.sourceGroup->IsAnySource())
        {
            add(ResourceKind::OWNER, Access::ALL, READ); // of the one towards the source (ALR-3)
        }
    }
    else if (op == words::ENUMERATED)
    {
        add(ResourceKind::GROUP, Access::ALL, READ);
    }
    else if (op == words::REVERSE_PATH)
    {
        add(ResourceKind::OWNER, InterfaceKey(record), READ);
    }
    else
    {
        return op == words::STEP && record.event == words::MOVED; // what it causes counts
    }
    return true;
}

bool
RecordAccesses::AddIgmp(Footprint& footprint, const TraceRecord& record)
{
    if (!words::IsOfIgmp(record.op))
    {
        return false;
    }
    footprint.Add({ResourceKind::MACHINE, record.node, InterfaceKey(record), WRITE});
    return true;
}

bool
RecordAccesses::AddCallback(Footprint& footprint, const TraceRecord& record) const
{
    static const std::set<std::string_view> KNOWN{words::JOIN_ALERT,
                                                  words::PRUNE_ALERT,
                                                  words::LOCAL_JOIN,
                                                  words::LOCAL_LEAVE,
                                                  words::DISABLE_IGMP,
                                                  words::ENABLE_IGMP};
    if (m_distinction != Distinction::STATE)
    {
        const auto key =
            m_distinction == Distinction::NODE ? Access::ALL : KeyOf(record.clientName);
        footprint.Add({ResourceKind::INBOX, record.node, key, WRITE});
    }
    if (record.op == words::DISABLE_IGMP || record.op == words::ENABLE_IGMP)
    {
        footprint.Add({ResourceKind::MACHINE, record.node, InterfaceKey(record), WRITE});
    }
    return KNOWN.count(record.op) > 0 && record.event != words::FORWARDING;
}

void
RecordAccesses::AddExpectations(Footprint& footprint, const TraceRecord& record) const
{
    for (std::size_t i = 0; i < m_orders.size(); ++i)
    {
        const auto& matchers = m_orders[i];
        if (std::any_of(matchers.begin(), matchers.end(), [&record](const auto& matcher) {
                return matcher.Matches(record);
            }))
        {
            footprint.Add({ResourceKind::EXPECTATION, 0, i + 1, WRITE});
        }
    }
}

} // namespace mgm
} // namespace ns3
