/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-callback-chain.h"

#include <set>
#include <sstream>

namespace ns3
{
namespace mgm
{

CallbackChain::CallbackChain(const ClientRegistry& registry)
    : m_registry(registry)
{
}

void
CallbackChain::Note(ClientHandle client, std::string_view op, uint32_t length)
{
    m_recent[m_next++ % RECENT] = {client, op};
    if (length >= m_limit)
    {
        std::ostringstream text;
        text << "clients of the group manager answer each other without end: " << DescribeRecent()
             << "; found more than " << m_limit
             << " callbacks in one instant, each caused by the one before, expected at most that "
                "(ALR-8, attribute MaxCallbackChain)";
        throw CallbackChainError(text.str());
    }
}

std::string
CallbackChain::DescribeRecent() const
{
    std::set<std::string> kinds;
    for (const auto& [client, op] : m_recent)
    {
        if (const Client* known = m_registry.FindEver(client))
        {
            std::ostringstream kind;
            kind << op << " to " << known->name << " (" << known->id << ")";
            kinds.insert(kind.str());
        }
    }
    std::string text;
    for (const std::string& kind : kinds)
    {
        text.append(text.empty() ? "" : ", ").append(kind);
    }
    return text;
}

} // namespace mgm
} // namespace ns3
