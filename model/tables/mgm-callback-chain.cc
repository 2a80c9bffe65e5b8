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
CallbackChain::Note(ClientHandle client, std::string_view op, uint32_t length, Time now)
{
    m_recent[m_next++ % RECENT] = {client, op};
    const bool isTooLong = length >= m_limit;
    if (isTooLong || (length > 0 && Count(now) > m_countLimit))
    {
        std::ostringstream text;
        text << "clients of the group manager answer each other without end: " << DescribeRecent()
             << "; found more than " << (isTooLong ? m_limit : m_countLimit)
             << " callbacks in one instant, "
             << (isTooLong ? "each caused by the one before" : "caused by others")
             << ", expected at most that (ALR-8, attribute "
             << (isTooLong ? "MaxCallbackChain" : "MaxChainedCallbacks") << ")";
        throw CallbackChainError(text.str());
    }
}

uint32_t
CallbackChain::Count(Time now)
{
    if (m_instant != now)
    {
        m_instant = now;
        m_count = 0;
    }
    return ++m_count;
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
