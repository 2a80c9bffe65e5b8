/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

// How the router is compared with the model.

#include "mgm-igmp-router-run.h"

#include "ns3/simulator.h"

#include <algorithm>
#include <sstream>

namespace ns3
{
namespace mgm
{

namespace
{

/// Everything that is to be seen of a query, in one line.
std::string
ToQueryLine(Time time, const IgmpFrame& frame, const IgmpFields& fields)
{
    std::ostringstream os;
    os << time.GetNanoSeconds() << " ttl " << +frame.ttl << " tos " << +frame.tos
       << (frame.routerAlert ? " RA " : " ") << Ipv4Address(frame.source) << " > "
       << Ipv4Address(frame.destination) << " type " << +fields.type << " code " << +fields.code
       << " QRV " << +fields.robustness << " QQIC " << +fields.intervalCode << " group "
       << Ipv4Address(fields.group) << (fields.suppress ? " S " : " ") << ToText(fields.sources);
    return os.str();
}

std::string
ToQueryLine(const IgmpWirePeer::Heard& heard)
{
    const auto frame = ReadFrame(heard.frame);
    const auto fields = frame ? ReadIgmp(frame->payload) : std::nullopt;
    return fields ? ToQueryLine(heard.time, *frame, *fields) : "a wrong packet";
}

/// Removes a line once. @return whether it was there
bool
Remove(std::vector<std::string>& lines, const std::string& line)
{
    const auto it = std::find(lines.begin(), lines.end(), line);
    const bool isThere = it != lines.end();
    if (isThere)
    {
        lines.erase(it);
    }
    return isThere;
}

/// Whether the note of section 6.6.3.2 lets a query be left out.
bool
MayBeLeftOut(const IgmpModelQuery& query, const std::vector<IgmpModelQuery>& all)
{
    return query.isOptional && std::any_of(all.begin(), all.end(), [&](const auto& other) {
               return other.isGroupSpecific && other.group == query.group &&
                      other.time == query.time;
           });
}

} // namespace

std::string
IgmpRouterRun::GetActualState() const
{
    std::ostringstream os;
    for (const auto group : ORACLE_GROUPS)
    {
        const auto state = m_router->GetInterface(LAN)->GetGroup(Ipv4Address(group));
        if (!state)
        {
            continue;
        }
        const bool isExclude = state->mode == FilterMode::EXCLUDE;
        os << Ipv4Address(group) << (isExclude ? " EXCLUDE " : " INCLUDE ");
        os << (isExclude ? state->timer.GetNanoSeconds() : 0) << " {";
        for (const auto& [source, time] : state->sources)
        {
            os << ' ' << source.Get() - FIRST_SOURCE << '=' << time.GetNanoSeconds();
        }
        os << " } ";
    }
    return os.str();
}

std::string
IgmpRouterRun::GetExpectedState() const
{
    const auto now = Simulator::Now();
    std::ostringstream os;
    for (const auto group : ORACLE_GROUPS)
    {
        const auto it = m_model.GetGroups().find(group);
        if (it == m_model.GetGroups().end())
        {
            continue;
        }
        const auto& model = it->second;
        os << Ipv4Address(group) << (model.IsExclude() ? " EXCLUDE " : " INCLUDE ");
        os << (model.IsExclude() ? (model.GetGroupExpiry() - now).GetNanoSeconds() : 0) << " {";
        const auto known = model.GetRunning() | model.GetStopped();
        for (uint32_t number = 0; known >> number != 0; ++number)
        {
            const bool isRunning = HasSource(model.GetRunning(), number);
            if (HasSource(known, number))
            {
                const auto left = isRunning ? model.GetSourceExpiry(number) - now : Time(0);
                os << ' ' << number << '=' << left.GetNanoSeconds();
            }
        }
        os << " } ";
    }
    return os.str();
}

std::set<IgmpRouterModel::Membership>
IgmpRouterRun::GetActualMemberships() const
{
    EnumerationHandle enumeration;
    m_manager->GroupEnumerationStart(m_observer, EnumerationType::ALL_SOURCES, enumeration);
    std::vector<SourceGroupEntry> entries(100);
    uint32_t size = entries.size() * sizeof(SourceGroupEntry);
    uint32_t count = 0;
    m_manager->GroupEnumerationGetNext(enumeration, size, entries.data(), count);
    m_manager->GroupEnumerationEnd(enumeration);
    std::set<IgmpRouterModel::Membership> memberships;
    for (uint32_t i = 0; i < count; ++i)
    {
        const auto entry = entries[i].ToSourceGroup();
        const auto number = entry.source.Get() == 0
                                ? std::nullopt
                                : std::optional(entry.source.Get() - FIRST_SOURCE);
        memberships.insert({number, entry.group.Get()});
    }
    return memberships;
}

std::string
IgmpRouterRun::CompareQueries()
{
    std::vector<std::string> heard;
    for (const auto& one : m_peer->TakeHeard())
    {
        heard.push_back(ToQueryLine(one));
    }
    std::ostringstream os;
    const auto queries = m_model.TakeQueries();
    for (const auto& query : queries)
    {
        const auto line = Describe(query);
        if (!Remove(heard, line) && !MayBeLeftOut(query, queries))
        {
            os << "not sent: " << line << '\n';
        }
    }
    for (const auto& line : heard)
    {
        os << "wrongly sent: " << line << '\n';
    }
    return os.str();
}

std::string
IgmpRouterRun::Describe(const IgmpModelQuery& query) const
{
    const auto isGeneral = query.group == 0;
    const auto response = isGeneral ? m_setup.responseInterval : m_setup.lastMemberInterval;
    IgmpFields fields;
    fields.type = 0x11;
    fields.code = static_cast<uint8_t>(response.GetMilliSeconds() / 100);
    fields.group = query.group;
    fields.suppress = query.suppress;
    fields.robustness = static_cast<uint8_t>(query.robustness);
    fields.intervalCode = static_cast<uint8_t>(query.queryInterval.GetSeconds());
    fields.sources = ToAddresses(query.sources);
    return ToQueryLine(query.time,
                       {m_setup.address, isGeneral ? ALL_SYSTEMS : query.group, true, {}},
                       fields);
}

} // namespace mgm
} // namespace ns3
