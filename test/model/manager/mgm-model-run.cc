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

#include <algorithm>
#include <iterator>
#include <tuple>

namespace ns3
{
namespace mgm
{

using Op = ClientEvent::Op;
using Verb = RandomCall::Verb;

namespace
{

int64_t
Now()
{
    return Simulator::Now().GetNanoSeconds();
}

} // namespace

const char*
ToString(SequenceKind kind)
{
    constexpr std::array<const char*, 10> NAMES{"source-alert",
                                                "route-noticed",
                                                "route-silent",
                                                "route-in-change",
                                                "call-in-release",
                                                "wild-call",
                                                "list-covered",
                                                "fail",
                                                "crash",
                                                "crash-in-change"};
    return NAMES.at(static_cast<std::size_t>(kind));
}

ModelRun::ModelRun(const RandomSetup& setup, bool keepsHistory)
    : m_setup(setup),
      m_keepsHistory(keepsHistory),
      m_node(MakeRouter(setup.interfaces)),
      m_manager(CreateObject<MulticastGroupManager>()),
      m_rib(CreateObject<WatchedRib>()),
      m_static(CreateObject<StaticMulticastRib>()),
      m_model(setup),
      m_rules(m_model.GetTables(), setup),
      m_comparison(m_manager, m_model.GetTables(), [this](Number client) {
          return HandleOf(client);
      })
{
    for (uint32_t source = 0; source < SOURCE_COUNT; ++source)
    {
        m_rib->interfaces[GetSource(source).Get()] = setup.rib[source];
    }
    m_rib->looked = [this](Ipv4Address destination) {
        m_model.SeeLookup(destination == GetSource(0) ? 0 : 1);
    };
    m_static->SetFallback(m_rib);
    m_manager->SetAttribute("Rib", PointerValue(m_static));
    m_manager->SetAttribute("AlertOrder", EnumValue(static_cast<AlertOrder>(setup.alertOrder)));
    if (setup.lasting)
    {
        m_manager->SetAttribute("OwnershipChangeDuration",
                                StringValue("ns3::ConstantRandomVariable[Constant=1]"));
    }
    m_node->AggregateObject(m_manager);
    Tracer::Of(m_node)->TraceConnectWithoutContext("Record", MakeCallback(&ModelRun::Watch, this));
    Boot();
}

ModelRun::~ModelRun()
{
    m_rib->looked = nullptr;
    Simulator::Destroy();
}

/// Registers the clients that are there from the start.
void
ModelRun::Boot()
{
    for (const uint32_t slot : {READER, WITNESS, 0U, 1U, 2U, 3U, 4U})
    {
        if (slot >= WITNESS || (m_setup.registered >> slot & 1) != 0)
        {
            DoRegister(slot);
        }
    }
}

std::string
ModelRun::Step(const RandomCall& call)
{
    m_reactionsLeft.fill(REACTIONS);
    m_inner.assign(call.inner.begin(), call.inner.end());
    Do(Resolve(call));
    m_model.Settle(Now());
    return Check();
}

/// Compares everything, when nothing is in progress but changes of owner that last.
std::string
ModelRun::Check()
{
    auto wrong = m_model.GetWrong();
    wrong = wrong.empty() ? m_comparison.CompareListed(ListAll()) : wrong;
    wrong = wrong.empty() ? m_comparison.CompareHolders() : wrong;
    wrong = wrong.empty() ? m_comparison.CompareInterfaces() : wrong;
    return wrong.empty() ? CheckKnowledge() : wrong;
}

/// Reads the whole table by the public way.
std::vector<SourceGroup>
ModelRun::ListAll() const
{
    const auto reader = HandleOf(m_model.GetTables().FindAlive(READER));
    std::array<SourceGroupEntry, KEY_COUNT + 1> buffer;
    uint32_t size = sizeof(buffer);
    uint32_t count = 0;
    EnumerationHandle enumeration;
    m_manager->GroupEnumerationStart(reader, EnumerationType::ALL_SOURCES, enumeration);
    m_manager->GroupEnumerationGetNext(enumeration, size, buffer.data(), count);
    m_manager->GroupEnumerationEnd(enumeration);
    std::vector<SourceGroup> listed;
    for (uint32_t i = 0; i < count; ++i)
    {
        listed.push_back(CheckedKey(buffer.at(i)));
    }
    return listed;
}

/// Whether a client is registered and has callbacks.
bool
ModelRun::IsCalled(Number client) const
{
    const auto slot = m_registrations.at(client - 1).slot;
    return m_model.GetTables().IsAlive(client) && slot != m_setup.mute && slot != READER;
}

/// I7 for every client that is called.
std::string
ModelRun::CheckKnowledge() const
{
    for (Number client = 1; client <= m_registrations.size(); ++client)
    {
        const auto& registration = m_registrations[client - 1];
        if (IsCalled(client))
        {
            const auto wrong = registration.knowledge.Compare(m_model.GetDebts().at(client));
            if (!wrong.empty())
            {
                std::ostringstream os;
                os << SLOT_IDS[registration.slot] << ": " << wrong;
                return os.str();
            }
        }
    }
    return "";
}

/// I8: nobody is left, and nothing.
std::string
ModelRun::CheckEmpty()
{
    for (const auto slot : {WITNESS, READER})
    {
        Judge(m_manager->DeRegisterMProtocol(HandleOf(m_model.GetTables().FindAlive(slot))),
              {Status::NO_ERROR});
    }
    const auto wrong = m_model.GetWrong();
    return wrong.empty() && !m_comparison.IsEmpty() ? "I8: something is left" : wrong;
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
        m_setup.reactions.fill(Reaction::NONE);
        wrong = wrong.empty() ? Step(call) : wrong;
    };
    const auto wait = [&] {
        for (int i = 0; i < 2 && m_setup.lasting; ++i)
        {
            step(Verb::WAIT, 0, 0);
        }
    };
    wait();
    for (const auto& [client, interface] : m_model.GetTables().GetHoldings())
    {
        step(Verb::RELEASE, m_model.GetTables().Get(client).slot, interface);
        wait();
    }
    for (Number client = 1; wrong.empty() && client <= m_registrations.size(); ++client)
    {
        const bool isEmpty = m_registrations[client - 1].knowledge.IsEmpty();
        wrong = isEmpty || !IsCalled(client) ? "" : "I8: JOIN_ALERT without PRUNE_ALERT";
    }
    for (uint32_t slot = 0; slot < WITNESS; ++slot)
    {
        if (m_model.GetTables().FindAlive(slot) != 0)
        {
            step(Verb::DEREGISTER, slot, 0);
        }
    }
    return wrong.empty() ? CheckEmpty() : wrong;
}

/// Sees what the manager does to its tables, in the instant in which it does it. A crash is one
/// instant: what it says on the way does not count.
void
ModelRun::Watch(const TraceRecord& record)
{
    if (m_isCrashing)
    {
        return;
    }
    Poll();
    if (record.kind != TraceKind::STATE)
    {
        return;
    }
    const bool isChange = record.op == "ownership-change";
    if (record.op == "membership")
    {
        const auto key = IndexOfKey(*record.sourceGroup);
        const auto interface = record.interface->index;
        const auto client = m_model.GetTables().FindHolder(*record.client, key, interface);
        m_model.SeeMembership({client, key, interface}, record.event == "add");
        for (auto& enumeration : m_enumerations)
        {
            enumeration.oracle.Observe(m_model.GetTables().GetKeys());
        }
    }
    if (isChange)
    {
        m_model.SeeChange(record.interface->index, record.newState, Now());
    }
    if (m_keepsHistory && (isChange || record.op == "membership" || record.op == "owner"))
    {
        Tell(record);
    }
}

/// Writes a change of a table into the history.
void
ModelRun::Tell(const TraceRecord& record)
{
    m_history << std::string(2 * m_depth, ' ') << "[" << record.op;
    record.client ? m_history << ' ' << *record.client : m_history;
    record.interface ? m_history << " if " << record.interface->index : m_history;
    record.sourceGroup ? m_history << ' ' << *record.sourceGroup : m_history;
    m_history << ": " << record.oldState << " -> " << record.newState << "]\n";
}

/// Sees who has which interface.
void
ModelRun::Poll()
{
    for (uint32_t i = 1; i <= m_setup.interfaces; ++i)
    {
        const auto* ownership = m_manager->GetOwnership().Find({i});
        const auto owner = ownership ? ownership->owner : ClientHandle{};
        const auto igmp = ownership ? ownership->igmp : ClientHandle{};
        if (owner != HandleOf(m_model.GetTables().GetOwner(i)))
        {
            m_model.SeeOwner(i, NumberOf(owner), Now());
        }
        if (igmp != HandleOf(m_model.GetTables().GetIgmp(i)))
        {
            m_model.SeeIgmp(i, NumberOf(igmp));
        }
    }
}

std::unique_ptr<TestClient>
ModelRun::MakeClient(uint32_t slot, Number number)
{
    auto client = std::make_unique<TestClient>(m_manager, SLOT_IDS[slot], m_log);
    client->react = [this, number](const ClientEvent& event) {
        m_log.clear();
        CallBack(number, event);
    };
    client->callbacks.pruneAlert = [this, number, slot](const SourceGroupEntry& entry,
                                                        const InterfaceId& interface,
                                                        bool memberDelete,
                                                        Time&) {
        ClientEvent event = PruneAlert(SLOT_IDS[slot], CheckedKey(entry));
        event.interface = interface.index;
        event.member = memberDelete;
        CallBack(number, event);
    };
    if (slot == m_setup.mute || slot == READER)
    {
        client->callbacks = {};
    }
    return client;
}

void
ModelRun::CallBack(Number client, const ClientEvent& event)
{
    Poll();
    if (m_keepsHistory)
    {
        const bool names = event.op == Op::PRUNE_ALERT;
        m_history << std::string(2 * m_depth, ' ') << event
                  << (names ? " if " + std::to_string(event.interface) : "") << '\n';
    }
    ++m_depth;
    if (!event.member)
    {
        m_model.Blame("MFE-4: an alert about a forwarding entry that nobody has");
    }
    const bool isSource = event.key.source != ANY_ADDRESS;
    if (isSource && (event.op == Op::JOIN_ALERT || event.op == Op::PRUNE_ALERT))
    {
        Note(SequenceKind::SOURCE_ALERT);
    }
    m_model.SeeCallback(client, event);
    m_model.Blame(m_registrations.at(client - 1).knowledge.Learn(event));
    if (m_model.GetWrong().empty())
    {
        ReactTo(client, event);
    }
    Poll();
    m_model.SeeCallbackReturn(client, event);
    --m_depth;
}

void
ModelRun::ReactTo(Number client, const ClientEvent& event)
{
    const auto slot = m_registrations.at(client - 1).slot;
    auto call = React(m_setup, slot, event);
    if (m_setup.reactions[slot] == Reaction::WILD && !m_inner.empty())
    {
        call = Resolve(MakeInnerCall(m_inner.back(), slot));
        m_inner.pop_back();
        Note(SequenceKind::WILD_CALL);
    }
    if (!call || m_reactionsLeft[slot] == 0 || !m_model.GetTables().IsAlive(client))
    {
        return;
    }
    --m_reactionsLeft[slot];
    if (m_releases != 0)
    {
        Note(SequenceKind::CALL_IN_RELEASE);
    }
    Do(*call);
}

/// Makes slot and interface fit each other and the node. An interface beyond them stays.
RandomCall
ModelRun::Resolve(RandomCall call) const
{
    const auto holdings = m_model.GetTables().GetHoldings();
    if (call.fitting && !holdings.empty())
    {
        const auto& [client, interface] =
            holdings[(call.slot * MAX_INTERFACES + call.interface) % holdings.size()];
        call.slot = m_model.GetTables().Get(client).slot;
        call.interface = interface;
    }
    else if (call.verb < Verb::MOVE && call.interface <= MAX_INTERFACES)
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

ModelRun::Number
ModelRun::NumberOf(ClientHandle handle) const
{
    auto client = handle ? static_cast<Number>(m_registrations.size()) : 0;
    while (client != 0 && HandleOf(client) != handle)
    {
        --client;
    }
    return client;
}

void
ModelRun::Note(SequenceKind kind)
{
    m_kinds.set(static_cast<std::size_t>(kind));
}

/// A call, and what it gave.
void
ModelRun::Do(const RandomCall& call)
{
    if (m_keepsHistory)
    {
        m_history << std::string(2 * m_depth, ' ') << call << '\n';
    }
    ++m_depth;
    const auto since = m_model.GetChange() + 1;
    const auto crashes = m_crashes;
    const auto status = DoCall(call);
    Poll();
    --m_depth;
    if (status && crashes == m_crashes)
    {
        m_model.CheckReturn(since);
    }
    if (status && m_keepsHistory)
    {
        m_history << std::string(2 * m_depth, ' ') << "= " << *status << '\n';
    }
}

void
ModelRun::Judge(Status status, const Statuses& right)
{
    if (right.count(status) != 0)
    {
        return;
    }
    std::ostringstream os;
    os << "the manager answers " << status << ", right is";
    for (const auto other : right)
    {
        os << ' ' << other;
    }
    m_model.Blame(os.str());
}

std::optional<Status>
ModelRun::DoCall(const RandomCall& call)
{
    switch (call.verb)
    {
    case Verb::NEXT:
    case Verb::END:
        return DoEnumeration(call);
    case Verb::WAIT:
        return DoWait();
    case Verb::CRASH:
        return DoCrash();
    case Verb::MOVE:
    case Verb::MOVE_SILENTLY:
    case Verb::OVERRIDE:
    case Verb::STOP_OVERRIDE:
        return DoRoute(call);
    case Verb::LOOK:
        m_model.NoticeRoutes();
        m_rib->AskToLook();
        return std::nullopt;
    default:
        return DoClientCall(call);
    }
}

std::optional<Status>
ModelRun::DoClientCall(const RandomCall& call)
{
    const auto client = FindClient(call);
    switch (call.verb)
    {
    case Verb::REGISTER:
        return DoRegister(call.slot);
    case Verb::DEREGISTER:
        return DoDeRegister(client);
    case Verb::FAIL:
        return DoFail(client);
    case Verb::START:
        return DoStart(client, call.type);
    case Verb::LIST:
        return DoList(client, call.type);
    case Verb::ADD:
    case Verb::DELETE:
        return DoMembership(client, call);
    default:
        return DoOwnership(client, call.interface, call.verb == Verb::TAKE);
    }
}

std::optional<Status>
ModelRun::DoEnumeration(const RandomCall& call)
{
    if (call.number >= m_enumerations.size())
    {
        return std::nullopt;
    }
    const auto index = m_enumerations.size() - 1 - call.number;
    if (!m_enumerations[index].handle)
    {
        return std::nullopt; // it is just being started
    }
    return call.verb == Verb::NEXT ? DoNext(index, call.room) : DoEnd(index);
}

/// Others may be called back before the call returns, and register as well.
std::optional<Status>
ModelRun::DoRegister(uint32_t slot)
{
    const auto right = m_rules.Register(slot);
    const bool isRight = right.count(Status::NO_ERROR) != 0;
    const auto number = static_cast<Number>(m_registrations.size() + 1);
    auto client = MakeClient(slot, number);
    auto& registered = *client;
    if (isRight)
    {
        m_model.Register(slot);
        const auto& debts = m_model.GetDebts().at(number);
        m_registrations.push_back({slot, std::move(client), ClientKnowledge(debts.groups)});
    }
    const auto status = registered.Register();
    Judge(status, right);
    return status;
}

std::optional<Status>
ModelRun::DoDeRegister(Number client)
{
    const auto right = m_rules.DeRegister(client);
    const bool isRight = right.count(Status::NO_ERROR) != 0;
    if (isRight)
    {
        m_model.BeginDeRegister(client);
    }
    const auto status = m_manager->DeRegisterMProtocol(HandleOf(client));
    Judge(status, right);
    if (isRight)
    {
        m_model.EndDeRegister(client);
    }
    return status;
}

std::optional<Status>
ModelRun::DoFail(Number client)
{
    const auto right = m_rules.Fail(client);
    const bool isRight = right.count(Status::NO_ERROR) != 0;
    if (isRight)
    {
        Note(SequenceKind::FAIL);
        m_model.BeginFail(client);
    }
    const auto status = m_manager->FailClient(HandleOf(client));
    Poll();
    Judge(status, right);
    if (isRight)
    {
        m_model.EndFail(client);
    }
    return status;
}

std::optional<Status>
ModelRun::DoOwnership(Number client, uint32_t interface, bool takes)
{
    const auto right = takes ? m_rules.Take(client, interface) : m_rules.Release(client, interface);
    const bool isRight = right.count(Status::NO_ERROR) != 0;
    const auto handle = HandleOf(client);
    if (isRight)
    {
        m_model.BeginOwnership(client, interface, takes, Now());
    }
    m_releases += takes ? 0 : 1;
    const auto crashes = m_crashes;
    const auto status = takes ? m_manager->TakeInterfaceOwnership(handle, {interface})
                              : m_manager->ReleaseInterfaceOwnership(handle, {interface});
    m_releases -= takes ? 0 : 1;
    Poll();
    if (crashes == m_crashes)
    {
        Judge(status, right);
    }
    if (isRight)
    {
        m_model.EndOwnership(client, interface);
    }
    return status;
}

std::optional<Status>
ModelRun::DoMembership(Number client, const RandomCall& call)
{
    const bool adds = call.verb == Verb::ADD;
    const auto right = adds ? m_rules.Add(client, call) : m_rules.Delete(client, call);
    const auto handle = HandleOf(client);
    const InterfaceId interface {
        call.interface
    };
    const bool isChange = right.count(Status::NO_ERROR) != 0 && (call.flags & 1) != 0;
    if (isChange)
    {
        const auto key = IndexOfKey(call.entry.ToSourceGroup());
        m_model.BeginMembership({client, key, call.interface}, adds);
    }
    const auto status =
        adds ? m_manager->AddGroupMembershipEntry(handle, call.entry, interface, call.flags)
             : m_manager->DeleteGroupMembershipEntry(handle, call.entry, interface, call.flags);
    Judge(status, right);
    if (isChange)
    {
        m_model.EndMembership();
    }
    return status;
}

/// Alerts of earlier changes may be made in each call, so that clients go and tables change.
std::optional<Status>
ModelRun::DoStart(Number client, EnumerationType type)
{
    const bool isAlive = m_model.GetTables().IsAlive(client);
    const EnumerationOracle oracle(type, m_model.GetTables().GetKeys());
    const auto begun = m_model.GetChange();
    const auto index = m_enumerations.size();
    if (isAlive)
    {
        m_enumerations.push_back({{}, client, oracle, begun, false});
        m_model.SeeEnumeration(client, false, 0);
    }
    EnumerationHandle handle;
    const auto status = m_manager->GroupEnumerationStart(HandleOf(client), type, handle);
    Judge(status, {isAlive ? Status::NO_ERROR : Status::ERROR_INVALID_PARAMETER});
    if (isAlive)
    {
        m_enumerations[index].handle = handle;
    }
    return status;
}

std::optional<Status>
ModelRun::DoNext(std::size_t index, uint32_t room)
{
    const bool wasDead = IsDead(m_enumerations[index]);
    const auto change = m_model.GetChange();
    std::vector<SourceGroupEntry> buffer(room + 1);
    const auto given = static_cast<uint32_t>(room * sizeof(SourceGroupEntry));
    auto size = given;
    uint32_t count = 0;
    const auto status = m_manager->GroupEnumerationGetNext(m_enumerations[index].handle,
                                                           size,
                                                           buffer.data(),
                                                           count);
    const bool isRefused = status == Status::ERROR_INVALID_PARAMETER;
    if (wasDead || (isRefused && IsDead(m_enumerations[index])))
    {
        Judge(status, {Status::ERROR_INVALID_PARAMETER});
        return status;
    }
    buffer.resize(count);
    const bool isShort = status == Status::ERROR_INSUFFICIENT_BUFFER;
    if (size != (isShort ? sizeof(SourceGroupEntry) : given))
    {
        m_model.Blame("ENU-4: another size than that of an entry");
    }
    std::vector<uint32_t> keys;
    std::transform(buffer.begin(), buffer.end(), std::back_inserter(keys), [](const auto& entry) {
        return IndexOfKey(CheckedKey(entry));
    });
    auto& oracle = m_enumerations[index].oracle;
    m_model.Blame(oracle.Judge(room, status, keys, change == m_model.GetChange()));
    Learn(m_enumerations[index], keys, status == Status::ERROR_NO_MORE_ITEMS);
    return status;
}

/// A client reads entries of an enumeration; a whole one is its start-up.
void
ModelRun::Learn(const Enumeration& enumeration, const std::vector<uint32_t>& keys, bool whole)
{
    const auto& debts = m_model.GetDebts().at(enumeration.client);
    auto& knowledge = m_registrations.at(enumeration.client - 1).knowledge;
    for (const auto key : keys)
    {
        if (key < KEY_COUNT)
        {
            const bool isOwed = debts.groups[key] || debts.sources[key] == Telling::YES;
            knowledge.Read(key, !isOwed && enumeration.oracle.IsListed(key));
        }
    }
    m_model.SeeEnumeration(enumeration.client, whole, enumeration.begun);
    if (whole)
    {
        knowledge.EndReading();
    }
}

bool
ModelRun::IsDead(const Enumeration& enumeration) const
{
    return enumeration.ended || !m_model.GetTables().IsAlive(enumeration.client);
}

std::optional<Status>
ModelRun::DoEnd(std::size_t index)
{
    auto& enumeration = m_enumerations[index];
    const bool dead = IsDead(enumeration);
    enumeration.ended = true;
    const auto status = m_manager->GroupEnumerationEnd(enumeration.handle);
    Judge(status, {dead ? Status::ERROR_INVALID_PARAMETER : Status::NO_ERROR});
    return status;
}

std::optional<Status>
ModelRun::DoList(Number client, EnumerationType type)
{
    if (m_model.GetTables().IsAlive(client) && m_model.IsWithholding(client))
    {
        Note(SequenceKind::LIST_COVERED);
    }
    const auto index = m_enumerations.size();
    auto status = DoStart(client, type);
    if (status != Status::NO_ERROR || index == m_enumerations.size())
    {
        return status;
    }
    do
    {
        status = DoNext(index, 3);
    } while (status == Status::ERROR_MORE_DATA && m_model.GetWrong().empty());
    return DoEnd(index);
}

std::optional<Status>
ModelRun::DoWait()
{
    Simulator::Stop(NanoSeconds(WAIT_DURATION));
    Simulator::Run();
    return std::nullopt;
}

/// A route changes: below the static routes with or without notice, or by a static route.
std::optional<Status>
ModelRun::DoRoute(const RandomCall& call)
{
    auto& override = m_overrides[call.source];
    auto& below = m_rib->interfaces[GetSource(call.source).Get()];
    const bool isSilent =
        call.verb == Verb::MOVE_SILENTLY || (call.verb == Verb::STOP_OVERRIDE && !override);
    if (call.verb == Verb::MOVE || call.verb == Verb::MOVE_SILENTLY)
    {
        below = call.interface;
    }
    else
    {
        override = call.verb == Verb::OVERRIDE ? std::make_optional(call.interface) : std::nullopt;
    }
    m_model.MoveRoute(call.source, override ? *override : below);
    Note(isSilent ? SequenceKind::ROUTE_SILENT : SequenceKind::ROUTE_NOTICED);
    if (!m_model.GetTables().changes.empty())
    {
        Note(SequenceKind::ROUTE_IN_CHANGE);
    }
    if (!isSilent)
    {
        m_model.NoticeRoute(call.source);
        AnnounceRoute(call);
    }
    return std::nullopt;
}

void
ModelRun::AnnounceRoute(const RandomCall& call)
{
    const auto source = GetSource(call.source);
    MulticastRib::Route route;
    route.interface.index = call.interface;
    switch (call.verb)
    {
    case Verb::MOVE:
        m_rib->NotifyRoutesChanged(source, Ipv4Mask::GetOnes());
        break;
    case Verb::OVERRIDE:
        m_static->AddRoute(source, Ipv4Mask::GetOnes(), route);
        break;
    default:
        m_static->RemoveRoute(source, Ipv4Mask::GetOnes());
    }
}

std::optional<Status>
ModelRun::DoCrash()
{
    Note(SequenceKind::CRASH);
    if (!m_model.GetTables().changes.empty())
    {
        Note(SequenceKind::CRASH_IN_CHANGE);
    }
    ++m_crashes;
    m_model.Crash();
    m_isCrashing = true;
    m_manager->Crash();
    m_isCrashing = false;
    Poll();
    if (!m_manager->IsIdle())
    {
        m_model.Blame("REG-6: something is still in progress after a crash");
    }
    Boot();
    return std::nullopt;
}

} // namespace mgm
} // namespace ns3
