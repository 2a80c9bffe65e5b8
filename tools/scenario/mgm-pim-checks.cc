/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-pim-checks.h"

#include "mgm-named-address.h"
#include "mgm-pim-probe.h"
#include "mgm-state-check.h"
#include "mgm-time-left.h"

#include "ns3/mgm-trace-names.h"

#include <algorithm>

namespace ns3
{
namespace mgm
{

namespace
{

/// Neighbors, for people.
std::string
DescribeNeighbors(const std::map<Ipv4Address, NamedAddress>& neighbors)
{
    std::string text;
    for (const auto& [address, neighbor] : neighbors)
    {
        text += (text.empty() ? "" : " ") + DescribeAddress(neighbor);
    }
    return text.empty() ? "none" : text;
}

/// The neighbors on an interface.
std::map<Ipv4Address, NamedAddress>
GetNeighbors(const PimDenseInterface& interface)
{
    std::map<Ipv4Address, NamedAddress> neighbors;
    for (const auto& neighbor : interface.GetNeighbors().GetAll())
    {
        neighbors[neighbor.address] = {neighbor.address, ""};
    }
    return neighbors;
}

/// Names of interfaces, for people.
std::string
DescribeInterfaceSet(uint32_t node, const std::set<uint32_t>& interfaces)
{
    std::string text;
    for (const auto index : interfaces)
    {
        text += (text.empty() ? "" : " ") + NameOfInterface(node, index);
    }
    return text.empty() ? "nowhere" : text;
}

/// Compares what dense mode knows of an (S,G) with what is expected.
class PimComparison
{
  public:
    PimComparison(uint32_t node, ExpectationResult& result)
        : m_node(node),
          m_result(result)
    {
    }

    /// Compares all of the (S,G).
    void Compare(const PimDenseState& found, const PimDenseExpectation& spec)
    {
        CompareStates("upstream", found.upstream, spec.upstream);
        CompareStates("originator", found.originator, spec.originator);
        if (spec.incoming && found.incoming.value_or(0) != *spec.incoming)
        {
            Note("incoming",
                 DescribeIncoming(found.incoming.value_or(0)),
                 DescribeIncoming(*spec.incoming));
        }
        CompareAddresses("rpf-neighbor", found.rpfNeighbor, spec.rpfNeighbor);
        if (spec.outgoing && found.outgoing != *spec.outgoing)
        {
            Note("outgoing",
                 DescribeInterfaceSet(m_node, found.outgoing),
                 DescribeInterfaceSet(m_node, *spec.outgoing));
        }
        CompareTimers(spec.timers,
                      {{"graft-retry", found.graftRetryTimer},
                       {"override", found.overrideTimer},
                       {"prune-limit", found.pruneLimitTimer}});
        for (const auto& [index, interface] : spec.interfaces)
        {
            m_where = NameOfInterface(m_node, index) + ' ';
            CompareInterface(found.interfaces.at(index), interface);
        }
    }

  private:
    /// Compares what is known on an interface.
    void CompareInterface(const PimDenseInterfaceState& found,
                          const PimDenseInterfaceExpectation& spec)
    {
        CompareStates("downstream", found.downstream, spec.downstream);
        CompareStates("assert", found.assertion, spec.assertion);
        CompareAddresses("winner", found.winner, spec.winner);
        CompareTimers(spec.timers,
                      {{"prune", found.pruneTimer},
                       {"prune-pending", found.prunePendingTimer},
                       {"assert", found.assertTimer}});
    }

    template <typename State>
    void CompareStates(const std::string& name, State found, const std::optional<State>& expected)
    {
        if (expected && found != *expected)
        {
            Note(name, ToWord(ToString(found)), ToWord(ToString(*expected)));
        }
    }

    void CompareAddresses(const std::string& name,
                          Ipv4Address found,
                          const std::optional<NamedAddress>& expected)
    {
        if (expected && found != expected->address)
        {
            Note(name, DescribeAddress(found), DescribeAddress(*expected));
        }
    }

    void CompareTimers(const std::map<std::string, Bounds>& expected,
                       const std::map<std::string, Time>& found)
    {
        for (const auto& [name, bounds] : expected)
        {
            const auto left = found.at(name);
            if (!IsWithin(left, bounds))
            {
                Note(name + " timer", DescribeTimer(left), DescribeTimer(bounds));
            }
        }
    }

    /// The incoming interface, for people.
    std::string DescribeIncoming(uint32_t index) const
    {
        return index == 0 ? "none" : NameOfInterface(m_node, index);
    }

    void Note(const std::string& name, const std::string& found, const std::string& expected)
    {
        NoteDifference(m_result, m_where + name, found, expected);
    }

    uint32_t m_node;             ///< id of the node
    ExpectationResult& m_result; ///< where differences are noted
    std::string m_where;         ///< interface that is compared, with a blank; empty for all
};

} // namespace

template <>
void
StateCheck<PimNeighborsExpectation>::Look()
{
    const auto interface = m_node.pimDense->GetInterface(m_spec.interface);
    const auto neighbors = GetNeighbors(*interface);
    const auto isSame = [](const auto& a, const auto& b) { return a.first == b.first; };
    if (m_spec.neighbors && !std::equal(neighbors.begin(),
                                        neighbors.end(),
                                        m_spec.neighbors->begin(),
                                        m_spec.neighbors->end(),
                                        isSame))
    {
        NoteDifference(m_result,
                       "neighbors",
                       DescribeNeighbors(neighbors),
                       DescribeNeighbors(*m_spec.neighbors));
    }
    if (m_spec.dr && interface->GetDr() != m_spec.dr->address)
    {
        NoteDifference(m_result,
                       "dr",
                       DescribeAddress(interface->GetDr()),
                       DescribeAddress(*m_spec.dr));
    }
    m_result.isMet = m_result.found.empty();
}

template <>
void
StateCheck<PimDenseExpectation>::Look()
{
    const auto found = GetPimDenseState(*m_node.pimDense, m_spec.key);
    if (!found || !m_spec.isKnown)
    {
        m_result = {!found && !m_spec.isKnown,
                    found ? "upstream " + ToWord(ToString(found->upstream))
                          : "no state of the (S,G)",
                    m_spec.isKnown ? "a state of the (S,G)" : "no state of the (S,G)"};
        return;
    }
    PimComparison(m_node.node->GetId(), m_result).Compare(*found, m_spec);
    m_result.isMet = m_result.found.empty();
}

std::unique_ptr<ExpectationCheck>
MakeCheck(const PimNeighborsExpectation& spec, const ScenarioNetwork::Node& node)
{
    return std::make_unique<StateCheck<PimNeighborsExpectation>>(spec, node);
}

std::unique_ptr<ExpectationCheck>
MakeCheck(const PimDenseExpectation& spec, const ScenarioNetwork::Node& node)
{
    return std::make_unique<StateCheck<PimDenseExpectation>>(spec, node);
}

} // namespace mgm
} // namespace ns3
