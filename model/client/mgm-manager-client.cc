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
#include "ns3/mgm-trace-context.h"
#include "ns3/mgm-trace-words.h"
#include "ns3/node.h"
#include "ns3/pointer.h"
#include "ns3/simulator.h"

#include <algorithm>
#include <string>
#include <utility>

namespace ns3
{
namespace mgm
{

NS_LOG_COMPONENT_DEFINE("MgmManagerClient");

NS_OBJECT_ENSURE_REGISTERED(ManagerClient);

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
    m_interfaces = interfaces;
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
ManagerClient::IsServing() const
{
    return m_machine.Get() == ClientLifeState::SERVING;
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
    return GetManager()->IsRegistered(m_handle);
}

void
ManagerClient::Step(Event event)
{
    NS_LOG_FUNCTION(this << ToString(event));
    const auto trace = [this](const Row& row) -> uint64_t {
        const auto words = Describe(row);
        return words ? TraceTransition(GetSubject(), *words) : 0;
    };
    m_machine.StepAs(event, trace, [this](Action action) { Perform(action); });
}

MachineSubject
ManagerClient::GetSubject() const
{
    return {*Tracer::Of(GetNode()), words::CLIENT, GetClientId(), GetClientName(), {}, {}};
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
ManagerClient::Perform(Action action)
{
    switch (action)
    {
    case Action::RESTART:
        if (!GoesOn([this]() { OnStopped(); }))
        {
            break;
        }
        [[fallthrough]];
    case Action::REGISTER:
        CallAfterDelay(ClientStep::REGISTER, &ManagerClient::Register);
        break;
    case Action::ASK:
        AskNext();
        break;
    case Action::TAKE:
        m_toTake.insert(m_toTake.end(), m_refused.begin(), m_refused.end());
        m_refused.clear();
        TakeNext();
        break;
    case Action::ENUMERATE:
        Enumerate();
        break;
    case Action::SERVE:
        Serve();
        break;
    case Action::WAIT:
        Schedule(m_retryDelay, [this]() { Step(Event::RETRY); });
        break;
    case Action::LEAVE:
        Leave();
        break;
    case Action::RELEASE:
        m_toRelease.assign(m_held.begin(), m_held.end());
        ReleaseNext();
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
    const auto manager = GetManager();
    NS_ABORT_MSG_UNLESS(manager,
                        GetClientName()
                            << ": node " << GetNode()->GetId() << " has no MulticastGroupManager");
    const auto status = manager->RegisterMProtocol(MakeCallbacks(),
                                                   GetClientId(),
                                                   std::string(GetClientName()),
                                                   m_handle);
    if (status != Status::NO_ERROR)
    {
        Refuse(ClientStep::REGISTER, status);
        return;
    }
    const auto interfaces = GetInterfaces();
    m_toTake.assign(interfaces.begin(), interfaces.end());
    m_toAsk.clear();
    if (IsAsking())
    {
        m_toAsk = m_toTake;
    }
    m_refused.clear();
    GoOnWhenReturned([this]() {
        if (GoesOn([this]() { OnRegistered(); }))
        {
            Step(Event::DONE);
        }
    });
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
    const auto interface = m_toAsk.front();
    m_toAsk.pop_front();
    ClientId id;
    const auto status = GetManager()->GetProtocolOnInterface(m_handle, interface, id);
    const auto holder = status == Status::NO_ERROR ? std::optional(id) : std::nullopt;
    GoOnWhenReturned([this, interface, holder]() {
        if (GoesOn([&]() { OnAsked(interface, holder); }))
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
    const auto interface = m_toTake.front();
    m_toTake.pop_front();
    auto status = Status::NO_ERROR;
    const bool goesOn = GoesOn([&]() { OnTaking(interface); }) && GoesOn([&]() {
                            m_held.insert(interface);
                            status = GetManager()->TakeInterfaceOwnership(m_handle, interface);
                        });
    if (!goesOn)
    {
        return;
    }
    if (status != Status::NO_ERROR)
    {
        m_held.erase(interface);
    }
    GoOnWhenReturned([this, interface, status]() { FinishTaking(interface, status); });
}

void
ManagerClient::FinishTaking(const InterfaceId& interface, Status status)
{
    const bool isOwned = status == Status::NO_ERROR;
    if (!isOwned && IsToBeRetried(interface, status))
    {
        m_refused.push_back(interface);
    }
    const auto tell = [&]() {
        isOwned ? OnOwned(interface) : OnRefused(ClientStep::TAKE, status, interface);
    };
    if (GoesOn(tell))
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
    const auto status =
        GetManager()->GroupEnumerationStart(m_handle, EnumerationType::ALL_SOURCES, m_enumeration);
    if (status != Status::NO_ERROR)
    {
        Refuse(ClientStep::ENUMERATE, status);
        return;
    }
    GoOnWhenReturned(
        [this]() { CallAfterDelay(ClientStep::ENUMERATE, &ManagerClient::ReadGroups); });
}

void
ManagerClient::ReadGroups()
{
    constexpr uint32_t ROOM = 64;
    std::vector<SourceGroupEntry> entries(ROOM);
    uint32_t bytes = ROOM * sizeof(SourceGroupEntry);
    uint32_t count = 0;
    const auto status =
        GetManager()->GroupEnumerationGetNext(m_enumeration, bytes, entries.data(), count);
    entries.resize(count);
    if (status != Status::ERROR_MORE_DATA && status != Status::ERROR_NO_MORE_ITEMS)
    {
        m_enumeration = {};
        Refuse(ClientStep::ENUMERATE, status);
        return;
    }
    const Call next = status == Status::ERROR_MORE_DATA ? &ManagerClient::ReadGroups
                                                        : &ManagerClient::EndEnumeration;
    GoOnWhenReturned([this, entries, next]() {
        const auto tell = [this](const SourceGroupEntry& entry) {
            return GoesOn([&]() { OnGroup(entry.ToSourceGroup()); });
        };
        if (std::all_of(entries.begin(), entries.end(), tell))
        {
            CallAfterDelay(ClientStep::ENUMERATE, next);
        }
    });
}

void
ManagerClient::EndEnumeration()
{
    GetManager()->GroupEnumerationEnd(std::exchange(m_enumeration, {}));
    GoOnWhenReturned([this]() { Step(Event::DONE); });
}

void
ManagerClient::Serve()
{
    if (GoesOn([this]() { OnServing(); }) && !m_refused.empty())
    {
        Step(Event::REFUSED);
    }
}

void
ManagerClient::Leave()
{
    EndTurn();
    if (m_enumeration)
    {
        GetManager()->GroupEnumerationEnd(std::exchange(m_enumeration, {}));
    }
    if (GoesOn([this]() { OnStopping(); }))
    {
        Perform(Action::RELEASE);
    }
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
        Step(m_held.empty() ? Event::DONE : Event::REFUSED);
    }
}

void
ManagerClient::Release()
{
    const auto interface = m_toRelease.front();
    m_toRelease.pop_front();
    m_held.erase(interface);
    auto status = Status::NO_ERROR;
    const auto release = [&]() {
        status = GetManager()->ReleaseInterfaceOwnership(m_handle, interface);
    };
    if (!GoesOn(release))
    {
        return;
    }
    if (status != Status::ERROR_CAN_NOT_COMPLETE)
    {
        GoOnWhenReturned([this]() { ReleaseNext(); });
        return;
    }
    m_held.insert(interface);
    if (GoesOn([&]() { OnRefused(ClientStep::RELEASE, status, interface); }))
    {
        ReleaseNext(); // a change under way does not hold up the others
    }
}

void
ManagerClient::DeRegister()
{
    auto status = Status::NO_ERROR;
    if (!GoesOn([&]() { status = GetManager()->DeRegisterMProtocol(m_handle); }))
    {
        return;
    }
    if (status == Status::ERROR_CAN_NOT_COMPLETE)
    {
        Refuse(ClientStep::DEREGISTER, status);
    }
    else
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
    m_enumeration = {};
    const ClientHandle handle = std::exchange(m_handle, {});
    OnFailed();
    if (GetManager()->IsRegistered(handle)) // otherwise it has died with the manager (REG-6)
    {
        GetManager()->FailClient(handle);
    }
}

void
ManagerClient::Refuse(ClientStep step, Status status)
{
    if (GoesOn([&]() { OnRefused(step, status, {}); }))
    {
        Step(Event::REFUSED);
    }
}

bool
ManagerClient::GoesOn(const std::function<void()>& act)
{
    const auto turn = m_turn;
    act();
    return turn == m_turn;
}

void
ManagerClient::EndTurn()
{
    ++m_turn;
    m_next.Cancel();
}

void
ManagerClient::CallAfterDelay(ClientStep step, Call call)
{
    const Time delay = DrawTime(m_delays[static_cast<std::size_t>(step)]);
    if (delay.IsZero())
    {
        (this->*call)();
    }
    else
    {
        Schedule(delay, [this, call]() { (this->*call)(); });
    }
}

void
ManagerClient::Schedule(Time delay, std::function<void()> next)
{
    const uint64_t cause = TraceContext::Get().GetCause();
    m_next = Simulator::Schedule(delay, [next, cause]() {
        const CauseScope scope(cause);
        next();
    });
}

void
ManagerClient::GoOnWhenReturned(std::function<void()> next)
{
    const auto goOn = [this, turn = m_turn, next]() {
        if (turn == m_turn)
        {
            next();
        }
    };
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
