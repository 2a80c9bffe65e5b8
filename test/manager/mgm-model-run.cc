/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-model-run.h"

#include "mgm-manager-fixture.h"

#include "ns3/enum.h"
#include "ns3/pointer.h"
#include "ns3/simulator.h"
#include "ns3/string.h"

#include <sstream>
#include <tuple>

namespace ns3
{
namespace mgm
{

namespace
{

using Verb = RandomCall::Verb;

/// Says how two results differ; empty if they do not.
template <typename T>
std::string
Differ(const T& manager, const T& model)
{
    if (manager == model)
    {
        return "";
    }
    std::ostringstream os;
    os << "manager: " << manager << ", model: " << model;
    return os.str();
}

} // namespace

ModelRun::ModelRun(const RandomSetup& setup)
    : m_setup(setup),
      m_node(MakeRouter(setup.interfaces)),
      m_manager(CreateObject<MulticastGroupManager>()),
      m_model(setup)
{
    const auto rib = CreateObject<FakeRib>();
    for (uint32_t i = 0; i < setup.rib.size(); ++i)
    {
        rib->interfaces[0x0A000901 + i] = setup.rib[i];
    }
    m_manager->SetAttribute("Rib", PointerValue(rib));
    m_manager->SetAttribute("AlertOrder", EnumValue(static_cast<int>(setup.alertOrder)));
    if (setup.lasting)
    {
        m_manager->SetAttribute("OwnershipChangeDuration",
                                StringValue("ns3::ConstantRandomVariable[Constant=1]"));
    }
    m_node->AggregateObject(m_manager);
    Tracer::Of(m_node)->TraceConnectWithoutContext("Record", MakeCallback(&ModelRun::Watch, this));

    for (const uint32_t slot : {WITNESS, 0U, 1U, 2U, 3U, 4U})
    {
        RandomCall call{};
        call.verb = Verb::REGISTER;
        call.slot = slot;
        if (slot == WITNESS || (setup.registered >> slot & 1) != 0)
        {
            DoRegister(call);
        }
    }
    CheckTables();
}

ModelRun::~ModelRun()
{
    Simulator::Destroy();
}

std::string
ModelRun::Step(const RandomCall& call)
{
    m_log.clear();
    m_deletions.clear();
    m_reactionsLeft.fill(REACTIONS);
    m_model.BeginStep();
    m_owners.clear();
    for (uint32_t i = 1; i <= m_setup.interfaces; ++i)
    {
        m_owners[i] = m_model.GetOwner(i);
    }
    auto wrong = Do(Resolve(call));
    const auto check = [&](auto function) {
        if (wrong.empty())
        {
            wrong = (this->*function)();
        }
    };
    check(&ModelRun::CheckEvents);
    check(&ModelRun::CheckTables);
    check(&ModelRun::CheckHolders);
    check(&ModelRun::CheckInterfaces);
    check(&ModelRun::CheckBrackets);
    check(&ModelRun::CheckKnowledge);
    return wrong.empty() ? m_model.GetContradiction() : wrong;
}

std::string
ModelRun::ShutDown()
{
    std::string wrong;
    const auto step = [&](Verb verb, uint32_t slot, uint32_t interface) {
        RandomCall call{};
        call.verb = verb;
        call.slot = slot;
        call.interface = interface - 1; // see Resolve()
        wrong = wrong.empty() ? Step(call) : wrong;
    };
    const auto wait = [&] {
        for (int i = 0; i < 2 && m_setup.lasting; ++i)
        {
            step(Verb::WAIT, 0, 0);
        }
    };
    wait();
    for (uint32_t interface = 1; interface <= m_setup.interfaces; ++interface)
    {
        for (uint32_t slot = 0; slot < WITNESS; ++slot)
        {
            step(Verb::RELEASE, slot, interface);
            wait();
        }
    }
    for (Number client = 1; wrong.empty() && client <= m_registrations.size(); ++client)
    {
        const auto& knowledge = m_registrations[client - 1].knowledge;
        const bool settled = knowledge.IsSettled() && knowledge.GetLocal().empty();
        wrong = settled || !m_model.IsAlive(client) ? "" : "JOIN_ALERT without PRUNE_ALERT";
    }
    for (uint32_t slot = 0; slot < WITNESS; ++slot)
    {
        step(Verb::DEREGISTER, slot, 0);
    }
    return wrong.empty() ? CheckEmpty() : wrong;
}

void
ModelRun::Watch(const TraceRecord& record)
{
    if (record.kind == TraceKind::STATE && record.op == "membership" && record.event == "delete")
    {
        m_deletions.emplace_back(*record.client, *record.sourceGroup, record.interface->index);
    }
}

std::unique_ptr<TestClient>
ModelRun::MakeClient(uint32_t slot)
{
    auto client = std::make_unique<TestClient>(m_manager, SLOT_IDS[slot], m_log);
    if (slot == m_setup.mute)
    {
        client->callbacks = {};
    }
    client->react = [this, slot, self = client.get()](const ClientEvent& event) {
        ReactTo(slot, *self, event);
    };
    return client;
}

void
ModelRun::ReactTo(uint32_t slot, TestClient& client, const ClientEvent& event)
{
    const auto call = React(m_setup, slot, event);
    if (!call || m_reactionsLeft[slot] == 0)
    {
        return;
    }
    --m_reactionsLeft[slot];
    const auto status = call->verb == Verb::ADD
                            ? client.Add(call->entry, call->interface, call->flags)
                            : client.Delete(call->entry, call->interface, call->flags);
    m_log.push_back(Returned(client, status));
}

/// Makes slot and interface fit each other and the node. An interface beyond them stays.
RandomCall
ModelRun::Resolve(RandomCall call) const
{
    std::vector<std::pair<uint32_t, uint32_t>> pairs;
    for (Number client = 1; client <= m_registrations.size(); ++client)
    {
        for (const auto interface : m_model.GetInterfaces(client))
        {
            pairs.emplace_back(m_registrations[client - 1].slot, interface);
        }
    }
    if (call.fitting && !pairs.empty())
    {
        std::tie(call.slot, call.interface) =
            pairs[(call.slot * MAX_INTERFACES + call.interface) % pairs.size()];
    }
    else if (call.interface <= MAX_INTERFACES)
    {
        call.interface = 1 + call.interface % m_setup.interfaces;
    }
    return call;
}

/// The newest registration of the slot, or the one before it; 0 if there is none.
ModelRun::Number
ModelRun::FindClient(const RandomCall& call) const
{
    Number newest = 0;
    Number before = 0;
    for (Number client = 1; client <= m_registrations.size(); ++client)
    {
        if (m_registrations[client - 1].slot == call.slot)
        {
            before = newest;
            newest = client;
        }
    }
    return call.stale ? before : newest;
}

ClientHandle
ModelRun::HandleOf(Number client) const
{
    return client == 0 ? ClientHandle{} : m_registrations.at(client - 1).client->GetHandle();
}

TestClient&
ModelRun::ClientOf(Number client)
{
    return *m_registrations.at(client - 1).client;
}

std::string
ModelRun::Do(const RandomCall& call)
{
    switch (call.verb)
    {
    case Verb::REGISTER:
        return DoRegister(call);
    case Verb::ADD:
    case Verb::DELETE:
        return DoMembership(call);
    case Verb::START:
        return DoStart(call);
    case Verb::NEXT:
        return DoNext(call);
    case Verb::END:
        return DoEnd(call);
    case Verb::WAIT:
        return DoWait();
    default:
        return DoOwnership(call);
    }
}

std::string
ModelRun::DoRegister(const RandomCall& call)
{
    auto client = MakeClient(call.slot);
    const auto status = client->Register();
    const auto expected = m_model.Register(call.slot);
    if (status == Status::NO_ERROR && expected == status)
    {
        const auto debts = m_model.GetDebts();
        m_registrations.push_back(
            {call.slot, std::move(client), ClientKnowledge(debts.at(m_model.GetNewest()))});
    }
    return Differ(status, expected);
}

std::string
ModelRun::DoOwnership(const RandomCall& call)
{
    const auto client = FindClient(call);
    const auto handle = HandleOf(client);
    const InterfaceId interface {
        call.interface
    };
    Status status;
    switch (call.verb)
    {
    case Verb::DEREGISTER:
        status = m_manager->DeRegisterMProtocol(handle);
        return Differ(status, m_model.DeRegister(client));
    case Verb::FAIL:
        status = m_manager->FailClient(handle);
        return Differ(status, m_model.Fail(client, m_deletions));
    case Verb::TAKE:
        status = m_manager->TakeInterfaceOwnership(handle, interface);
        return Differ(status, m_model.Take(client, call.interface, m_deletions));
    default:
        status = m_manager->ReleaseInterfaceOwnership(handle, interface);
        return Differ(status, m_model.Release(client, call.interface, m_deletions));
    }
}

std::string
ModelRun::DoMembership(const RandomCall& call)
{
    const auto client = FindClient(call);
    const auto handle = HandleOf(client);
    const InterfaceId interface {
        call.interface
    };
    if (call.verb == Verb::ADD)
    {
        const auto status =
            m_manager->AddGroupMembershipEntry(handle, call.entry, interface, call.flags);
        return Differ(status, m_model.Add(client, call));
    }
    const auto status =
        m_manager->DeleteGroupMembershipEntry(handle, call.entry, interface, call.flags);
    return Differ(status, m_model.Delete(client, call));
}

std::string
ModelRun::DoStart(const RandomCall& call)
{
    const auto client = FindClient(call);
    EnumerationHandle handle;
    const auto status = m_manager->GroupEnumerationStart(HandleOf(client), call.type, handle);
    if (!m_model.IsAlive(client))
    {
        return Differ(status, Status::ERROR_INVALID_PARAMETER);
    }
    const EnumerationOracle oracle(call.type, {m_order.begin(), m_order.end()});
    m_enumerations.push_back({handle, client, oracle, false, false});
    return Differ(status, Status::NO_ERROR);
}

std::string
ModelRun::DoNext(const RandomCall& call)
{
    if (call.number >= m_enumerations.size())
    {
        return "";
    }
    auto& enumeration = m_enumerations[m_enumerations.size() - 1 - call.number];
    std::vector<SourceGroupEntry> buffer(call.room + 1);
    auto size = static_cast<uint32_t>(call.room * sizeof(SourceGroupEntry));
    uint32_t count = 0;
    const auto status =
        m_manager->GroupEnumerationGetNext(enumeration.handle, size, buffer.data(), count);
    if (enumeration.ended || !m_model.IsAlive(enumeration.client))
    {
        return Differ(status, Status::ERROR_INVALID_PARAMETER);
    }
    std::vector<SourceGroup> keys;
    for (uint32_t i = 0; i < count; ++i)
    {
        keys.push_back(CheckedKey(buffer.at(i)));
    }
    auto& knowledge = m_registrations.at(enumeration.client - 1).knowledge;
    knowledge.Read(keys);
    if (status == Status::ERROR_NO_MORE_ITEMS)
    {
        knowledge.EndReading(enumeration.covered);
    }
    return enumeration.oracle.Judge(call.room, status, keys);
}

std::string
ModelRun::DoEnd(const RandomCall& call)
{
    if (call.number >= m_enumerations.size())
    {
        return "";
    }
    auto& enumeration = m_enumerations[m_enumerations.size() - 1 - call.number];
    const bool dead = enumeration.ended || !m_model.IsAlive(enumeration.client);
    enumeration.ended = true;
    return Differ(m_manager->GroupEnumerationEnd(enumeration.handle),
                  dead ? Status::ERROR_INVALID_PARAMETER : Status::NO_ERROR);
}

std::string
ModelRun::DoWait()
{
    Simulator::Stop(NanoSeconds(WAIT_DURATION));
    Simulator::Run();
    m_model.Wait(WAIT_DURATION);
    return "";
}

} // namespace mgm
} // namespace ns3
