/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-table-comparison.h"

#include <algorithm>

namespace ns3
{
namespace mgm
{

TableComparison::TableComparison(Ptr<MulticastGroupManager> manager,
                                 const ReferenceTables& tables,
                                 const HandleOf& handleOf)
    : m_manager(manager),
      m_tables(tables),
      m_handleOf(handleOf)
{
}

std::string
TableComparison::CompareListed(const std::vector<SourceGroup>& listed) const
{
    KeySet keys;
    for (const auto& key : listed)
    {
        const auto index = IndexOfKey(key);
        if (index == KEY_COUNT || keys[index])
        {
            return "ENU-2: an entry is listed twice, or was never there";
        }
        keys.set(index);
    }
    return keys == m_tables.GetKeys() ? "" : "ENU-2: the table lists other entries";
}

std::string
TableComparison::CompareHolders() const
{
    const auto& table = m_manager->GetMemberships();
    if (table.GetSize() != m_tables.memberships.size())
    {
        return "MBR-1: the table of memberships has another size";
    }
    for (const auto& [client, key, interface] : m_tables.memberships)
    {
        const auto* holders = table.Find(GetKey(key));
        const auto holds = [handle = m_handleOf(client), i = interface](const Holder& holder) {
            return holder.client == handle && holder.interface == InterfaceId{i};
        };
        if (!holders || std::none_of(holders->begin(), holders->end(), holds))
        {
            return "MBR-1: a membership is missing";
        }
        if (client != m_tables.GetOwner(interface) && client != m_tables.GetIgmp(interface))
        {
            return "I4: a membership of a client that does not have the interface";
        }
    }
    return "";
}

std::string
TableComparison::CompareInterfaces() const
{
    for (uint32_t i = 0; i <= MAX_INTERFACES + 1; ++i)
    {
        const auto expected = m_tables.GetProtocolOn(i);
        ClientId id;
        const auto status = m_manager->GetProtocolOnInterface({i}, id);
        const bool right = expected ? status == Status::NO_ERROR && id == *expected
                                    : status == Status::ERROR_NOT_FOUND;
        const auto* ownership = m_manager->GetOwnership().Find({i});
        const auto owner = ownership ? ownership->owner : ClientHandle{};
        const auto igmp = ownership ? ownership->igmp : ClientHandle{};
        if (!right || owner != m_handleOf(m_tables.GetOwner(i)) ||
            igmp != m_handleOf(m_tables.GetIgmp(i)))
        {
            return "I1, OWN-6: interface " + std::to_string(i) + " belongs to somebody else";
        }
    }
    return "";
}

bool
TableComparison::IsEmpty() const
{
    return m_manager->IsIdle() && m_manager->GetClients().GetAll().empty() &&
           m_manager->GetOwnership().GetSize() == 0 && m_manager->GetMemberships().GetSize() == 0;
}

} // namespace mgm
} // namespace ns3
