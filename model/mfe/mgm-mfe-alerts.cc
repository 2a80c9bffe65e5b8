/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-mfe-alerts.h"

#include <algorithm>

namespace ns3
{
namespace mgm
{

MfeAlerts::MfeAlerts(MfeTable& table,
                     const OwnershipTable& ownership,
                     ClientCaller& caller,
                     MfeExpiry& expiry)
    : m_table(table),
      m_ownership(ownership),
      m_caller(caller),
      m_expiry(expiry)
{
}

void
MfeAlerts::FollowList(const SourceGroup& key,
                      MfeEntry& entry,
                      ClientHandle actor,
                      const InterfaceId& interface)
{
    const bool isJoined = entry.HasOutgoing();
    MfeBelief& belief = entry.belief;
    if (isJoined == belief.isJoined)
    {
        return;
    }
    belief.isJoined = isJoined;
    if (entry.GetState() == mfe::State::LIVE)
    {
        m_expiry.Start(key, entry, m_expiry.GetTimeout());
    }
    if (belief.client == actor)
    {
        return;
    }
    if (isJoined)
    {
        m_caller.JoinAlert(belief.client, key, false);
    }
    else
    {
        Prune(belief.client, key, interface);
    }
}

void
MfeAlerts::FollowMaking(const SourceGroup& key, MfeEntry& entry)
{
    MfeBelief& belief = entry.belief;
    const ClientHandle holder = m_ownership.GetHolder(entry.incoming);
    const bool isNew = belief.client != holder;
    if (isNew)
    {
        FollowDeparture(key, entry);
        belief.client = holder;
        belief.isJoined = true; // an entry is born joined
    }
    belief.incoming = entry.incoming;
    belief.servesOthers = false;
    const bool hasMoved = isNew && belief.hasMoved;
    belief.hasMoved = false;
    FollowList(key, entry, {}, entry.incoming);
    if (hasMoved && ServesOthers(entry, holder))
    {
        m_caller.JoinAlert(holder, key, false);
    }
}

void
MfeAlerts::NoteDeparture(MfeEntry& entry) const
{
    MfeBelief& belief = entry.belief;
    if (belief.client && !belief.hasMoved)
    {
        belief.hasMoved = true;
        belief.servesOthers = ServesOthers(entry, belief.client);
    }
}

void
MfeAlerts::FollowDeparture(const SourceGroup& key, MfeEntry& entry)
{
    MfeBelief& belief = entry.belief;
    if (belief.client && belief.servesOthers)
    {
        Prune(belief.client, key, belief.incoming);
    }
    belief.servesOthers = false;
}

void
MfeAlerts::Prune(ClientHandle to, const SourceGroup& key, const InterfaceId& interface)
{
    m_caller.PruneAlert(to, key, interface, m_expiry.GetTimeout(), [this, to, key](Time timeout) {
        MfeEntry* entry = m_table.Find(key);
        const bool isHeeded = entry && entry->GetState() == mfe::State::LIVE &&
                              entry->belief.client == to && !entry->HasOutgoing();
        if (isHeeded)
        {
            m_expiry.Start(key, *entry, std::max(timeout, Time()));
        }
    });
}

bool
MfeAlerts::ServesOthers(const MfeEntry& entry, ClientHandle client) const
{
    // While an interface changes hands nobody answers for it, but it is still that of who had it.
    const auto isOf = [&](const InterfaceId& interface) {
        const Ownership* ownership = m_ownership.Find(interface);
        return ownership && (ownership->owner ? ownership->owner : ownership->igmp) == client;
    };
    return std::any_of(entry.interfaces.begin(),
                       entry.interfaces.end(),
                       [&](const MfeInterface& known) {
                           return entry.IsForwarding(known) && !isOf(known.interface);
                       });
}

} // namespace mgm
} // namespace ns3
