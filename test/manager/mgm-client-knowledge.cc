/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-client-knowledge.h"

namespace ns3
{
namespace mgm
{

ClientKnowledge::ClientKnowledge(const Keys& owed)
    : m_untold(owed),
      m_complete(owed.empty())
{
}

std::string
ClientKnowledge::Learn(const ClientEvent& event)
{
    switch (event.op)
    {
    case ClientEvent::Op::JOIN_ALERT:
        return !event.key.IsAnySource() || m_alerted.insert(event.key).second ? "" : "joined twice";
    case ClientEvent::Op::PRUNE_ALERT:
        m_enumerated.erase(event.key);
        return !event.key.IsAnySource() ||
                       m_alerted.erase(event.key) + m_untold.erase(event.key) == 1
                   ? ""
                   : "pruned without a join";
    case ClientEvent::Op::LOCAL_JOIN:
        return m_local.insert({event.key, event.interface}).second ? "" : "local join twice";
    case ClientEvent::Op::LOCAL_LEAVE:
        return m_local.erase({event.key, event.interface}) == 1 ? "" : "local leave without a join";
    default:
        return "";
    }
}

void
ClientKnowledge::Read(const std::vector<SourceGroup>& keys)
{
    m_enumerated.insert(keys.begin(), keys.end());
}

void
ClientKnowledge::EndReading(bool covered)
{
    m_complete = m_complete || !covered;
}

std::string
ClientKnowledge::Compare(const Keys& owed) const
{
    const SourceGroup all;
    const bool covered = owed.count(all) != 0;
    for (const auto& key : m_alerted)
    {
        if (owed.count(key) == 0 && (!covered || key == all))
        {
            return "stale group";
        }
    }
    const auto knows = [&](const SourceGroup& key) {
        return m_alerted.count(key) + m_enumerated.count(key) != 0;
    };
    for (const auto& key : owed)
    {
        if (m_complete && !knows(key) && !(covered && knows(all)))
        {
            return "lost group";
        }
    }
    return "";
}

} // namespace mgm
} // namespace ns3
