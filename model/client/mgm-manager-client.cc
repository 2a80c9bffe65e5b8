/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-manager-client.h"

#include "ns3/abort.h"
#include "ns3/boolean.h"
#include "ns3/ipv4.h"
#include "ns3/log.h"
#include "ns3/mgm-time-variable.h"
#include "ns3/mgm-trace-words.h"
#include "ns3/node.h"
#include "ns3/pointer.h"

#include <algorithm>
#include <string>
#include <utility>

namespace ns3
{
namespace mgm
{

NS_LOG_COMPONENT_DEFINE("MgmManagerClient");

NS_OBJECT_ENSURE_REGISTERED(ManagerClient);

namespace
{

template <typename Interfaces>
bool
Contains(const Interfaces& interfaces, const InterfaceId& interface)
{
    return std::find(interfaces.begin(), interfaces.end(), interface) != interfaces.end();
}

template <typename Interfaces>
void
Erase(Interfaces& interfaces, const InterfaceId& interface)
{
    interfaces.erase(std::remove(interfaces.begin(), interfaces.end(), interface),
                     interfaces.end());
}

} // namespace

template <ClientStep STEP>
void
ManagerClient::SetDelay(Delay delay)
{
    m_delays[static_cast<std::size_t>(STEP)] = delay;
}

template <ClientStep STEP>
ManagerClient::Delay
ManagerClient::GetDelay() const
{
    return m_delays[static_cast<std::size_t>(STEP)];
}

TypeId
ManagerClient::GetTypeId()
{
    const auto addDelay = [](TypeId type, const char* name, const char* help, auto accessor) {
        type.AddAttribute(name,
                          help,
                          PointerValue(),
                          accessor,
                          MakePointerChecker<RandomVariableStream>());
    };
    static TypeId tid = [&addDelay]() {
        TypeId type("ns3::mgm::ManagerClient");
        type.SetParent<Application>().SetGroupName("Mgm").AddAttribute(
            "RetryDelay",
            "Time after which a request that the group manager refused is repeated.",
            TimeValue(Seconds(1)),
            MakeTimeAccessor(&ManagerClient::m_retryDelay),
            MakeTimeChecker(NanoSeconds(1)));
        addDelay(type,
                 "RegisterDelay",
                 "Waiting time before the client registers [s]; none by default.",
                 MakePointerAccessor(&ManagerClient::SetDelay<ClientStep::REGISTER>,
                                     &ManagerClient::GetDelay<ClientStep::REGISTER>));
        addDelay(type,
                 "AskDelay",
                 "Waiting time before it asks who has an interface [s]; none by default.",
                 MakePointerAccessor(&ManagerClient::SetDelay<ClientStep::ASK>,
                                     &ManagerClient::GetDelay<ClientStep::ASK>));
        addDelay(type,
                 "TakeDelay",
                 "Waiting time before it takes an interface [s]; none by default.",
                 MakePointerAccessor(&ManagerClient::SetDelay<ClientStep::TAKE>,
                                     &ManagerClient::GetDelay<ClientStep::TAKE>));
        addDelay(type,
                 "EnumerateDelay",
                 "Waiting time before each call of the enumeration [s]; none by default.",
                 MakePointerAccessor(&ManagerClient::SetDelay<ClientStep::ENUMERATE>,
                                     &ManagerClient::GetDelay<ClientStep::ENUMERATE>));
        addDelay(type,
                 "ReleaseDelay",
                 "Waiting time before it releases an interface [s]; none by default.",
                 MakePointerAccessor(&ManagerClient::SetDelay<ClientStep::RELEASE>,
                                     &ManagerClient::GetDelay<ClientStep::RELEASE>));
        addDelay(type,
                 "DeregisterDelay",
                 "Waiting time before it deregisters [s]; none by default.",
                 MakePointerAccessor(&ManagerClient::SetDelay<ClientStep::DEREGISTER>,
                                     &ManagerClient::GetDelay<ClientStep::DEREGISTER>));
        return type;
    }();
    return tid;
}

ManagerClient::ManagerClient() = default;

ManagerClient::~ManagerClient() = default;

void
ManagerClient::DoDispose()
{
    EndTurn();
    Application::DoDispose();
}

void
ManagerClient::SetInterfaces(const std::vector<InterfaceId>& interfaces)
{
    std::set<InterfaceId> known;
    m_interfaces.emplace();
    for (const auto& interface : interfaces)
    {
        if (known.insert(interface).second)
        {
            m_interfaces->push_back(interface);
        }
    }
}

void
ManagerClient::AddInterface(const InterfaceId& interface)
{
    m_interfaces = GetInterfaces();
    if (!Contains(*m_interfaces, interface))
    {
        const auto isBehind = [&](const InterfaceId& other) { return interface < other; };
        m_interfaces->insert(std::find_if(m_interfaces->begin(), m_interfaces->end(), isBehind),
                             interface);
    }
    const bool isWanted = m_held.count(interface) != 0 || Contains(m_toTake, interface) ||
                          Contains(m_refused, interface);
    if (m_machine.Get() != ClientLifeState::STOPPED && !isWanted)
    {
        m_toTake.push_back(interface);
        Step(Event::MORE, interface);
    }
}

void
ManagerClient::RemoveInterface(const InterfaceId& interface)
{
    m_interfaces = GetInterfaces();
    Erase(*m_interfaces, interface);
    Erase(m_toAsk, interface);
    Erase(m_toTake, interface);
    Erase(m_refused, interface);
    if (m_held.count(interface) != 0)
    {
        Step(Event::REMOVE, interface);
    }
}

std::vector<InterfaceId>
ManagerClient::GetInterfaces() const
{
    if (m_interfaces)
    {
        return *m_interfaces;
    }
    std::vector<InterfaceId> interfaces;
    const auto ipv4 = GetNode()->GetObject<Ipv4>();
    for (uint32_t index = 1; ipv4 && index < ipv4->GetNInterfaces(); ++index)
    {
        interfaces.push_back({index});
    }
    return interfaces;
}

void
ManagerClient::SetIdentity(const std::string& name, const std::optional<ClientId>& id)
{
    m_givenName = name;
    m_givenId = id;
}

ClientId
ManagerClient::GetId() const
{
    return m_givenId ? *m_givenId : GetClientId();
}

std::string_view
ManagerClient::GetName() const
{
    return m_givenName.empty() ? GetClientName() : m_givenName;
}

std::vector<ClientStep>
ManagerClient::GetStartUp() const
{
    std::vector<ClientStep> steps{ClientStep::REGISTER};
    if (IsAsking())
    {
        steps.push_back(ClientStep::ASK);
    }
    steps.push_back(ClientStep::TAKE);
    if (IsEnumerating())
    {
        steps.push_back(ClientStep::ENUMERATE);
    }
    return steps;
}

void
ManagerClient::HoldStartUp()
{
    const auto steps = GetStartUp();
    m_heldBack.insert(steps.begin(), steps.end());
}

void
ManagerClient::LetGo(ClientStep step)
{
    m_heldBack.erase(step);
    if (m_waiting && m_waitingFor == step)
    {
        std::exchange(m_waiting, nullptr)();
    }
}

int64_t
ManagerClient::AssignStreams(int64_t stream)
{
    const int64_t first = stream;
    for (const auto& delay : m_delays)
    {
        if (delay)
        {
            delay->SetStream(stream++);
        }
    }
    return stream - first;
}

void
ManagerClient::StartApplication()
{
    Start();
}

void
ManagerClient::StopApplication()
{
    Stop();
}

void
ManagerClient::Start()
{
    Step(Event::START);
}

void
ManagerClient::Stop()
{
    Step(Event::STOP);
}

void
ManagerClient::Fail()
{
    Step(Event::FAIL);
}

ClientLifeState
ManagerClient::GetState() const
{
    return m_machine.Get();
}

bool
ManagerClient::IsRunning() const
{
    const auto state = m_machine.Get();
    return state != ClientLifeState::STOPPED && state != ClientLifeState::RELEASING &&
           state != ClientLifeState::DEREGISTERING;
}

bool
ManagerClient::IsServing() const
{
    const auto state = m_machine.Get();
    return state == ClientLifeState::SERVING || state == ClientLifeState::TAKING_MORE;
}

ClientHandle
ManagerClient::GetHandle() const
{
    return m_handle;
}

const std::set<InterfaceId>&
ManagerClient::GetHeld() const
{
    return m_held;
}

Ptr<MulticastGroupManager>
ManagerClient::GetManager() const
{
    return GetNode()->GetObject<MulticastGroupManager>();
}

bool
ManagerClient::IsRegistered() const
{
    return m_handle && GetManager()->IsRegistered(m_handle);
}

void
ManagerClient::Step(Event event, const std::optional<InterfaceId>& interface)
{
    NS_LOG_FUNCTION(this << ToString(event));
    const auto trace = [&](const Row& row) -> uint64_t {
        const auto words = Describe(row);
        if (!words)
        {
            return 0;
        }
        auto subject = GetSubject();
        subject.interface = interface ? interface : subject.interface;
        return TraceTransition(subject, *words);
    };
    m_machine.StepAs(event, trace, [&](Action action) { Perform(action, interface); });
}

MachineSubject
ManagerClient::GetSubject() const
{
    return {*Tracer::Of(GetNode()), words::CLIENT, GetId(), GetName(), {}, {}};
}

std::optional<TransitionWords>
ManagerClient::Describe(const Row& row) const
{
    return TransitionWords{ToString(row.from),
                           ToString(row.event),
                           ToString(row.action),
                           ToString(row.to),
                           row.source};
}

void
ManagerClient::Perform(Action action, const std::optional<InterfaceId>& interface)
{
    switch (action)
    {
    case Action::RESTART:
        if (!m_turn.GoesOn([this]() { OnStopped(); }))
        {
            break;
        }
        [[fallthrough]];
    case Action::REGISTER:
        if (m_turn.GoesOn([this]() { OnRegistering(); }))
        {
            CallAfterDelay(ClientStep::REGISTER, &ManagerClient::Register);
        }
        break;
    case Action::ASK:
        AskAll();
        break;
    case Action::TAKE:
        m_toTake.insert(m_toTake.end(), m_refused.begin(), m_refused.end());
        m_refused.clear();
        TakeNext();
        break;
    case Action::TAKE_MORE:
        m_turn.StopWaiting(); // what was refused waits until the others were asked for
        GoOnWhenReturned([this]() { TakeNext(); });
        break;
    case Action::GIVE_UP:
        GiveUpRemoved(*interface);
        break;
    case Action::ENUMERATE:
        Enumerate();
        break;
    case Action::SERVE:
        Serve();
        break;
    case Action::WAIT:
        m_turn.After(m_retryDelay, [this]() { Step(Event::RETRY); });
        break;
    case Action::LEAVE:
        Leave();
        break;
    case Action::RELEASE:
        ReleaseAll();
        break;
    case Action::DEREGISTER:
        IsRegistered() ? CallAfterDelay(ClientStep::DEREGISTER, &ManagerClient::DeRegister)
                       : Part();
        break;
    case Action::END:
        OnStopped();
        break;
    case Action::VANISH:
        Vanish();
        break;
    case Action::NONE:
    case Action::COUNT:
        break;
    }
}

void
ManagerClient::Register()
{
    NS_ABORT_MSG_UNLESS(GetManager(),
                        GetName() << ": node " << GetNode()->GetId()
                                  << " has no MulticastGroupManager");
    const auto status = CallManager([this](MulticastGroupManager& manager) {
        return manager.RegisterMProtocol(MakeCallbacks(),
                                         GetId(),
                                         std::string(GetName()),
                                         m_handle);
    });
    if (status && *status != Status::NO_ERROR)
    {
        Refuse(ClientStep::REGISTER, *status);
    }
    else if (status)
    {
        GoOnWhenReturned([this]() {
            if (m_turn.GoesOn([this]() { OnRegistered(); }))
            {
                Step(Event::DONE);
            }
        });
    }
}

void
ManagerClient::AskAll()
{
    const auto interfaces = GetInterfaces();
    m_toTake.assign(interfaces.begin(), interfaces.end());
    if (IsAsking())
    {
        m_toAsk = m_toTake;
    }
    AskNext();
}

void
ManagerClient::AskNext()
{
    if (m_toAsk.empty())
    {
        Step(Event::DONE);
        return;
    }
    CallAfterDelay(ClientStep::ASK, &ManagerClient::Ask);
}

void
ManagerClient::Ask()
{
    if (m_toAsk.empty()) // the interface was removed
    {
        AskNext();
        return;
    }
    const auto interface = m_toAsk.front();
    m_toAsk.pop_front();
    ClientId id;
    const auto status = CallManager([&](MulticastGroupManager& manager) {
        return manager.GetProtocolOnInterface(m_handle, interface, id);
    });
    if (!status)
    {
        return;
    }
    const auto holder = *status == Status::NO_ERROR ? std::optional(id) : std::nullopt;
    GoOnWhenReturned([this, interface, holder]() {
        if (m_turn.GoesOn([&]() { OnAsked(interface, holder); }))
        {
            AskNext();
        }
    });
}

void
ManagerClient::TakeNext()
{
    if (!m_toTake.empty())
    {
        CallAfterDelay(ClientStep::TAKE, &ManagerClient::Take);
    }
    else
    {
        const bool isWaiting = !m_refused.empty() && (IsServing() || m_held.empty());
        Step(isWaiting ? Event::REFUSED : Event::DONE);
    }
}

void
ManagerClient::Take()
{
    if (m_toTake.empty()) // the interface was removed
    {
        TakeNext();
        return;
    }
    const auto interface = m_toTake.front();
    if (m_givenUp.count(interface) != 0) // the manager would refuse what it has still (OWN-9)
    {
        m_toTake.pop_front();
        m_refused.push_back(interface);
        TakeNext();
        return;
    }
    if (!m_turn.GoesOn([&]() { OnTaking(interface); }))
    {
        return;
    }
    if (!m_toTake.empty() && m_toTake.front() == interface)
    {
        m_toTake.pop_front();
        TakeOwnership(interface);
    }
    else
    {
        TakeNext(); // it was removed
    }
}

void
ManagerClient::TakeOwnership(const InterfaceId& interface)
{
    m_held.insert(interface);
    const auto status = CallManager([&](MulticastGroupManager& manager) {
        return manager.TakeInterfaceOwnership(m_handle, interface);
    });
    if (!status)
    {
        return;
    }
    const bool isRefused = *status != Status::NO_ERROR;
    const bool isWanted = isRefused && m_held.erase(interface) != 0;
    if (isWanted && IsToBeRetried(interface, *status))
    {
        m_refused.push_back(interface);
    }
    GoOnWhenReturned([this, interface, status]() { FinishTaking(interface, *status); });
}

void
ManagerClient::FinishTaking(const InterfaceId& interface, Status status)
{
    const auto tell = [&]() {
        if (status != Status::NO_ERROR)
        {
            OnRefused(ClientStep::TAKE, status, interface);
        }
        else if (m_held.count(interface) != 0)
        {
            OnOwned(interface);
        }
    };
    if (m_turn.GoesOn(tell))
    {
        TakeNext();
    }
}

void
ManagerClient::Enumerate()
{
    if (IsEnumerating())
    {
        CallAfterDelay(ClientStep::ENUMERATE, &ManagerClient::StartEnumeration);
    }
    else
    {
        Step(Event::DONE);
    }
}

void
ManagerClient::StartEnumeration()
{
    const auto status = CallManager([this](MulticastGroupManager& manager) {
        return manager.GroupEnumerationStart(m_handle, EnumerationType::ALL_SOURCES, m_enumeration);
    });
    if (status && *status != Status::NO_ERROR)
    {
        Refuse(ClientStep::ENUMERATE, *status);
    }
    else if (status)
    {
        GoOnWhenReturned(
            [this]() { CallAfterDelay(ClientStep::ENUMERATE, &ManagerClient::ReadGroups); });
    }
}

void
ManagerClient::ReadGroups()
{
    constexpr uint32_t ROOM = 64;
    std::vector<SourceGroupEntry> entries(ROOM);
    uint32_t bytes = ROOM * sizeof(SourceGroupEntry);
    uint32_t count = 0;
    const auto status = CallManager([&](MulticastGroupManager& manager) {
        return manager.GroupEnumerationGetNext(m_enumeration, bytes, entries.data(), count);
    });
    entries.resize(count);
    if (status == Status::ERROR_MORE_DATA)
    {
        GoOnWhenReturned([this, entries]() { TellGroups(entries, &ManagerClient::ReadGroups); });
    }
    else if (status == Status::ERROR_NO_MORE_ITEMS)
    {
        GoOnWhenReturned(
            [this, entries]() { TellGroups(entries, &ManagerClient::EndEnumeration); });
    }
    else if (status)
    {
        m_enumeration = {};
        Refuse(ClientStep::ENUMERATE, *status);
    }
}

void
ManagerClient::TellGroups(const std::vector<SourceGroupEntry>& entries, Call next)
{
    const auto tell = [this](const SourceGroupEntry& entry) {
        return m_turn.GoesOn([&]() { OnGroup(entry.ToSourceGroup()); });
    };
    if (std::all_of(entries.begin(), entries.end(), tell))
    {
        CallAfterDelay(ClientStep::ENUMERATE, next);
    }
}

void
ManagerClient::EndEnumeration()
{
    const auto status = CallManager([this](MulticastGroupManager& manager) {
        return manager.GroupEnumerationEnd(std::exchange(m_enumeration, {}));
    });
    if (status)
    {
        GoOnWhenReturned([this]() { Step(Event::DONE); });
    }
}

void
ManagerClient::Serve()
{
    if (m_turn.GoesOn([this]() { OnServing(); }) && !(m_toTake.empty() && m_refused.empty()))
    {
        Step(Event::MORE);
    }
}

void
ManagerClient::Leave()
{
    EndTurn();
    const auto endEnumeration = [this]() {
        const auto enumeration = std::exchange(m_enumeration, {});
        if (enumeration && IsRegistered())
        {
            GetManager()->GroupEnumerationEnd(enumeration);
        }
    };
    if (m_turn.GoesOn(endEnumeration) && m_turn.GoesOn([this]() { OnStopping(); }))
    {
        ReleaseAll();
    }
}

void
ManagerClient::ReleaseAll()
{
    if (!IsRegistered()) // what it had has died with the manager (REG-6)
    {
        m_held.clear();
        m_givenUp.clear();
    }
    auto interfaces = m_held;
    for (const auto& [interface, event] : m_givenUp)
    {
        interfaces.insert(interface);
    }
    m_toRelease.assign(interfaces.begin(), interfaces.end());
    ReleaseNext();
}

void
ManagerClient::ReleaseNext()
{
    if (!m_toRelease.empty())
    {
        CallAfterDelay(ClientStep::RELEASE, &ManagerClient::Release);
    }
    else
    {
        Step(m_givenUp.empty() ? Event::DONE : Event::REFUSED);
    }
}

void
ManagerClient::Release()
{
    const auto interface = m_toRelease.front();
    m_toRelease.pop_front();
    const auto status = GiveUp(interface);
    if (status == Status::ERROR_CAN_NOT_COMPLETE)
    {
        ReleaseNext(); // a change under way does not hold up the others
    }
    else if (status)
    {
        GoOnWhenReturned([this]() { ReleaseNext(); });
    }
}

void
ManagerClient::GiveUpRemoved(const InterfaceId& interface)
{
    m_held.erase(interface);
    const auto release = [this, interface]() {
        if (GiveUp(interface) == Status::ERROR_CAN_NOT_COMPLETE)
        {
            m_givenUp[interface] = ClientTurn::Schedule(m_retryDelay, [this, interface]() {
                GiveUpRemoved(interface);
            });
        }
    };
    const Time delay = DrawDelay(ClientStep::RELEASE);
    if (delay.IsZero())
    {
        release();
    }
    else
    {
        m_givenUp[interface] = ClientTurn::Schedule(delay, release);
    }
}

std::optional<Status>
ManagerClient::GiveUp(const InterfaceId& interface)
{
    m_held.erase(interface);
    m_givenUp.try_emplace(interface);
    const auto status = CallManager([&](MulticastGroupManager& manager) {
        return manager.ReleaseInterfaceOwnership(m_handle, interface);
    });
    if (status == Status::ERROR_CAN_NOT_COMPLETE)
    {
        const auto tell = [&]() { OnRefused(ClientStep::RELEASE, *status, interface); };
        return m_turn.GoesOn(tell) ? status : std::nullopt;
    }
    if (status)
    {
        m_givenUp.erase(interface);
    }
    return status;
}

void
ManagerClient::DeRegister()
{
    const auto status = CallManager(
        [this](MulticastGroupManager& manager) { return manager.DeRegisterMProtocol(m_handle); });
    if (status == Status::ERROR_CAN_NOT_COMPLETE)
    {
        Refuse(ClientStep::DEREGISTER, *status);
    }
    else if (status)
    {
        Part();
    }
}

void
ManagerClient::Part()
{
    m_handle = {};
    Step(Event::DONE);
}

void
ManagerClient::Vanish()
{
    EndTurn();
    m_held.clear();
    m_givenUp.clear();
    m_enumeration = {};
    const bool isRegistered = IsRegistered(); // otherwise it has died with the manager (REG-6)
    const ClientHandle handle = std::exchange(m_handle, {});
    OnFailed();
    if (isRegistered)
    {
        GetManager()->FailClient(handle);
    }
}

void
ManagerClient::Refuse(ClientStep step, Status status)
{
    if (m_turn.GoesOn([&]() { OnRefused(step, status, {}); }))
    {
        Step(Event::REFUSED);
    }
}

std::optional<Status>
ManagerClient::CallManager(const std::function<Status(MulticastGroupManager&)>& call)
{
    auto status = Status::NO_ERROR;
    const bool goesOn = m_turn.GoesOn([&]() { status = call(*GetManager()); });
    return goesOn ? std::optional(status) : std::nullopt;
}

void
ManagerClient::EndTurn()
{
    m_turn.End();
    m_toAsk.clear();
    m_toTake.clear();
    m_refused.clear();
    for (auto& [interface, event] : m_givenUp)
    {
        event.Cancel();
    }
}

void
ManagerClient::CallAfterDelay(ClientStep step, Call call)
{
    if (m_heldBack.count(step) != 0)
    {
        m_waitingFor = step;
        m_waiting = m_turn.Bind([this, step, call]() { CallAfterDelay(step, call); });
        return;
    }
    m_turn.After(DrawDelay(step), [this, call]() { (this->*call)(); });
}

Time
ManagerClient::DrawDelay(ClientStep step) const
{
    return DrawTime(m_delays[static_cast<std::size_t>(step)]);
}

void
ManagerClient::GoOnWhenReturned(ClientTurn::Step next)
{
    const auto goOn = m_turn.Bind(std::move(next));
    if (IsRegistered())
    {
        GetManager()->CallWhenReturned(m_handle, Callback<void>(goOn));
    }
    else
    {
        goOn();
    }
}

bool
ManagerClient::ListensOn(const InterfaceId& interface) const
{
    return m_held.count(interface) != 0;
}

bool
ManagerClient::IsAsking() const
{
    return true;
}

bool
ManagerClient::IsEnumerating() const
{
    return true;
}

bool
ManagerClient::IsToBeRetried(const InterfaceId&, Status) const
{
    return true;
}

void
ManagerClient::OnRegistering()
{
}

void
ManagerClient::OnRegistered()
{
}

void
ManagerClient::OnAsked(const InterfaceId&, const std::optional<ClientId>&)
{
}

void
ManagerClient::OnTaking(const InterfaceId&)
{
}

void
ManagerClient::OnOwned(const InterfaceId&)
{
}

void
ManagerClient::OnRefused(ClientStep, Status, const InterfaceId&)
{
}

void
ManagerClient::OnGroup(const SourceGroup&)
{
}

void
ManagerClient::OnServing()
{
}

void
ManagerClient::OnStopping()
{
}

void
ManagerClient::OnStopped()
{
}

void
ManagerClient::OnFailed()
{
}

} // namespace mgm
} // namespace ns3
