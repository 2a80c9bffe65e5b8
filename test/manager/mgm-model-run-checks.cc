/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-model-run.h"

#include <algorithm>
#include <sstream>

namespace ns3
{
namespace mgm
{

using Op = ClientEvent::Op;

std::string
ModelRun::CheckEvents() const
{
    const auto& expected = m_model.GetEvents();
    if (m_log == expected)
    {
        return "";
    }
    std::ostringstream os;
    os << "manager:\n";
    for (const auto& event : m_log)
    {
        os << "  " << event << '\n';
    }
    os << "model:\n";
    for (const auto& event : expected)
    {
        os << "  " << event << '\n';
    }
    return os.str();
}

/// Reads the whole table by the public way, and shows it to the enumerations in progress.
std::string
ModelRun::CheckTables()
{
    m_order = ClientOf(1).Enumerate();
    const EnumerationOracle::Keys listed(m_order.begin(), m_order.end());
    EnumerationOracle::Keys expected;
    for (const auto& membership : m_model.GetMemberships())
    {
        expected.insert(std::get<1>(membership));
    }
    const auto debts = m_model.GetDebts();
    for (auto& enumeration : m_enumerations)
    {
        enumeration.oracle.Observe(listed);
        const auto owed = debts.find(enumeration.client);
        enumeration.covered =
            enumeration.covered || (owed != debts.end() && owed->second.count(SourceGroup{}) != 0);
    }
    if (listed.size() != m_order.size())
    {
        return "an entry is listed twice";
    }
    return listed == expected ? "" : "the table lists other entries";
}

/// Who holds what; and I4: only who has the interface does.
std::string
ModelRun::CheckHolders() const
{
    const auto& table = m_manager->GetMemberships();
    if (table.GetSize() != m_model.GetMemberships().size())
    {
        return "the table has another size";
    }
    for (const auto& [client, key, interface] : m_model.GetMemberships())
    {
        const auto* holders = table.Find(key);
        const auto handle = HandleOf(client);
        const auto holds = [handle, i = interface](const Holder& holder) {
            return holder.client == handle && holder.interface == InterfaceId{i};
        };
        if (!holders || std::none_of(holders->begin(), holders->end(), holds))
        {
            return "a membership is missing";
        }
        if (client != m_model.GetOwner(interface) && client != m_model.GetIgmp(interface))
        {
            return "I4: a membership of a client that does not have the interface";
        }
    }
    return "";
}

/// I1, and what GetProtocolOnInterface says.
std::string
ModelRun::CheckInterfaces() const
{
    for (uint32_t i = 0; i <= m_setup.interfaces + 1; ++i)
    {
        const auto expected = m_model.GetProtocolOn(i);
        ClientId id;
        const auto status = m_manager->GetProtocolOnInterface({i}, id);
        const bool right = expected ? status == Status::NO_ERROR && id == *expected
                                    : status == Status::ERROR_NOT_FOUND;
        const auto* ownership = m_manager->GetOwnership().Find({i});
        const auto owner = ownership ? ownership->owner : ClientHandle{};
        const auto igmp = ownership ? ownership->igmp : ClientHandle{};
        if (!right || owner != HandleOf(m_model.GetOwner(i)) ||
            igmp != HandleOf(m_model.GetIgmp(i)))
        {
            return "interface " + std::to_string(i) + " belongs to somebody else";
        }
    }
    return "";
}

/// I2: DISABLE and ENABLE alternate, and the owner changes between them.
std::string
ModelRun::CheckBrackets()
{
    std::set<uint32_t> enabled;
    for (const auto& event : m_log)
    {
        if (event.op == Op::DISABLE_IGMP && !m_disabled.insert(event.interface).second)
        {
            return "I2: disabled twice";
        }
        if (event.op == Op::ENABLE_IGMP)
        {
            enabled.insert(event.interface);
            if (m_disabled.erase(event.interface) == 0)
            {
                return "I2: enabled without being disabled";
            }
        }
    }
    for (uint32_t i = 1; i <= m_setup.interfaces; ++i)
    {
        const auto igmp = m_model.GetIgmp(i);
        if (igmp == 0)
        {
            m_disabled.erase(i);
        }
        else if (m_model.GetOwner(i) != m_owners[i] && enabled.count(i) == 0 &&
                 m_registrations[igmp - 1].slot != m_setup.mute)
        {
            return "I2: the owner changed outside of a bracket";
        }
    }
    return m_model.IsChanging() || m_disabled.empty() ? "" : "I2: a bracket is open";
}

/// I7 and I8 for every client that is called.
std::string
ModelRun::CheckKnowledge()
{
    std::string wrong;
    for (const auto& event : m_log)
    {
        const auto registration =
            std::find_if(m_registrations.rbegin(), m_registrations.rend(), [&](const auto& r) {
                return SLOT_IDS[r.slot] == event.client;
            });
        wrong = wrong.empty() ? registration->knowledge.Learn(event) : wrong;
    }
    for (const auto& [client, owed] : m_model.GetDebts())
    {
        const auto& registration = m_registrations.at(client - 1);
        if (registration.slot == m_setup.mute || !wrong.empty())
        {
            continue;
        }
        wrong = registration.knowledge.Compare(owed);
        std::set<std::pair<SourceGroup, uint32_t>> local;
        for (const auto& [holder, key, interface] : m_model.GetMemberships())
        {
            if (holder == m_model.GetIgmp(interface) && client == m_model.GetOwner(interface))
            {
                local.insert({key, interface});
            }
        }
        wrong =
            wrong.empty() && local != registration.knowledge.GetLocal() ? "local members" : wrong;
    }
    return wrong.empty() ? "" : "I7, I8: " + wrong;
}

std::string
ModelRun::CheckEmpty() const
{
    const bool idle = m_manager->IsIdle();
    const auto status = m_manager->DeRegisterMProtocol(HandleOf(1));
    const bool empty = status == Status::NO_ERROR && m_manager->GetClients().GetAll().empty() &&
                       m_manager->GetOwnership().GetSize() == 0 &&
                       m_manager->GetMemberships().GetSize() == 0;
    return idle && empty ? "" : "I8: something is left";
}

} // namespace mgm
} // namespace ns3
