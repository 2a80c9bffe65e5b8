/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-fuzz-history.h"

#include "mgm-fuzz-target.h"

#include "ns3/boolean.h"
#include "ns3/double.h"
#include "ns3/enum.h"
#include "ns3/mgm-alert-order.h"
#include "ns3/pointer.h"
#include "ns3/random-variable-stream.h"
#include "ns3/simulator.h"

#include <algorithm>
#include <set>

namespace ns3
{
namespace mgm
{

namespace
{

constexpr std::array<ClientId, 6> CLIENTS{
    {{IGMP_PROTOCOL_ID, 0}, {4, 1}, {2, 1}, {4, 2}, {7, 1}, {IGMP_PROTOCOL_ID, 1}}};
constexpr ClientId WITNESS{99, 1};

const std::array<Ipv4Address, 3> SOURCES{Ipv4Address("10.0.9.1"),
                                         Ipv4Address("10.0.9.2"),
                                         Ipv4Address("10.0.8.1")};
const std::array<Ipv4Address, 2> GROUPS{Ipv4Address("239.1.1.1"), Ipv4Address("239.1.1.2")};

/// Room in a buffer [bytes].
constexpr std::array<uint32_t, 4> ROOMS{0, 16, 120, 100000};

Ptr<RandomVariableStream>
MakeConstant(double value)
{
    const auto variable = CreateObject<ConstantRandomVariable>();
    variable->SetAttribute("Constant", DoubleValue(value));
    return variable;
}

Ptr<RandomVariableStream>
MakeUniform(double most)
{
    const auto variable = CreateObject<UniformRandomVariable>();
    variable->SetAttribute("Max", DoubleValue(most));
    return variable;
}

} // namespace

FuzzClient::FuzzClient(FuzzHistory& history, ClientId id)
    : m_history(history),
      m_id(id)
{
}

Status
FuzzClient::Register(bool isMute)
{
    ClientCallbacks callbacks;
    if (!isMute)
    {
        callbacks.rpf = MakeCallback(&FuzzClient::RpfAsked, this);
        callbacks.creationAlert = MakeCallback(&FuzzClient::CreationAlerted, this);
        callbacks.wrongIf = MakeCallback(&FuzzClient::WrongInterface, this);
        callbacks.pruneAlert = MakeCallback(&FuzzClient::PruneAlerted, this);
        callbacks.joinAlert = MakeCallback(&FuzzClient::JoinAlerted, this);
        callbacks.localJoin = MakeCallback(&FuzzClient::LocalChanged, this);
        callbacks.localLeave = MakeCallback(&FuzzClient::LocalChanged, this);
        callbacks.disableIgmp = MakeCallback(&FuzzClient::Bracketed, this);
        callbacks.enableIgmp = MakeCallback(&FuzzClient::Bracketed, this);
    }
    ClientHandle handle;
    const auto status = m_history.GetManager()->RegisterMProtocol(callbacks, m_id, "", handle);
    if (status == Status::NO_ERROR)
    {
        m_old = m_handle;
        m_handle = handle;
    }
    return status;
}

void
FuzzClient::Returned()
{
    m_history.React();
}

void
FuzzClient::RpfAsked(RpfQuery& query)
{
    const auto choice = m_history.GetBytes().Take();
    if (choice % 4 == 3)
    {
        query.incoming.index = 1 + (choice >> 2) % FuzzRouter::INTERFACES;
    }
    if (choice % 4 == 2)
    {
        query.upstreamNeighbor = Ipv4Address(0x0A000900U + choice);
    }
    m_history.React();
}

void
FuzzClient::CreationAlerted(const SourceGroupEntry& /*entry*/,
                            const InterfaceId& /*incoming*/,
                            std::vector<InterfaceEntry>& interfaces)
{
    const auto choice = m_history.GetBytes().Take();
    for (auto& shown : interfaces)
    {
        shown.enabled = (choice >> shown.interface.index & 1) == 0;
    }
    m_history.React();
}

void
FuzzClient::WrongInterface(const SourceGroup& /*key*/,
                           const InterfaceId& /*arrival*/,
                           const Ipv4Header& /*header*/)
{
    m_history.React();
}

void
FuzzClient::PruneAlerted(const SourceGroupEntry& /*entry*/,
                         const InterfaceId& /*interface*/,
                         bool /*memberDelete*/,
                         Time& timeout)
{
    const auto choice = m_history.GetBytes().Take();
    if (choice % 4 == 1)
    {
        timeout = Seconds(choice >> 2);
    }
    m_history.React();
}

void
FuzzClient::JoinAlerted(const SourceGroupEntry& /*entry*/, bool /*memberUpdate*/)
{
    m_history.React();
}

void
FuzzClient::LocalChanged(const SourceGroupEntry& /*entry*/, const InterfaceId& /*interface*/)
{
    m_history.React();
}

void
FuzzClient::Bracketed(const InterfaceId& /*interface*/)
{
    m_history.React();
}

FuzzHistory::FuzzHistory(std::string_view input)
    : m_bytes(input)
{
    for (const auto id : CLIENTS)
    {
        m_clients.push_back(std::make_unique<FuzzClient>(*this, id));
    }
    m_witness = std::make_unique<FuzzClient>(*this, WITNESS);
}

void
FuzzHistory::SetUp()
{
    const auto manager = GetManager();
    const auto choice = m_bytes.Take();
    manager->SetAttribute("CallbackDelivery", EnumValue(static_cast<CallbackDelivery>(choice & 1)));
    manager->SetAttribute("AlertOrder",
                          EnumValue(static_cast<AlertOrder>(choice >> 1 & 3))); // not CHOSEN
    manager->SetAttribute("WrongIfAlerts", BooleanValue((choice & 8) == 0));
    for (const auto* attribute :
         {"ApiCallCost", "CallbackCost", "OwnershipChangeDuration", "UpcallCost"})
    {
        DrawCost(attribute);
    }
    constexpr std::array<double, 4> TIMEOUTS{900, 60, 3, 1e-9};
    manager->SetAttribute("MfeTimeout",
                          TimeValue(Seconds(TIMEOUTS[m_bytes.Choose(TIMEOUTS.size())])));
    manager->AssignStreams(1);
    m_router.Route(SOURCES[0], 1, false);
    m_router.Route(SOURCES[2], FuzzRouter::INTERFACES, false);
    m_witness->Register(true);
}

void
FuzzHistory::DrawCost(const std::string& attribute)
{
    constexpr std::array<double, 4> CONSTANTS{1e-9, 0.001, 0.5, 4};
    const auto choice = m_bytes.Take();
    if (choice % 4 == 1)
    {
        GetManager()->SetAttribute(attribute, PointerValue(MakeConstant(CONSTANTS[choice >> 6])));
    }
    if (choice % 4 == 2)
    {
        GetManager()->SetAttribute(attribute, PointerValue(MakeUniform(CONSTANTS[choice >> 6])));
    }
}

/// Interfaces from 0, the loopback, to one that does not exist.
FuzzHistory::Choice
FuzzHistory::Choose()
{
    const auto choice = m_bytes.Take();
    auto& client = *m_clients[choice % m_clients.size()];
    const bool isOld = choice >= 250;
    const uint32_t interface = m_bytes.Choose(16);
    return {
        client,
        client.GetHandle(isOld),
        {interface < FuzzRouter::INTERFACES + 2 ? interface : 1 + interface % FuzzRouter::INTERFACES}};
}

SourceGroup
FuzzHistory::ChooseKey()
{
    const auto choice = m_bytes.Take();
    return {SOURCES[choice % SOURCES.size()], GROUPS[(choice >> 4) % GROUPS.size()]};
}

/// Rarely one that is not valid (MBR-2).
SourceGroupEntry
FuzzHistory::ChooseEntry()
{
    const auto choice = m_bytes.Take();
    SourceGroup key{SOURCES[choice % SOURCES.size()], GROUPS[(choice >> 4) % GROUPS.size()]};
    if (choice & 8)
    {
        key.source = ANY_ADDRESS;
    }
    if (choice >= 0xE0)
    {
        key = {};
    }
    SourceGroupEntry entry(key);
    switch (choice)
    {
    case 0xFF:
        entry.group = Ipv4Address("224.0.0.5");
        break;
    case 0xFE:
        entry.sourceMask = Ipv4Mask("/24");
        break;
    case 0xFD:
        entry.source = GROUPS[0];
        break;
    default:
        break;
    }
    return entry;
}

bool
FuzzHistory::IsAlive(ClientHandle handle) const
{
    return GetManager()->GetClients().Find(handle) != nullptr;
}

/// I9
void
FuzzHistory::RequireInvalid(ClientHandle handle, Status status) const
{
    RequireOfInput(status == Status::ERROR_INVALID_PARAMETER,
                   "a call with the dead handle " + std::to_string(handle.value) + " returns " +
                       std::string(ToString(status)));
}

void
FuzzHistory::Play()
{
    SetUp();
    while (!m_bytes.IsEmpty() && m_calls < MOST_CALLS)
    {
        Step();
    }
    m_isLeaving = true;
    Leave();
    CheckEmpty();
    m_router.Judge();
}

void
FuzzHistory::React()
{
    if (m_isLeaving || m_depth >= MOST_NESTED)
    {
        return;
    }
    constexpr std::array<uint32_t, 4> COUNTS{0, 0, 1, 2};
    ++m_depth;
    for (auto left = COUNTS[m_bytes.Choose(COUNTS.size())]; left > 0 && m_calls < MOST_CALLS;
         --left)
    {
        Call();
    }
    --m_depth;
}

/// What does not happen within a callback: events of the simulator.
void
FuzzHistory::Step()
{
    constexpr std::array EVENTS{&FuzzHistory::Arrive,
                                &FuzzHistory::Wait,
                                &FuzzHistory::ToggleInterface,
                                &FuzzHistory::Crash,
                                &FuzzHistory::CheckTables};
    const auto choice = m_bytes.Take();
    if (choice < 160)
    {
        CallAbout(choice);
        return;
    }
    constexpr std::array<uint8_t, 16> WEIGHTS{0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 2, 2, 3, 4, 4};
    ++m_calls;
    (this->*EVENTS[WEIGHTS[choice % WEIGHTS.size()]])();
}

void
FuzzHistory::Call()
{
    CallAbout(m_bytes.Take());
}

void
FuzzHistory::CallAbout(uint32_t verb)
{
    constexpr std::array CALLS{&FuzzHistory::Register,
                               &FuzzHistory::Take,
                               &FuzzHistory::Take,
                               &FuzzHistory::Add,
                               &FuzzHistory::Add,
                               &FuzzHistory::Add,
                               &FuzzHistory::Delete,
                               &FuzzHistory::Delete,
                               &FuzzHistory::Release,
                               &FuzzHistory::DeRegister,
                               &FuzzHistory::Fail,
                               &FuzzHistory::Start,
                               &FuzzHistory::Next,
                               &FuzzHistory::Next,
                               &FuzzHistory::End,
                               &FuzzHistory::AskOwner,
                               &FuzzHistory::MoveRoute,
                               &FuzzHistory::MoveRoute,
                               &FuzzHistory::ChangeNeighbor,
                               &FuzzHistory::ReadEntries,
                               &FuzzHistory::WaitForReturn};
    ++m_calls;
    (this->*CALLS[verb % CALLS.size()])();
}

void
FuzzHistory::Register()
{
    const auto choice = m_bytes.Take();
    auto& client = *m_clients[choice % m_clients.size()];
    const bool isRegistered = IsAlive(client.GetHandle());
    const auto status = client.Register(choice >= 250);
    RequireOfInput(status == (isRegistered ? Status::ERROR_ALREADY_EXISTS : Status::NO_ERROR),
                   "REG-2: registering returns " + std::string(ToString(status)));
}

void
FuzzHistory::DeRegister()
{
    const auto handle = Choose().handle;
    const auto* client = GetManager()->GetClients().Find(handle);
    const bool hasInterfaces = client && !client->interfaces.empty();
    const auto status = GetManager()->DeRegisterMProtocol(handle);
    const auto expected = !client         ? Status::ERROR_INVALID_PARAMETER
                          : hasInterfaces ? Status::ERROR_CAN_NOT_COMPLETE
                                          : Status::NO_ERROR;
    RequireOfInput(status == expected,
                   "REG-3: deregistering returns " + std::string(ToString(status)));
}

void
FuzzHistory::Fail()
{
    const auto handle = Choose().handle;
    const auto wasAlive = IsAlive(handle);
    const auto status = GetManager()->FailClient(handle);
    RequireOfInput(status == (wasAlive ? Status::NO_ERROR : Status::ERROR_INVALID_PARAMETER),
                   "REG-5: a failure returns " + std::string(ToString(status)));
    RequireOfInput(!IsAlive(handle), "REG-5: a client that has failed is registered");
}

void
FuzzHistory::Take()
{
    const auto choice = Choose();
    const bool wasAlive = IsAlive(choice.handle);
    const auto status = GetManager()->TakeInterfaceOwnership(choice.handle, choice.interface);
    if (!wasAlive)
    {
        RequireInvalid(choice.handle, status);
    }
}

void
FuzzHistory::Release()
{
    const auto choice = Choose();
    const bool wasAlive = IsAlive(choice.handle);
    const auto status = GetManager()->ReleaseInterfaceOwnership(choice.handle, choice.interface);
    if (!wasAlive)
    {
        RequireInvalid(choice.handle, status);
    }
}

void
FuzzHistory::Add()
{
    const auto choice = Choose();
    const auto entry = ChooseEntry();
    const auto flags = 1 + m_bytes.Choose(4);
    const bool wasAlive = IsAlive(choice.handle);
    const auto status =
        GetManager()->AddGroupMembershipEntry(choice.handle, entry, choice.interface, flags);
    if (!wasAlive || flags > 3)
    {
        RequireInvalid(choice.handle, status);
    }
}

void
FuzzHistory::Delete()
{
    const auto choice = Choose();
    const auto entry = ChooseEntry();
    const auto flags = 1 + m_bytes.Choose(4);
    const bool wasAlive = IsAlive(choice.handle);
    const auto status =
        GetManager()->DeleteGroupMembershipEntry(choice.handle, entry, choice.interface, flags);
    if (!wasAlive || flags > 3)
    {
        RequireInvalid(choice.handle, status);
    }
}

void
FuzzHistory::Start()
{
    const auto handle = Choose().handle;
    const bool wasAlive = IsAlive(handle);
    const auto type =
        m_bytes.Choose(2) ? EnumerationType::ANY_SOURCE : EnumerationType::ALL_SOURCES;
    Enumeration enumeration{{}, handle, false};
    const auto status = GetManager()->GroupEnumerationStart(handle, type, enumeration.handle);
    if (!wasAlive)
    {
        RequireInvalid(handle, status);
        return;
    }
    m_enumerations.push_back(enumeration);
}

void
FuzzHistory::Next()
{
    const auto choice = m_bytes.Take();
    const uint32_t entries = m_bytes.Choose(4);
    if (m_enumerations.empty())
    {
        return;
    }
    const auto enumeration = m_enumerations[choice % m_enumerations.size()];
    std::array<SourceGroupEntry, 4> buffer;
    auto size = static_cast<uint32_t>(entries * sizeof(SourceGroupEntry));
    uint32_t count = 0;
    const auto status =
        GetManager()->GroupEnumerationGetNext(enumeration.handle, size, buffer.data(), count);
    if (enumeration.isEnded || !IsAlive(enumeration.client))
    {
        RequireInvalid(enumeration.client, status);
    }
    RequireOfInput(count <= entries, "an enumeration returns more than there is room for");
    for (uint32_t i = 0; i < count; ++i)
    {
        RequireOfInput(IsValidMembership(buffer.at(i)), "ENU-2: an entry is no membership");
    }
}

void
FuzzHistory::End()
{
    const auto choice = m_bytes.Take();
    if (m_enumerations.empty())
    {
        return;
    }
    const auto number = choice % m_enumerations.size();
    const auto status = GetManager()->GroupEnumerationEnd(m_enumerations[number].handle);
    const bool wasAlive = !m_enumerations[number].isEnded && IsAlive(m_enumerations[number].client);
    m_enumerations[number].isEnded = true;
    RequireOfInput(status == (wasAlive ? Status::NO_ERROR : Status::ERROR_INVALID_PARAMETER),
                   "ENU-1: ending returns " + std::string(ToString(status)));
}

void
FuzzHistory::AskOwner()
{
    const auto choice = Choose();
    ClientId id;
    GetManager()->GetProtocolOnInterface(choice.handle, choice.interface, id);
}

void
FuzzHistory::ChangeNeighbor()
{
    const auto handle = Choose().handle;
    const auto key = ChooseKey();
    const bool wasAlive = IsAlive(handle);
    Mfe mfe;
    mfe.source = key.source;
    mfe.group = key.group;
    mfe.upstreamNeighbor = SOURCES[1];
    const auto status = GetManager()->SetMfe(handle, mfe);
    if (!wasAlive)
    {
        RequireInvalid(handle, status);
    }
}

/// Pages through the entries, in buffers of any size: they are those of GetMfes() (MFE-6).
void
FuzzHistory::ReadEntries()
{
    const auto manager = GetManager();
    const auto room = ROOMS[m_bytes.Choose(ROOMS.size())];
    std::vector<SourceGroup> expected;
    for (const auto& mfe : manager->GetMfes())
    {
        expected.push_back({mfe.source, mfe.group});
    }
    RequireOfInput(std::is_sorted(expected.begin(), expected.end()), "MFE-6: the order is wrong");
    std::vector<SourceGroup> listed;
    std::vector<Mfe> mfes;
    auto size = room;
    auto status = manager->GetFirstMfe(size, mfes);
    while (true)
    {
        for (const auto& mfe : mfes)
        {
            listed.push_back({mfe.source, mfe.group});
        }
        if (status == Status::ERROR_NO_MORE_ITEMS)
        {
            break;
        }
        RequireOfInput(status == Status::ERROR_MORE_DATA ||
                           (status == Status::ERROR_INSUFFICIENT_BUFFER && size > room),
                       "MFE-6: paging returns " + std::string(ToString(status)));
        size = status == Status::ERROR_MORE_DATA ? room : size;
        mfes.clear();
        status = listed.empty() ? manager->GetFirstMfe(size, mfes)
                                : manager->GetNextMfe(listed.back(), size, mfes);
    }
    RequireOfInput(listed == expected, "MFE-6: paging lists other entries");
    for (const auto& key : listed)
    {
        MfeStats stats;
        auto ample = ROOMS.back();
        RequireOfInput(manager->GetMfeStats(key, MfeStatsLevel::MGM_MFE_STATS_1, ample, stats) ==
                           Status::NO_ERROR,
                       "MFE-6: an entry that is listed has no statistics");
    }
}

void
FuzzHistory::WaitForReturn()
{
    const auto choice = Choose();
    GetManager()->CallWhenReturned(choice.handle,
                                   MakeCallback(&FuzzClient::Returned, &choice.client));
}

void
FuzzHistory::MoveRoute()
{
    const auto choice = m_bytes.Take();
    m_router.Route(SOURCES[choice % SOURCES.size()],
                   (choice >> 2) % (FuzzRouter::INTERFACES + 1),
                   (choice & 0x80) == 0);
}

void
FuzzHistory::Arrive()
{
    const auto key = ChooseKey();
    const auto interface = 1 + m_bytes.Choose(FuzzRouter::INTERFACES);
    if (m_router.IsUp(interface))
    {
        m_router.GetPlane().Arrive(key, interface);
    }
}

void
FuzzHistory::Wait()
{
    constexpr std::array<double, 6> TIMES{1e-9, 0.001, 0.3, 2, 61, 1000};
    FuzzRouter::Run(Seconds(TIMES[m_bytes.Choose(TIMES.size())]));
}

void
FuzzHistory::ToggleInterface()
{
    const auto interface = 1 + m_bytes.Choose(FuzzRouter::INTERFACES);
    m_router.SetInterface(interface, !m_router.IsUp(interface));
}

/// All clients but the witness fail, then the interfaces go down; they come up at the boot.
void
FuzzHistory::Crash()
{
    FailAll();
    for (uint32_t i = 1; i <= FuzzRouter::INTERFACES; ++i)
    {
        m_router.SetInterface(i, false);
    }
    Wait();
    for (uint32_t i = 1; i <= FuzzRouter::INTERFACES; ++i)
    {
        m_router.SetInterface(i, true);
    }
}

void
FuzzHistory::FailAll()
{
    for (const auto& client : m_clients)
    {
        GetManager()->FailClient(client->GetHandle());
    }
}

/// Changes of owner are awaited: releasing during one is refused (OWN-10).
void
FuzzHistory::Leave()
{
    constexpr int ROUNDS = 2 * FuzzRouter::INTERFACES + 2;
    FuzzRouter::Run(Seconds(1000));
    for (int round = 0; round < ROUNDS && GetManager()->GetClients().GetAll().size() > 1; ++round)
    {
        for (const auto& client : m_clients)
        {
            ReleaseAll(client->GetHandle());
        }
        FuzzRouter::Run(Seconds(1000));
    }
}

void
FuzzHistory::ReleaseAll(ClientHandle handle)
{
    if (!IsAlive(handle))
    {
        return;
    }
    const auto interfaces = GetManager()->GetClients().Find(handle)->interfaces;
    for (const auto& interface : interfaces)
    {
        GetManager()->ReleaseInterfaceOwnership(handle, interface);
    }
    GetManager()->DeRegisterMProtocol(handle);
}

/// What is enumerated are the memberships, and each belongs to who has its interface (I4).
void
FuzzHistory::CheckTables()
{
    const auto manager = GetManager();
    EnumerationHandle enumeration;
    manager->GroupEnumerationStart(m_witness->GetHandle(),
                                   EnumerationType::ALL_SOURCES,
                                   enumeration);
    std::array<SourceGroupEntry, 64> buffer; // more than there are keys
    uint32_t size = sizeof(buffer);
    uint32_t count = 0;
    const auto status = manager->GroupEnumerationGetNext(enumeration, size, buffer.data(), count);
    RequireOfInput(status == Status::ERROR_NO_MORE_ITEMS, "ENU-1: the entries have no end");
    manager->GroupEnumerationEnd(enumeration);
    std::size_t holders = 0;
    for (uint32_t i = 0; i < count; ++i)
    {
        const auto* found = manager->GetMemberships().Find(buffer.at(i).ToSourceGroup());
        RequireOfInput(found != nullptr, "ENU-2: an entry is listed that nobody holds");
        holders += found->size();
        for (const auto& holder : *found)
        {
            const auto* who = manager->GetOwnership().Find(holder.interface);
            RequireOfInput(IsAlive(holder.client) && who &&
                               (who->owner == holder.client || who->igmp == holder.client),
                           "I4: a membership belongs to who does not have the interface");
        }
    }
    RequireOfInput(holders == manager->GetMemberships().GetSize(),
                   "ENU-2: not all memberships are listed, or some are twice");
    CheckOwners();
}

/// When nothing is in progress, only clients that are registered have interfaces.
void
FuzzHistory::CheckOwners()
{
    const auto manager = GetManager();
    const auto& clients = manager->GetClients().GetAll();
    for (uint32_t i = 0; i <= FuzzRouter::INTERFACES && manager->IsIdle(); ++i)
    {
        ClientId id;
        if (manager->GetProtocolOnInterface({i}, id) == Status::NO_ERROR)
        {
            RequireOfInput(std::any_of(clients.begin(),
                                       clients.end(),
                                       [id](const auto& each) { return each.second.id == id; }),
                           "OWN-6: a client that is gone has an interface");
        }
    }
}

/// I8
void
FuzzHistory::CheckEmpty()
{
    const auto manager = GetManager();
    manager->DeRegisterMProtocol(m_witness->GetHandle());
    RequireOfInput(manager->GetClients().GetAll().empty(), "I8: a client is left");
    RequireOfInput(manager->GetOwnership().GetSize() == 0, "I8: an owner is left");
    RequireOfInput(manager->GetMemberships().GetSize() == 0, "I8: a membership is left");
    const auto mfes = manager->GetMfes();
    RequireOfInput(!(mfes.begin() != mfes.end()), "OWN-5: a forwarding entry is left");
    RequireOfInput(manager->IsIdle(), "I8: something is in progress");
}

void
FuzzManager(std::string_view input)
{
    FuzzHistory(input).Play();
}

} // namespace mgm
} // namespace ns3
