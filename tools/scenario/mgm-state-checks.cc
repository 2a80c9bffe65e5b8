/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-state-checks.h"

#include "mgm-state-check.h"
#include "mgm-state-probe.h"

#include "ns3/mgm-trace-names.h"

#include <optional>
#include <vector>

namespace ns3
{
namespace mgm
{

namespace
{

ExpectationResult
Compare(const std::vector<SourceGroup>& found, const std::vector<SourceGroup>& expected)
{
    return {found == expected, Describe(found), Describe(expected)};
}

/// An entry for people; nothing is none.
std::string
Describe(uint32_t node, const std::optional<MfeInterfaces>& mfe)
{
    if (!mfe)
    {
        return "no entry";
    }
    std::string text = "an entry from " + NameOfInterface(node, mfe->incoming) + " to";
    for (const auto index : mfe->outgoing)
    {
        text += " " + NameOfInterface(node, index);
    }
    return text + (mfe->outgoing.empty() ? " nowhere" : "");
}

} // namespace

template <>
void
StateCheck<OwnerExpectation>::Look()
{
    const auto holder = GetHolder(m_node, m_spec.interface);
    const bool isSame =
        holder && m_spec.id &&
        (holder->second == *m_spec.id || (holder->second.IsIgmp() && m_spec.id->IsIgmp()));
    m_result = {isSame || (!holder && !m_spec.id),
                holder ? "owner " + holder->first : "no owner",
                m_spec.id ? "owner " + m_spec.name : "no owner"};
}

template <>
void
StateCheck<KnownExpectation>::Look()
{
    m_result = Compare(GetKnownGroups(m_node, m_spec.protocol), m_spec.groups);
}

template <>
void
StateCheck<MembersExpectation>::Look()
{
    m_result = Compare(GetMembers(m_node, m_spec.interface), m_spec.groups);
}

template <>
void
StateCheck<MfeExpectation>::Look()
{
    const auto found = GetMfeInterfaces(m_node, m_spec.key);
    std::optional<MfeInterfaces> expected;
    if (m_spec.incoming)
    {
        expected = MfeInterfaces{*m_spec.incoming, m_spec.outgoing};
    }
    const bool isSame = found && expected ? found->incoming == expected->incoming &&
                                                found->outgoing == expected->outgoing
                                          : !found && !expected;
    const auto node = m_node.node->GetId();
    m_result = {isSame, Describe(node, found), Describe(node, expected)};
}

std::unique_ptr<ExpectationCheck>
MakeCheck(const OwnerExpectation& spec, const ScenarioNetwork::Node& node)
{
    return std::make_unique<StateCheck<OwnerExpectation>>(spec, node);
}

std::unique_ptr<ExpectationCheck>
MakeCheck(const KnownExpectation& spec, const ScenarioNetwork::Node& node)
{
    return std::make_unique<StateCheck<KnownExpectation>>(spec, node);
}

std::unique_ptr<ExpectationCheck>
MakeCheck(const MembersExpectation& spec, const ScenarioNetwork::Node& node)
{
    return std::make_unique<StateCheck<MembersExpectation>>(spec, node);
}

std::unique_ptr<ExpectationCheck>
MakeCheck(const MfeExpectation& spec, const ScenarioNetwork::Node& node)
{
    return std::make_unique<StateCheck<MfeExpectation>>(spec, node);
}

} // namespace mgm
} // namespace ns3
