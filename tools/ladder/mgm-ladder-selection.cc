/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-ladder-selection.h"

#include "base/mgm-input-error.h"

#include "ns3/ipv4-address.h"

#include <algorithm>
#include <arpa/inet.h>

namespace ns3
{
namespace mgm
{

namespace
{

/// "one of a, b, c", or that there is none.
std::string
OneOf(const std::set<std::string>& names)
{
    std::string text;
    for (const auto& name : names)
    {
        text += (text.empty() ? "" : ", ") + name;
    }
    return text.empty() ? "nothing: the trace has none" : "one of " + text;
}

[[noreturn]] void
FailUnknown(const std::string& what, const std::string& name, const std::set<std::string>& names)
{
    throw InputError("--" + what + " " + name + ": found no " + what + " \"" + name +
                     "\" in the trace, expected " + OneOf(names));
}

uint32_t
ReadGroupAddress(const std::string& text)
{
    in_addr address{};
    if (text != "*" && inet_pton(AF_INET, text.c_str(), &address) != 1)
    {
        throw InputError("--group " + text + ": found \"" + text +
                         "\", expected a group such as 239.1.1.1, or *");
    }
    return ntohl(address.s_addr);
}

bool
Contains(const std::vector<std::string>& names, const std::string& name)
{
    return std::find(names.begin(), names.end(), name) != names.end();
}

} // namespace

LadderSelection::LadderSelection(const TraceHeader& header, const LadderOptions& options)
    : m_options(options)
{
    FindNodes(header);
    FindInterfaces(header);
    for (const auto& group : options.groups)
    {
        m_groups.insert(ReadGroupAddress(group));
    }
}

void
LadderSelection::FindNodes(const TraceHeader& header)
{
    for (const auto& name : m_options.nodes)
    {
        std::set<std::string> names;
        const auto count = m_nodes.size();
        for (const auto& node : header.nodes)
        {
            names.insert(node.name);
            if (node.name == name || std::to_string(node.id) == name)
            {
                m_nodes.insert(node.id);
            }
        }
        if (m_nodes.size() == count)
        {
            FailUnknown("node", name, names);
        }
    }
}

void
LadderSelection::FindInterfaces(const TraceHeader& header)
{
    for (const auto& name : m_options.interfaces)
    {
        std::set<std::string> names;
        const auto count = m_interfaces.size();
        for (const auto& node : header.nodes)
        {
            for (const auto& interface : node.interfaces)
            {
                names.insert(interface.name);
                if (interface.name == name || std::to_string(interface.index) == name)
                {
                    m_interfaces.emplace(node.id, interface.index);
                }
            }
        }
        if (m_interfaces.size() == count)
        {
            FailUnknown("interface", name, names);
        }
    }
}

bool
LadderSelection::HasClient(const TraceRecord& record)
{
    if (m_options.clients.empty())
    {
        return true;
    }
    if (record.clientName.empty())
    {
        return false;
    }
    const auto name = *m_clients.emplace(record.clientName).first;
    return Contains(m_options.clients, name);
}

bool
LadderSelection::Has(const TraceRecord& record)
{
    const bool hasClient = HasClient(record);
    const bool hasInterface =
        m_interfaces.empty() ||
        (record.interface && m_interfaces.count({record.node, record.interface->index}));
    const bool hasGroup =
        m_groups.empty() || (record.sourceGroup && m_groups.count(record.sourceGroup->group.Get()));
    return hasClient && hasInterface && hasGroup &&
           (m_nodes.empty() || m_nodes.count(record.node)) && record.timeNs >= m_options.fromNs &&
           record.timeNs < m_options.untilNs;
}

bool
LadderSelection::HasInterface(uint32_t node, uint32_t interface) const
{
    return (m_nodes.empty() || m_nodes.count(node)) &&
           (m_interfaces.empty() || m_interfaces.count({node, interface}));
}

void
LadderSelection::CheckClients() const
{
    for (const auto& name : m_options.clients)
    {
        if (!m_clients.count(name))
        {
            FailUnknown("client", name, m_clients);
        }
    }
}

} // namespace mgm
} // namespace ns3
