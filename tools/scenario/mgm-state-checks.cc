/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-state-checks.h"

#include "mgm-state-probe.h"

#include "ns3/mgm-trace-names.h"
#include "ns3/simulator.h"

#include <optional>
#include <vector>

namespace ns3
{
namespace mgm
{

namespace
{

/// Looks at the state at some time, or at the end.
template <typename Spec>
class StateCheck : public ExpectationCheck
{
  public:
    StateCheck(const Spec& spec, const ScenarioNetwork::Node& node)
        : m_spec(spec),
          m_node(node)
    {
        if (m_spec.at)
        {
            Simulator::Schedule(*m_spec.at, [this]() { Look(); });
        }
    }

    ExpectationResult Finish() override
    {
        if (!m_spec.at)
        {
            Look();
        }
        if (m_result.expected.empty())
        {
            return {false, "the end of the run before", "a look at " + DescribeTime(*m_spec.at)};
        }
        return m_result;
    }

  private:
    /// Compares the state with what is expected.
    void Look();

    Spec m_spec;
    const ScenarioNetwork::Node& m_node;
    ExpectationResult m_result;
};

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

ExpectationResult
Compare(const std::vector<SourceGroup>& found, const std::vector<SourceGroup>& expected)
{
    return {found == expected, Describe(found), Describe(expected)};
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

} // namespace

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
