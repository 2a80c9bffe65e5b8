/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-igmp-checks.h"

#include "mgm-named-address.h"
#include "mgm-state-check.h"
#include "mgm-time-left.h"

#include <algorithm>
#include <sstream>

namespace ns3
{
namespace mgm
{

namespace
{

/// Sources with what is left, or may be left, of their timers, for people.
template <typename Timer>
std::string
DescribeSources(const std::map<Ipv4Address, Timer>& sources)
{
    std::ostringstream text;
    for (const auto& [address, timer] : sources)
    {
        text << (text.tellp() == 0 ? "" : " ") << address << " (" << DescribeTimer(timer) << ")";
    }
    return sources.empty() ? "none" : text.str();
}

bool
IsSame(const std::map<Ipv4Address, Time>& found, const std::map<Ipv4Address, Bounds>& expected)
{
    return std::equal(found.begin(),
                      found.end(),
                      expected.begin(),
                      expected.end(),
                      [](const auto& source, const auto& wanted) {
                          return source.first == wanted.first &&
                                 IsWithin(source.second, wanted.second);
                      });
}

std::string
DescribeMode(FilterMode mode)
{
    return mode == FilterMode::INCLUDE ? "include" : "exclude";
}

/// All that is known of a group, for people.
std::string
DescribeGroup(const IgmpGroupState& group)
{
    return "mode " + DescribeMode(group.mode) + ", timer " + DescribeTimer(group.timer) +
           ", sources " + DescribeSources(group.sources) + ", compatibility " +
           std::to_string(group.compatibility);
}

/// Notes what differs in a group, of what is expected of it.
void
CompareGroup(const IgmpGroupState& found,
             const IgmpGroupExpectation& spec,
             ExpectationResult& result)
{
    if (spec.mode && found.mode != *spec.mode)
    {
        NoteDifference(result, "mode", DescribeMode(found.mode), DescribeMode(*spec.mode));
    }
    if (spec.timer && !IsWithin(found.timer, *spec.timer))
    {
        NoteDifference(result, "timer", DescribeTimer(found.timer), DescribeTimer(*spec.timer));
    }
    if (spec.sources && !IsSame(found.sources, *spec.sources))
    {
        NoteDifference(result,
                       "sources",
                       DescribeSources(found.sources),
                       DescribeSources(*spec.sources));
    }
    if (spec.compatibility && found.compatibility != *spec.compatibility)
    {
        NoteDifference(result,
                       "compatibility",
                       std::to_string(found.compatibility),
                       std::to_string(*spec.compatibility));
    }
}

} // namespace

template <>
void
StateCheck<IgmpGroupExpectation>::Look()
{
    const auto interface = m_node.igmpRouter->GetInterface(m_spec.interface);
    const auto found = interface ? interface->GetGroup(m_spec.group) : std::nullopt;
    if (!found || !m_spec.isKnown)
    {
        m_result = {!found && !m_spec.isKnown,
                    found ? DescribeGroup(*found) : "no state of the group",
                    m_spec.isKnown ? "a state of the group" : "no state of the group"};
        return;
    }
    CompareGroup(*found, m_spec, m_result);
    m_result.isMet = m_result.found.empty();
}

template <>
void
StateCheck<QuerierExpectation>::Look()
{
    const auto interface = m_node.igmpRouter->GetInterface(m_spec.interface);
    const auto found = interface ? interface->GetQuerier() : Ipv4Address::GetZero();
    if (found != m_spec.querier.address)
    {
        NoteDifference(m_result,
                       "querier",
                       DescribeAddress(found),
                       DescribeAddress(m_spec.querier));
    }
    const auto left = interface ? interface->GetOtherQuerierTimer() : Time(0);
    if (m_spec.timer && !IsWithin(left, *m_spec.timer))
    {
        NoteDifference(m_result, "timer", DescribeTimer(left), DescribeTimer(*m_spec.timer));
    }
    m_result.isMet = m_result.found.empty();
}

std::unique_ptr<ExpectationCheck>
MakeCheck(const IgmpGroupExpectation& spec, const ScenarioNetwork::Node& node)
{
    return std::make_unique<StateCheck<IgmpGroupExpectation>>(spec, node);
}

std::unique_ptr<ExpectationCheck>
MakeCheck(const QuerierExpectation& spec, const ScenarioNetwork::Node& node)
{
    return std::make_unique<StateCheck<QuerierExpectation>>(spec, node);
}

} // namespace mgm
} // namespace ns3
