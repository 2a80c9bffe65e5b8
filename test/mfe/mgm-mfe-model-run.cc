/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-mfe-model-run.h"

#include "ns3/boolean.h"
#include "ns3/enum.h"
#include "ns3/pointer.h"
#include "ns3/simulator.h"

#include <sstream>

namespace ns3
{
namespace mgm
{

namespace
{

using Verb = MfeStep::Verb;

std::string
Differ(Status manager, Status model)
{
    std::ostringstream os;
    if (manager != model)
    {
        os << "manager: " << manager << ", model: " << model;
    }
    return os.str();
}

} // namespace

MfeModelRun::MfeModelRun(const MfeSetup& setup)
    : m_setup(setup),
      m_node(MakeRouter(MFE_INTERFACES)),
      m_manager(CreateObject<MulticastGroupManager>()),
      m_rib(CreateObject<FakeRib>()),
      m_plane(std::make_unique<FakePlane>(m_manager)),
      m_model(setup),
      m_clients(MFE_SLOTS.size())
{
    for (std::size_t i = 0; i < MFE_SOURCES.size(); ++i)
    {
        if (setup.rib.at(i) != 0)
        {
            m_rib->interfaces[MFE_SOURCES.at(i).Get()] = setup.rib.at(i);
        }
    }
    m_manager->SetAttribute("Rib", PointerValue(m_rib));
    m_manager->SetAttribute("AlertOrder", EnumValue(static_cast<int>(setup.alertOrder)));
    m_manager->SetAttribute("MfeTimeout", TimeValue(NanoSeconds(MFE_TIMEOUT_NS)));
    m_manager->SetAttribute("WrongIfInterval", TimeValue(NanoSeconds(MFE_WRONG_IF_INTERVAL_NS)));
    m_manager->SetAttribute(
        "CallbackDelivery",
        EnumValue(setup.posted ? CALLBACK_DELIVERY_POSTED : CALLBACK_DELIVERY_INLINE));
    m_node->AggregateObject(m_manager);
    m_manager->AttachForwardingPlane(m_plane.get());
    for (uint32_t slot = 0; slot < MFE_SLOTS.size(); ++slot)
    {
        DoRegister(slot);
    }
}

MfeModelRun::~MfeModelRun()
{
    Simulator::Destroy();
}

void
MfeModelRun::MakeClient(uint32_t slot)
{
    auto client = std::make_unique<TestClient>(m_manager, MFE_SLOTS.at(slot), m_log);
    const auto manner = m_setup.manners.at(slot);
    client->changeRpf = [manner](RpfQuery& query) {
        query.incoming.index =
            manner.rpfInterface != 0 ? manner.rpfInterface : query.incoming.index;
        query.upstreamNeighbor =
            manner.rpfNeighbor != 0 ? NeighborOf(manner.rpfNeighbor) : query.upstreamNeighbor;
    };
    client->changeCreation = [manner](std::vector<InterfaceEntry>& entries) {
        for (auto& entry : entries)
        {
            const bool disables = (manner.disables >> entry.interface.index & 1) != 0;
            entry.enabled = !disables && (manner.enables || entry.enabled);
        }
    };
    client->changeTimeout = [manner](Time& timeout) {
        timeout = manner.setsTime ? NanoSeconds(MFE_PRUNE_TIME_NS) : timeout;
    };
    if (slot == m_setup.mute)
    {
        client->callbacks = {};
    }
    m_former.push_back(std::exchange(m_clients.at(slot), std::move(client)));
}

TestClient&
MfeModelRun::ClientOf(uint32_t slot)
{
    return *m_clients.at(slot);
}

std::string
MfeModelRun::Step(const MfeStep& step)
{
    m_log.clear();
    m_plane->TakeCopies();
    m_model.BeginStep();
    auto wrong = Do(Resolve(step));
    if (m_setup.posted)
    {
        LetPass(NanoSeconds(1)); // what is posted happens in the instant of the step
    }
    wrong = wrong.empty() ? CheckEvents(step) : wrong;
    wrong = wrong.empty() ? CheckAlertOrder(step) : wrong;
    wrong = wrong.empty() ? CheckPlane() : wrong;
    wrong = wrong.empty() ? CheckReaders(step.number) : wrong;
    return wrong;
}

/// Lets mostly those clients change entries that hold the interface.
MfeStep
MfeModelRun::Resolve(MfeStep step) const
{
    const bool fits = step.number != 0 && step.interface != 0 &&
                      (step.verb == Verb::ADD || step.verb == Verb::DELETE);
    const auto holder = fits ? m_model.HolderOf(step.interface) : MfeModel::NOBODY;
    step.slot = holder != MfeModel::NOBODY ? holder : step.slot;
    return step;
}

std::string
MfeModelRun::Do(const MfeStep& step)
{
    auto& client = ClientOf(step.slot);
    switch (step.verb)
    {
    case Verb::REGISTER:
        return DoRegister(step.slot);
    case Verb::DEREGISTER:
        return Differ(client.DeRegister(), m_model.DeRegister(step.slot));
    case Verb::FAIL:
        return Differ(client.Fail(), m_model.Fail(step.slot));
    case Verb::TAKE:
        return Differ(client.Take(step.interface), m_model.Take(step.slot, step.interface));
    case Verb::RELEASE:
        return Differ(client.Release(step.interface), m_model.Release(step.slot, step.interface));
    case Verb::ADD:
        return Differ(client.Add(step.key, step.interface, step.flags), m_model.Change(step));
    case Verb::DELETE:
        return Differ(client.Delete(step.key, step.interface, step.flags), m_model.Change(step));
    case Verb::SET_MFE:
        return DoSetMfe(step);
    case Verb::PACKET:
        DoPacket(step);
        break;
    case Verb::MOVE:
        m_rib->Move(step.key.source, step.interface, NeighborOf(step.number % 3));
        m_model.Move(step.key.source, step.interface, NeighborOf(step.number % 3));
        break;
    case Verb::WAIT:
        LetPass(Seconds(step.number));
    }
    return "";
}

void
MfeModelRun::LetPass(Time duration)
{
    Simulator::Stop(duration);
    Simulator::Run();
    m_model.Wait(duration.GetNanoSeconds());
}

std::string
MfeModelRun::DoRegister(uint32_t slot)
{
    const auto expected = m_model.Register(slot);
    if (expected == Status::NO_ERROR)
    {
        MakeClient(slot);
        return Differ(ClientOf(slot).Register(), expected);
    }
    TestClient another(m_manager, MFE_SLOTS.at(slot), m_log);
    return Differ(another.Register(), expected);
}

std::string
MfeModelRun::DoSetMfe(const MfeStep& step)
{
    Mfe mfe;
    mfe.source = step.key.source;
    mfe.group = step.key.group;
    mfe.upstreamNeighbor = NeighborOf(step.number);
    return Differ(m_manager->SetMfe(ClientOf(step.slot).GetHandle(), mfe),
                  m_model.SetMfe(step.slot, step.key, NeighborOf(step.number)));
}

/// A packet arrives on the interface of the step, or on that towards its source.
void
MfeModelRun::DoPacket(const MfeStep& step)
{
    const auto rpf = m_model.GetRpf(step.key.source);
    const auto entry = m_model.GetEntries().find(step.key);
    const auto usual = entry != m_model.GetEntries().end() ? entry->second.incoming : rpf;
    const auto arrival = step.interface != 0 ? step.interface : std::max(1U, usual);
    m_plane->Arrive(step.key, arrival);
    m_model.Packet(step.key, arrival);
}

std::string
MfeModelRun::ShutDown()
{
    std::string wrong;
    for (uint32_t slot = 0; slot < MFE_SLOTS.size(); ++slot)
    {
        MfeStep step{};
        step.verb = Verb::FAIL;
        step.slot = slot;
        wrong = wrong.empty() ? Step(step) : wrong;
    }
    if (wrong.empty() && !(m_plane->GetEntries().empty() && m_manager->IsIdle()))
    {
        wrong = "I8: something is left";
    }
    return wrong;
}

} // namespace mgm
} // namespace ns3
