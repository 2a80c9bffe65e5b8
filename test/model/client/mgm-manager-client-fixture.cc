/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-manager-client-fixture.h"

#include "ns3/string.h"

#include <sstream>
#include <utility>

namespace ns3
{
namespace mgm
{

namespace
{

constexpr const char* DELAYS[] =
    {"RegisterDelay", "AskDelay", "TakeDelay", "EnumerateDelay", "ReleaseDelay", "DeregisterDelay"};

} // namespace

NS_OBJECT_ENSURE_REGISTERED(NotingClient);

TypeId
NotingClient::GetTypeId()
{
    static TypeId tid = TypeId("ns3::mgm::NotingClient")
                            .SetParent<ManagerClient>()
                            .SetGroupName("Mgm")
                            .AddConstructor<NotingClient>();
    return tid;
}

template <typename... Parts>
void
NotingClient::Note(const Parts&... parts)
{
    std::ostringstream line;
    const char* separator = "";
    const auto write = [&](const auto& part) {
        line << separator << part;
        separator = " ";
    };
    (write(parts), ...);
    notes.push_back(line.str());
    if (react)
    {
        react(line.str());
    }
}

ClientId
NotingClient::GetClientId() const
{
    return id;
}

std::string_view
NotingClient::GetClientName() const
{
    return "noting";
}

ClientCallbacks
NotingClient::MakeCallbacks()
{
    auto all = ManagerClient::MakeCallbacks();
    if (!isDeaf)
    {
        return all;
    }
    ClientCallbacks some;
    some.joinAlert = all.joinAlert;
    return some;
}

bool
NotingClient::IsAsking() const
{
    return asks;
}

bool
NotingClient::IsEnumerating() const
{
    return enumerates;
}

bool
NotingClient::IsToBeRetried(const InterfaceId&, Status) const
{
    return retries;
}

std::optional<TransitionWords>
NotingClient::Describe(const Row& row) const
{
    return isQuiet ? std::nullopt : ManagerClient::Describe(row);
}

void
NotingClient::OnRegistered()
{
    Note("registered");
}

void
NotingClient::OnAsked(const InterfaceId& interface, const std::optional<ClientId>& holder)
{
    holder ? Note("asked", interface, *holder) : Note("asked", interface, "nobody");
}

void
NotingClient::OnTaking(const InterfaceId& interface)
{
    Note("taking", interface);
}

void
NotingClient::OnOwned(const InterfaceId& interface)
{
    Note("owned", interface);
}

void
NotingClient::OnRefused(ClientStep step, Status status, const InterfaceId& interface)
{
    Note("refused", static_cast<int>(step), status, interface);
}

void
NotingClient::OnGroup(const SourceGroup& entry)
{
    Note("group", entry);
}

void
NotingClient::OnServing()
{
    Note("serving");
}

void
NotingClient::OnStopping()
{
    Note("stopping");
}

void
NotingClient::OnStopped()
{
    Note("stopped");
}

void
NotingClient::OnFailed()
{
    Note("failed");
}

void
NotingClient::OnRpf(RpfQuery& query)
{
    Note("RPF", query.entry.ToSourceGroup(), query.incoming);
}

void
NotingClient::OnCreationAlert(const SourceGroup& entry,
                              const InterfaceId& incoming,
                              std::vector<InterfaceEntry>& interfaces)
{
    Note("CREATION_ALERT", entry, incoming, interfaces.size());
}

void
NotingClient::OnPruneAlert(const SourceGroup& entry,
                           const InterfaceId& interface,
                           bool memberDelete,
                           Time&)
{
    Note("PRUNE_ALERT", entry, interface, memberDelete);
}

void
NotingClient::OnJoinAlert(const SourceGroup& entry, bool memberUpdate)
{
    Note("JOIN_ALERT", entry, memberUpdate);
}

void
NotingClient::OnWrongIf(const SourceGroup& key, const InterfaceId& arrival, const Ipv4Header&)
{
    Note("WRONG_IF", key, arrival);
}

void
NotingClient::OnLocalJoin(const SourceGroup& entry, const InterfaceId& interface)
{
    Note("LOCAL_JOIN", entry, interface);
}

void
NotingClient::OnLocalLeave(const SourceGroup& entry, const InterfaceId& interface)
{
    Note("LOCAL_LEAVE", entry, interface);
}

void
NotingClient::OnDisableIgmp(const InterfaceId& interface)
{
    Note("DISABLE_IGMP", interface);
}

void
NotingClient::OnEnableIgmp(const InterfaceId& interface)
{
    Note("ENABLE_IGMP", interface);
}

void
ManagerClientTest::SetUp()
{
    MfeTest::SetUp();
    m_client = CreateObject<NotingClient>();
    m_client->SetInterfaces({{1}, {2}});
    m_client->SetStartTime(Days(1)); // tests start it themselves
    m_node->AddApplication(m_client);
}

void
ManagerClientTest::SetDelay(const std::string& name, const std::string& value)
{
    const bool isConstant = value.find('[') == std::string::npos;
    m_client->SetAttribute(
        name,
        StringValue(isConstant ? "ns3::ConstantRandomVariable[Constant=" + value + "]" : value));
}

void
ManagerClientTest::SetAllDelays()
{
    for (const auto* name : DELAYS)
    {
        SetDelay(name, "1");
    }
}

Lines
ManagerClientTest::Calls() const
{
    Lines calls;
    for (const auto& record : Traced(TraceKind::RETURN))
    {
        if (record.client == m_client->id)
        {
            std::ostringstream line;
            line << static_cast<double>(record.timeNs) / 1e9 << ' ' << record.opText;
            if (record.interface)
            {
                line << ' ' << *record.interface;
            }
            line << ' ' << *record.status;
            calls.push_back(line.str());
        }
    }
    return calls;
}

Lines
ManagerClientTest::Told()
{
    return std::exchange(m_client->notes, {});
}

} // namespace mgm
} // namespace ns3
