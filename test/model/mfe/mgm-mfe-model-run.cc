/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-mfe-model-run.h"

#include "mgm-mfe-key.h"

#include "ns3/boolean.h"
#include "ns3/enum.h"
#include "ns3/pointer.h"
#include "ns3/simulator.h"
#include "ns3/string.h"
#include "ns3/uinteger.h"

#include <algorithm>
#include <sstream>
#include <utility>

namespace ns3
{
namespace mgm
{

namespace
{

using Verb = MfeStep::Verb;
using Op = ClientEvent::Op;

std::string
Differ(const std::string& what, Status manager, Status model)
{
    std::ostringstream os;
    os << what << ": manager: " << manager << ", model: " << model << '\n';
    return manager == model ? "" : os.str();
}

/// Reads all entries in pages.
/// @param room room for a page [bytes]
/// @param first reads the first page
/// @param next reads the page after an entry
/// @return their keys; up to the entry at which reading stopped
template <typename T, typename First, typename Next>
std::vector<SourceGroup>
ReadPages(uint32_t room, First first, Next next)
{
    std::vector<SourceGroup> read;
    std::vector<T> page;
    auto status = first(room, page);
    while (status == Status::ERROR_MORE_DATA || status == Status::ERROR_INSUFFICIENT_BUFFER)
    {
        for (const auto& item : page)
        {
            read.push_back(KeyOf(item));
        }
        page.clear();
        status = next(read.empty() ? SourceGroup{} : read.back(), room, page);
    }
    for (const auto& item : page)
    {
        read.push_back(KeyOf(item));
    }
    return read;
}

} // namespace

MfeModelRun::MfeModelRun(const MfeSetup& setup)
    : m_setup(setup),
      m_node(MakeRouter(MFE_INTERFACES)),
      m_manager(CreateObject<MulticastGroupManager>()),
      m_plane(std::make_unique<FakePlane>(m_manager)),
      m_clients(MFE_SLOTS.size())
{
    MakeView();
    m_manager->SetAttribute("AlertOrder", EnumValue(static_cast<AlertOrder>(setup.alertOrder)));
    m_manager->SetAttribute("MfeTimeout", TimeValue(NanoSeconds(MFE_TIMEOUT_NS)));
    m_manager->SetAttribute("WrongIfInterval", TimeValue(NanoSeconds(MFE_WRONG_IF_INTERVAL_NS)));
    m_manager->SetAttribute(
        "CallbackDelivery",
        EnumValue(setup.posted ? CALLBACK_DELIVERY_POSTED : CALLBACK_DELIVERY_INLINE));
    if (setup.lasting)
    {
        const auto seconds = std::to_string(static_cast<double>(MFE_CHANGE_NS) / 1e9);
        m_manager->SetAttribute(
            "OwnershipChangeDuration",
            StringValue("ns3::ConstantRandomVariable[Constant=" + seconds + "]"));
    }
    m_manager->SetAttribute("MaxDormantMfes", UintegerValue(setup.dormantLimit));
    m_node->AggregateObject(m_manager);
    m_manager->AttachForwardingPlane(m_plane.get());
    m_plane->onInstall = [this](const SourceGroup& key) { NoteInstall(key); };
    std::vector<SourceGroup> keys;
    for (const auto& group : MFE_GROUPS)
    {
        for (const auto& source : MFE_SOURCES)
        {
            keys.push_back({source, group});
        }
    }
    m_models.emplace_back(m_setup, keys);
}

MfeModelRun::~MfeModelRun()
{
    Simulator::Destroy();
}

void
MfeModelRun::MakeView()
{
    m_rib = CreateObject<PolledRib>();
    m_rib->interval = NanoSeconds(MFE_POLL_NS);
    for (std::size_t i = 0; i < MFE_SOURCES.size(); ++i)
    {
        m_rib->Shift(MFE_SOURCES.at(i), m_setup.rib.at(i), ANY_ADDRESS);
    }
    m_static = CreateObject<StaticMulticastRib>();
    m_static->SetFallback(m_rib);
    m_manager->SetAttribute("Rib", PointerValue(m_static));
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
    client->react = [this, slot](const ClientEvent& event) { React(slot, event); };
    if (slot == m_setup.mute)
    {
        client->callbacks = {};
    }
    m_former.push_back(std::exchange(m_clients.at(slot), std::move(client)));
}

/// The first client that hears of a change of memberships calls the manager, or IGMP when it is
/// disabled while an entry is being made.
void
MfeModelRun::React(uint32_t slot, const ClientEvent& event)
{
    const bool ofMemberships =
        IsAlert(event) || event.op == Op::LOCAL_JOIN || event.op == Op::LOCAL_LEAVE;
    const bool inMaking = m_planned && m_planned->verb == Verb::PACKET;
    if (m_planned && (inMaking ? event.op == Op::DISABLE_IGMP : ofMemberships))
    {
        const auto inner = MakeInnerCall(*m_planned, slot);
        m_planned.reset();
        ++m_innerCalls;
        m_inner = MfeInnerCall{inner, Call(inner)};
        m_innerAt = static_cast<std::ptrdiff_t>(m_log.size());
    }
}

void
MfeModelRun::NoteInstall(const SourceGroup& key)
{
    m_madeAtInstall[key] =
        static_cast<std::size_t>(std::count_if(m_log.begin(), m_log.end(), [&](const auto& event) {
            return IsMaking(event) && event.key == key;
        }));
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
    m_copies.clear();
    m_madeAtInstall.clear();
    m_inner.reset();
    m_innerAt = 0;
    Each([](MfeModel& model) { model.BeginStep(); });
    const auto& entries = m_models.front().GetEntries();
    const bool isStale = std::any_of(entries.begin(), entries.end(), [&](const auto& entry) {
        return entry.MayBeStale(m_models.front().GetRouter());
    });
    auto wrong = Do(Resolve(step));
    if (m_setup.posted)
    {
        LetPass(NanoSeconds(1)); // what is posted happens in the instant of the step
    }
    wrong = wrong.empty() && !isStale ? CheckOrder(step) : wrong;
    wrong = wrong.empty() ? CheckGone() : wrong;
    wrong = wrong.empty() ? CheckPlane() : wrong;
    wrong = wrong.empty() ? Judge() : wrong;
    wrong = wrong.empty() ? CheckPages(step.number) : wrong;
    return wrong.empty() ? CheckSmallBuffers() : wrong;
}

/// Lets mostly those clients change entries that hold the interface.
MfeStep
MfeModelRun::Resolve(MfeStep step) const
{
    const bool fits = step.number != 0 && (step.verb == Verb::ADD || step.verb == Verb::DELETE);
    const auto holder =
        fits ? m_models.front().GetRouter().HolderOf(step.interface) : MfeModel::NOBODY;
    step.slot = holder != MfeModel::NOBODY ? holder : step.slot;
    return step;
}

std::string
MfeModelRun::Do(const MfeStep& step)
{
    switch (step.verb)
    {
    case Verb::PACKET:
        if (const auto take = FindTakeInMaking(step))
        {
            return DoTakeInMaking(step, *take);
        }
        DoPacket(step);
        return "";
    case Verb::MOVE:
    case Verb::SHIFT:
    case Verb::OVERRIDE:
        DoRoute(step);
        return "";
    case Verb::NOTIFY:
        m_rib->NotifyRoutesChanged();
        Each([](MfeModel& model) { model.Notice(); });
        return "";
    case Verb::CRASH:
        DoCrash();
        return "";
    case Verb::WAIT:
        LetPass(Seconds(step.number));
        return "";
    default:
        return DoCall(step);
    }
}

/// One that is registered stays the client of its slot.
Status
MfeModelRun::Register(uint32_t slot)
{
    if (m_models.front().GetRouter().IsAlive(slot))
    {
        TestClient another(m_manager, MFE_SLOTS.at(slot), m_log);
        return another.Register();
    }
    MakeClient(slot);
    return ClientOf(slot).Register();
}

/// A call of the manager by a client.
Status
MfeModelRun::Call(const MfeStep& step)
{
    auto& client = ClientOf(step.slot);
    switch (step.verb)
    {
    case Verb::DEREGISTER:
        return client.DeRegister();
    case Verb::FAIL:
        return client.Fail();
    case Verb::TAKE:
        return client.Take(step.interface);
    case Verb::RELEASE:
        return client.Release(step.interface);
    case Verb::ADD:
        return client.Add(step.key, step.interface, step.flags);
    case Verb::DELETE:
        return client.Delete(step.key, step.interface, step.flags);
    default:
        break;
    }
    Mfe mfe;
    mfe.source = step.key.source;
    mfe.group = step.key.group;
    mfe.upstreamNeighbor = NeighborOf(step.number);
    return m_manager->SetMfe(client.GetHandle(), mfe);
}

std::string
MfeModelRun::DoCall(const MfeStep& step)
{
    const bool ownership = step.verb == Verb::TAKE || step.verb == Verb::RELEASE;
    if (ownership && step.calls && !m_setup.posted)
    {
        m_planned = step;
    }
    const auto answer = step.verb == Verb::REGISTER ? Register(step.slot) : Call(step);
    m_planned.reset();
    if ((step.verb == Verb::ADD || step.verb == Verb::DELETE) && answer == Status::NO_ERROR)
    {
        CountMarks(step);
    }
    return FollowCall(step, answer);
}

/// Has the models follow a call, and the one that was made inside it.
std::string
MfeModelRun::FollowCall(const MfeStep& step, Status answer)
{
    const auto before = m_models;
    m_models.clear();
    for (uint32_t place = 0; place < MAX_PLACES && (place == 0 || m_inner); ++place)
    {
        for (auto model : before)
        {
            if (m_inner)
            {
                model.SetInner(*m_inner, place);
            }
            if (model.Call(step, answer) == answer && model.IsInnerRight())
            {
                m_models.push_back(std::move(model));
            }
        }
    }
    return m_models.empty() ? ExplainCall(before.front(), step, answer) : "";
}

/// No model gives the right answers.
std::string
MfeModelRun::ExplainCall(MfeModel model, const MfeStep& step, Status answer)
{
    m_models.push_back(model);
    return ExplainInner() + Differ("answer", answer, model.Call(step, answer));
}

/// @return a client that failed in a callback of this step: what it hears before is open
ClientId
MfeModelRun::GetGone() const
{
    return m_inner && m_inner->step.verb == Verb::FAIL ? MFE_SLOTS.at(m_inner->step.slot)
                                                       : ClientId{};
}

/// REG-5: a client that has failed is not called any more.
std::string
MfeModelRun::CheckGone() const
{
    const auto gone = GetGone();
    const bool isCalled = std::any_of(m_log.begin() + m_innerAt,
                                      m_log.end(),
                                      [&](const auto& event) { return event.client == gone; });
    return isCalled ? ExplainInner() + "a client is called that has failed\n" : "";
}

std::string
MfeModelRun::ExplainInner() const
{
    std::ostringstream os;
    if (m_inner)
    {
        os << "inside: " << m_inner->step << ": " << m_inner->answer << '\n';
    }
    return os.str();
}

void
MfeModelRun::CountMarks(const MfeStep& step)
{
    for (const auto& entry : m_models.front().GetEntries())
    {
        const bool marks = (step.flags & MGM_FORWARD_STATE_FLAG) != 0;
        m_dormantMarks += marks && entry.IsDormant() && Wants(step.key, entry.GetKey()) ? 1 : 0;
    }
}

void
MfeModelRun::Each(const Deed& deed)
{
    for (auto& model : m_models)
    {
        deed(model);
    }
}

/// A packet arrives on the interface of the step, or on that towards its source.
void
MfeModelRun::DoPacket(const MfeStep& step)
{
    auto& model = m_models.front();
    const auto& state = model.EntryOf(step.key).GetStates().front();
    const auto route = model.GetRouter().RouteTo(step.key.source);
    const auto usual = state.exists ? state.incoming : route.interface;
    const auto arrival = step.interface != 0 ? step.interface : std::max(1U, usual);
    m_plane->Arrive(step.key, arrival);
    Each([&](MfeModel& each) { each.Packet(step.key, arrival); });
}

/// A protocol can take the interface towards the source from IGMP while the entry of a packet is
/// being made if there is none, no change of owner is under way, and no other entry is to move: its
/// making would wait as well.
/// @return the call, if it is to be made
std::optional<MfeStep>
MfeModelRun::FindTakeInMaking(const MfeStep& packet) const
{
    const auto& router = m_models.front().GetRouter();
    const auto interface = router.RouteTo(packet.key.source).interface;
    const bool isIgmpAlone = router.HolderOf(interface) != MfeModel::NOBODY &&
                             MfeRouterModel::IsIgmp(router.HolderOf(interface));
    const bool isBusy = std::any_of(m_models.begin(), m_models.end(), [&](const auto& model) {
        const auto& entries = model.GetEntries();
        return model.MayExist(packet.key) ||
               std::any_of(entries.begin(), entries.end(), [&](const auto& entry) {
                   return entry.MayBeStale(model.GetRouter());
               });
    });
    auto take = packet;
    take.verb = Verb::TAKE;
    take.interface = interface;
    take.slot = 1 + packet.slot % (MFE_SLOTS.size() - 1);
    const bool isWanted = packet.calls && !m_setup.posted && isIgmpAlone && !isBusy;
    return isWanted && router.IsAlive(take.slot) && !router.GetNextChange()
               ? std::make_optional(take)
               : std::nullopt;
}

/// MFE-2, OWN-3: callbacks are made in the order of their causes. RPF, which the upcall causes when
/// its time has passed, comes after DISABLE_IGMP. By then nobody has the interface: nobody is
/// asked, and there is no entry in the end (OWN-5), whatever IGMP calls in between.
std::string
MfeModelRun::DoTakeInMaking(const MfeStep& packet, const MfeStep& take)
{
    ++m_takesInMaking;
    SetUpcallCost(MFE_UPCALL_NS);
    m_plane->Arrive(packet.key, packet.interface != 0 ? packet.interface : take.interface);
    m_planned = packet;
    m_planned->slot = take.slot;
    const auto answer = Call(take);
    LetPass(NanoSeconds(MFE_UPCALL_NS));
    m_planned.reset();
    SetUpcallCost(0);
    return FollowCall(take, answer);
}

void
MfeModelRun::SetUpcallCost(int64_t cost)
{
    const auto seconds = std::to_string(static_cast<double>(cost) / 1e9);
    m_manager->SetAttribute("UpcallCost",
                            StringValue("ns3::ConstantRandomVariable[Constant=" + seconds + "]"));
}

void
MfeModelRun::DoRoute(const MfeStep& step)
{
    const auto& source = step.key.source;
    const MfeModel::Route route{step.interface, NeighborOf(step.number % 3)};
    if (step.verb == Verb::OVERRIDE)
    {
        bool isTold = step.interface != 0;
        if (isTold)
        {
            m_static->AddRoute(source, ONE_MASK, {{route.interface}, route.nextHop});
        }
        else
        {
            isTold = m_static->RemoveRoute(source, ONE_MASK);
        }
        const auto replaced = step.interface != 0 ? std::make_optional(route) : std::nullopt;
        Each([&](MfeModel& model) {
            model.SetStaticRoute(source, replaced);
            model.NoticeSource(source, isTold);
        });
        return;
    }
    const bool isTold = step.verb == Verb::MOVE;
    isTold ? m_rib->Move(source, route.interface, route.nextHop)
           : m_rib->Shift(source, route.interface, route.nextHop);
    Each([&](MfeModel& model) {
        model.SetRoute(source, route);
        if (isTold)
        {
            model.Notice();
        }
    });
}

/// REG-6
void
MfeModelRun::DoCrash()
{
    m_manager->Crash();
    Each([](MfeModel& model) { model.Crash(); });
}

void
MfeModelRun::LetPass(Time duration)
{
    const auto before = static_cast<uint32_t>(m_plane->GetEntries().size());
    Simulator::Stop(duration);
    Simulator::Run();
    for (const auto& poll : m_rib->TakePolls())
    {
        Each([&](MfeModel& model) {
            model.AdvanceTo(poll.GetNanoSeconds());
            model.Notice();
        });
    }
    Each([](MfeModel& model) { model.AdvanceTo(Simulator::Now().GetNanoSeconds()); });
    const auto after = static_cast<uint32_t>(m_plane->GetEntries().size());
    m_dormant = std::max(m_dormant, before - std::min(before, after));
}

/// Keeps the models that what was seen does not contradict.
std::string
MfeModelRun::Judge()
{
    std::map<SourceGroup, MfeObservation> seen;
    for (const auto& entry : m_models.front().GetEntries())
    {
        seen[entry.GetKey()] = Observe(entry.GetKey());
    }
    std::string all;
    std::vector<MfeModel> right;
    for (auto& model : m_models)
    {
        std::string wrong;
        for (const auto& [key, observed] : seen)
        {
            const auto now = model.GetRouter().GetNow();
            model.EntryOf(key).Ignore(GetGone());
            wrong += model.EntryOf(key).Judge(observed, now);
        }
        model.BeginStep();
        if (wrong.empty() && std::find(right.begin(), right.end(), model) == right.end())
        {
            right.push_back(std::move(model));
        }
        all += "or\n" + wrong;
    }
    if (right.empty())
    {
        return ExplainInner() + all.substr(3);
    }
    m_models = std::move(right);
    return m_models.size() > MAX_MODELS ? "too much is uncertain" : "";
}

MfeObservation
MfeModelRun::Observe(const SourceGroup& key) const
{
    MfeObservation seen;
    const auto gone = GetGone();
    std::copy_if(m_log.begin(), m_log.end(), std::back_inserter(seen.events), [&](auto& event) {
        return IsOfEntry(event) && event.key == key && event.client != gone;
    });
    if (const auto* entry = m_plane->Find(key))
    {
        seen.isInstalled = true;
        seen.forwards = entry->forwards;
        seen.incoming = entry->incoming;
        seen.outgoing = entry->outgoing;
    }
    const auto copies = m_copies.find(key);
    seen.copies = copies == m_copies.end() ? seen.copies : copies->second;
    seen.packetSize = FakePlane::PACKET_SIZE;
    MfeStats stats;
    uint32_t room = AMPLE_ROOM;
    if (m_manager->GetMfeStats(key, MfeStatsLevel::MGM_MFE_STATS_1, room, stats) ==
        Status::NO_ERROR)
    {
        seen.stats = stats;
    }
    return seen;
}

/// The alerts of memberships of one change go before those of entries. Where a call makes the
/// manager see that a route has changed, there are two changes.
std::string
MfeModelRun::CheckOrder(const MfeStep& step) const
{
    if (step.verb != Verb::ADD && step.verb != Verb::DELETE)
    {
        return "";
    }
    const auto entry = std::find_if(m_log.begin(), m_log.end(), IsOfEntry);
    const bool right = std::all_of(entry, m_log.end(), IsOfEntry);
    return right ? "" : "alerts of memberships after those of entries\n";
}

/// The contract of the forwarder; I5: RPF and CREATION_ALERT before an entry forwards; and that
/// the routes are watched while there are entries.
std::string
MfeModelRun::CheckPlane()
{
    for (const auto& [key, interface] : m_plane->TakeCopies())
    {
        m_copies[key].insert(interface);
    }
    for (const auto& [key, made] : std::exchange(m_madeAtInstall, {}))
    {
        NoteInstall(key);
        if (m_madeAtInstall[key] != made)
        {
            return "I5: RPF or CREATION_ALERT after the entry forwarded\n";
        }
    }
    if (!m_plane->GetEntries().empty() && !m_rib->IsWatched())
    {
        return "MFE-8: nobody watches the routes though there are entries\n";
    }
    return m_plane->GetMisuse().empty() ? "" : m_plane->GetMisuse().front() + '\n';
}

/// MFE-6: the range, and the buffers of some size, list what the forwarder has, in order.
std::string
MfeModelRun::CheckPages(uint32_t number) const
{
    std::vector<SourceGroup> expected;
    for (const auto& [key, entry] : m_plane->GetEntries())
    {
        expected.push_back(key);
    }
    std::vector<SourceGroup> listed;
    for (const auto& mfe : m_manager->GetMfes())
    {
        listed.push_back(KeyOf(mfe));
    }
    const auto room = 40 * number;
    const auto read = ReadPages<Mfe>(
        room,
        [&](uint32_t& size, auto& page) { return m_manager->GetFirstMfe(size, page); },
        [&](const auto& last, uint32_t& size, auto& page) {
            return m_manager->GetNextMfe(last, size, page);
        });
    constexpr auto LEVEL = MfeStatsLevel::MGM_MFE_STATS_1;
    const auto counted = ReadPages<MfeStats>(
        room,
        [&](uint32_t& size, auto& page) { return m_manager->GetFirstMfeStats(LEVEL, size, page); },
        [&](const auto& last, uint32_t& size, auto& page) {
            return m_manager->GetNextMfeStats(last, LEVEL, size, page);
        });
    const bool right = listed == expected && read == expected && counted == expected;
    return right ? "" : "MFE-6: an entry is missing, too many, or not in its place\n";
}

/// ENU-4: a buffer of no size, for entries and for groups.
std::string
MfeModelRun::CheckSmallBuffers()
{
    const bool hasEntries = !m_plane->GetEntries().empty();
    std::vector<Mfe> mfes;
    std::vector<MfeStats> stats;
    uint32_t size = 0;
    const auto first = m_manager->GetFirstMfe(size, mfes);
    uint32_t statsSize = 0;
    const auto firstStats =
        m_manager->GetFirstMfeStats(MfeStatsLevel::MGM_MFE_STATS_0, statsSize, stats);
    const auto expected =
        hasEntries ? Status::ERROR_INSUFFICIENT_BUFFER : Status::ERROR_NO_MORE_ITEMS;
    auto wrong = Differ("ENU-4, entries", first, expected) +
                 Differ("ENU-4, statistics", firstStats, expected);
    if (!wrong.empty() || (size != 0) != hasEntries || (statsSize != 0) != hasEntries)
    {
        return wrong.empty() ? "ENU-4: the size that is needed\n" : wrong;
    }
    if (hasEntries)
    {
        const auto& last = m_plane->GetEntries().rbegin()->first;
        size = 0;
        wrong = Differ("ENU-4, entries after the last",
                       m_manager->GetNextMfe(last, size, mfes),
                       Status::ERROR_NO_MORE_ITEMS);
    }
    return wrong.empty() ? CheckGroupBuffer() : wrong;
}

std::string
MfeModelRun::CheckGroupBuffer()
{
    const auto& router = m_models.front().GetRouter();
    const auto clients = router.AlertOrder();
    if (clients.empty())
    {
        return "";
    }
    EnumerationHandle enumeration;
    m_manager->GroupEnumerationStart(ClientOf(clients.front()).GetHandle(),
                                     EnumerationType::ALL_SOURCES,
                                     enumeration);
    SourceGroupEntry entry;
    uint32_t size = 0;
    uint32_t count = 0;
    const auto status = m_manager->GroupEnumerationGetNext(enumeration, size, &entry, count);
    m_manager->GroupEnumerationEnd(enumeration);
    const bool any = router.HasMemberships();
    const auto expected = any ? Status::ERROR_INSUFFICIENT_BUFFER : Status::ERROR_NO_MORE_ITEMS;
    const auto wrong = Differ("ENU-4, groups", status, expected);
    return wrong.empty() && any && size != sizeof(entry) ? "ENU-4: the size of a group\n" : wrong;
}

/// I8
std::string
MfeModelRun::CheckEmpty() const
{
    const bool isEmpty =
        m_plane->GetEntries().empty() && m_manager->IsIdle() && !m_rib->IsWatched();
    return isEmpty ? "" : "I8: something is left\n";
}

} // namespace mgm
} // namespace ns3
