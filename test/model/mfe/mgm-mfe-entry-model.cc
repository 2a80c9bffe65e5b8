/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-mfe-entry-model.h"

#include "mgm-fake-plane.h"

#include <algorithm>
#include <numeric>
#include <sstream>
#include <tuple>
#include <utility>

namespace ns3
{
namespace mgm
{

namespace
{

using Op = ClientEvent::Op;
using State = MfeEntryModel::State;

/// Stands for an interface that the rules leave open.
constexpr uint32_t ANY_INTERFACE = 0xFFFFFFFF;

/// The entry is gone; what was seen of it in this step stays.
void
Erase(State& state)
{
    State gone;
    gone.events = std::move(state.events);
    gone.copies = std::move(state.copies);
    gone.drops = std::move(state.drops);
    state = std::move(gone);
}

ClientEvents
Filter(const ClientEvents& events, const std::function<bool(const ClientEvent&)>& wanted)
{
    ClientEvents found;
    std::copy_if(events.begin(), events.end(), std::back_inserter(found), wanted);
    return found;
}

bool
Matches(const ClientEvents& expected, const ClientEvents& seen)
{
    const auto same = [](ClientEvent a, const ClientEvent& b) {
        a.interface = a.interface == ANY_INTERFACE ? b.interface : a.interface;
        return a == b;
    };
    return std::equal(expected.begin(), expected.end(), seen.begin(), seen.end(), same);
}

/// RPF and CREATION_ALERT are in order (MFE-1), and so is what one client sees; who gets the
/// incoming interface hears the alerts last (ALR-6). When a former owner hears its PRUNE_ALERT is
/// open, and when WRONG_IF is called.
bool
IsOrderRight(const ClientEvents& expected, const ClientEvents& seen)
{
    bool same = expected.size() == seen.size() &&
                Matches(Filter(expected, IsMaking), Filter(seen, IsMaking));
    for (const auto& event : expected)
    {
        const auto asked = [&](const auto& e) {
            return e.op == Op::RPF && e.client == event.client;
        };
        const bool all = std::any_of(expected.begin(), expected.end(), asked);
        for (const bool wrongIf : {false, true})
        {
            const auto wanted = [&](const auto& e) {
                return e.client == event.client &&
                       (wrongIf ? e.op == Op::WRONG_IF : IsAlert(e) || (all && IsMaking(e)));
            };
            same = same && Matches(Filter(expected, wanted), Filter(seen, wanted));
        }
    }
    return same;
}

std::string
ToText(const ClientEvents& events)
{
    std::ostringstream os;
    for (const auto& event : events)
    {
        os << "    " << event << '\n';
    }
    return events.empty() ? "    nothing\n" : os.str();
}

std::string
ToText(const std::multiset<uint32_t>& interfaces)
{
    std::string text;
    for (const auto interface : interfaces)
    {
        text += ' ' + std::to_string(interface);
    }
    return interfaces.empty() ? " none" : text;
}

std::string
ToText(const Drops& drops)
{
    std::string text;
    for (const auto reason : drops)
    {
        text += ' ' + std::string(ToString(reason));
    }
    return drops.empty() ? " nothing" : text;
}

/// I6, and that the forwarder has the entry while it is in use.
std::string
JudgePlane(const State& state, const MfeObservation& seen)
{
    if (seen.isInstalled != state.live)
    {
        return state.live ? "is not in the forwarder" : "should not be in the forwarder";
    }
    if (seen.copies != state.copies)
    {
        return "packets left on" + ToText(seen.copies) + ", not" + ToText(state.copies);
    }
    if (seen.drops && *seen.drops != state.drops)
    {
        return "dropped for" + ToText(*seen.drops) + ", not" + ToText(state.drops);
    }
    if (state.live &&
        (!seen.forwards || seen.incoming != state.incoming || seen.outgoing != state.outgoing))
    {
        return std::string(seen.forwards ? "forwards" : "waits") + " from " +
               std::to_string(seen.incoming) + " to {" + mgm::ToText(seen.outgoing) +
               "}, not from " + std::to_string(state.incoming) + " to {" +
               mgm::ToText(state.outgoing) + '}';
    }
    return "";
}

/// Collects what differs.
class Differences
{
  public:
    template <typename T, typename U>
    void Compare(const std::string& what, const T& seen, const U& expected)
    {
        if (!(seen == expected))
        {
            m_text << what << ' ' << seen << ", not " << expected << "; ";
        }
    }

    std::string Get() const
    {
        return m_text.str();
    }

  private:
    std::ostringstream m_text; ///< the text
};

/// MFE-6: what the manager tells of an entry that is in use.
std::string
JudgeStats(const State& state, const MfeObservation& seen, int64_t now)
{
    const auto& stats = *seen.stats;
    Differences found;
    MfeEntryModel::Interfaces told;
    for (const auto& interface : stats.mfe.outgoing)
    {
        told.insert(interface.index);
    }
    const auto total =
        std::accumulate(state.sent.begin(),
                        state.sent.end(),
                        uint64_t{0},
                        [](uint64_t sum, const auto& sent) { return sum + sent.second; });
    found.Compare("incoming", stats.mfe.incoming.index, state.incoming);
    found.Compare("outgoing", mgm::ToText(told), mgm::ToText(state.outgoing));
    found.Compare("neighbor", stats.mfe.upstreamNeighbor, state.neighbor);
    found.Compare("source mask", stats.mfe.sourceMask, ONE_MASK);
    found.Compare("expiry", stats.mfe.expiryTime.GetNanoSeconds(), GetDeadline(state) - now);
    const auto upTime = stats.mfe.upTime.GetNanoSeconds();
    found.Compare("up time", upTime, upTime == now - state.movedAt ? upTime : now - state.madeAt);
    found.Compare("packets in", stats.inPackets, state.inPackets);
    found.Compare("bytes in", stats.inBytes, state.inPackets * seen.packetSize);
    found.Compare("packets on wrong interfaces", stats.wrongIfPackets, state.wrongPackets);
    found.Compare("packets without outgoing interface",
                  stats.negativePackets,
                  state.unwantedPackets);
    found.Compare("packets out", stats.outPackets, total);
    found.Compare("counted interfaces", stats.outgoing.size(), state.outgoing.size());
    for (const auto& counters : stats.outgoing)
    {
        const auto sent = state.sent.find(counters.interface.index);
        found.Compare("packets out on " + std::to_string(counters.interface.index),
                      counters.packets,
                      sent == state.sent.end() ? 0 : sent->second);
    }
    return found.Get();
}

std::string
JudgeState(const State& state, const MfeObservation& seen, int64_t now)
{
    if (state.isMaking)
    {
        return "MFE-1: nobody was asked, and nothing has ended the making";
    }
    if (!IsOrderRight(state.events, seen.events))
    {
        return "manager:\n" + ToText(seen.events) + "  model:\n" + ToText(state.events);
    }
    const auto wrong = JudgePlane(state, seen);
    if (!wrong.empty() || seen.stats.has_value() != state.live)
    {
        return wrong.empty() ? "MFE-6: is listed though it is not in use, or the reverse" : wrong;
    }
    const auto told = seen.stats ? JudgeStats(state, seen, now) : "";
    return told.empty() ? "" : "MFE-6: " + told;
}

} // namespace

bool
State::operator==(const State& other) const
{
    const auto tie = [](const State& s) {
        return std::tie(s.exists,
                        s.live,
                        s.isMaking,
                        s.route,
                        s.incoming,
                        s.neighbor,
                        s.isNeighborSet,
                        s.forced,
                        s.disabled,
                        s.outgoing,
                        s.hasOthers,
                        s.emptyUntil,
                        s.usedAt,
                        s.madeAt,
                        s.movedAt,
                        s.expiredAt,
                        s.wrongIf,
                        s.inPackets,
                        s.wrongPackets,
                        s.unwantedPackets,
                        s.sent,
                        s.events,
                        s.copies,
                        s.drops);
    };
    return tie(*this) == tie(other);
}

bool
IsMaking(const ClientEvent& event)
{
    return event.op == Op::RPF || event.op == Op::CREATION_ALERT;
}

bool
IsAlert(const ClientEvent& event)
{
    return event.op == Op::JOIN_ALERT || event.op == Op::PRUNE_ALERT;
}

bool
IsOfEntry(const ClientEvent& event)
{
    return IsMaking(event) || event.op == Op::WRONG_IF || (IsAlert(event) && !event.member);
}

int64_t
GetDeadline(const State& state)
{
    return state.outgoing.empty() ? state.emptyUntil : state.usedAt + MFE_TIMEOUT_NS;
}

MfeEntryModel::MfeEntryModel(const SourceGroup& key)
    : m_key(key),
      m_states(1)
{
}

void
MfeEntryModel::Each(const Change& change)
{
    for (auto& state : m_states)
    {
        change(state);
    }
    if (!m_forks.empty())
    {
        m_states.insert(m_states.end(), m_forks.begin(), m_forks.end());
        m_forks.clear();
        Settle();
    }
}

void
MfeEntryModel::Fork(const State& state)
{
    m_forks.push_back(state);
}

/// Keeps one of equal states.
void
MfeEntryModel::Settle()
{
    if (m_states.size() == 1)
    {
        return;
    }
    std::vector<State> different;
    for (auto& state : m_states)
    {
        if (std::find(different.begin(), different.end(), state) == different.end())
        {
            different.push_back(std::move(state));
        }
    }
    m_states = std::move(different);
}

void
MfeEntryModel::BeginStep()
{
    Each([](State& state) {
        state.events.clear();
        state.copies.clear();
        state.drops.clear();
    });
    Settle();
}

void
MfeEntryModel::Touch(const MfeRouterModel& router)
{
    Each([&](State& state) {
        if (IsStale(router, state))
        {
            auto followed = state;
            Follow(router, followed, state.live);
            Fork(followed);
        }
        const auto route = router.RouteTo(m_key.source);
        const bool moves = state.live && route.interface != state.route.interface;
        if (moves && router.GetSetup().posted)
        {
            auto begun = state;
            Leave(router, begun, route);
            begun.isMaking = begun.exists;
            Fork(begun);
        }
    });
}

/// MFE-8
void
MfeEntryModel::Notice(const MfeRouterModel& router)
{
    Touch(router);
    const auto late = [&](const State& state) { return state.live && IsStale(router, state); };
    m_states.erase(std::remove_if(m_states.begin(), m_states.end(), late), m_states.end());
}

void
MfeEntryModel::Compare(const MfeRouterModel& router, uint32_t caller, uint32_t interface)
{
    Each([&](State& state) {
        if (!state.exists || state.isMaking)
        {
            return;
        }
        const bool turns = Outgoing(router, state).empty() != state.outgoing.empty();
        if (IsStale(router, state))
        {
            if (turns && !state.live)
            {
                FollowLate(router, state, caller);
                return;
            }
            auto followed = state;
            state.live ? Follow(router, followed, true) : FollowLate(router, followed, caller);
            Fork(followed);
        }
        Refresh(router, state);
        const auto holder = router.HolderOf(state.incoming);
        if (turns)
        {
            Alert(router, state, holder == caller ? MfeRouterModel::NOBODY : holder, interface);
        }
    });
}

void
MfeEntryModel::Enable(uint32_t interface)
{
    Each([&](State& state) { state.disabled.erase(interface); });
}

void
MfeEntryModel::Mark(uint32_t interface, bool forwards)
{
    Each([&](State& state) {
        if (state.exists)
        {
            (forwards ? state.forced : state.disabled).insert(interface);
            (forwards ? state.disabled : state.forced).erase(interface);
        }
    });
}

/// OWN-5. The marks that the former holder left on the interface go as well. Who still holds the
/// incoming interface may hear that the entry is gone.
void
MfeEntryModel::ChangeHolder(const MfeRouterModel& router, uint32_t interface)
{
    Each([&](State& state) {
        const bool isIncoming = state.incoming == interface;
        if (!isIncoming && state.route.interface == interface && state.hasOthers)
        {
            auto told = state;
            const auto holder = router.HolderOf(state.incoming);
            See(router, told, holder, EntryPrune(MFE_SLOTS.at(holder), m_key, state.incoming));
            Erase(told);
            Fork(told);
        }
        if (isIncoming || state.route.interface == interface)
        {
            Erase(state);
        }
        state.forced.erase(interface);
        state.disabled.erase(interface);
    });
}

void
MfeEntryModel::Packet(const MfeRouterModel& router, uint32_t arrival, bool mayLeave)
{
    Each([&](State& state) { Treat(router, state, arrival, mayLeave); });
}

void
MfeEntryModel::Treat(const MfeRouterModel& router, State& state, uint32_t arrival, bool mayLeave)
{
    const bool wasLive = state.live;
    if (!state.exists)
    {
        Make(router, state);
    }
    else if (!state.live)
    {
        Follow(router, state, true);
    }
    if (!state.exists)
    {
        const bool isKnown = router.RouteTo(m_key.source).interface != 0;
        state.drops.insert(isKnown ? DropReason::NO_OWNER : DropReason::NO_ROUTE);
        return;
    }
    if (arrival == state.incoming)
    {
        Forward(router, state, mayLeave);
        return;
    }
    ++state.wrongPackets;
    state.drops.insert(DropReason::WRONG_INTERFACE);
    if (wasLive && IsStale(router, state))
    {
        auto looked = state;
        Follow(router, looked, true);
        if (!looked.exists || looked.incoming == arrival)
        {
            Fork(looked);
        }
        WrongInterface(router, looked, arrival);
        Fork(looked);
    }
    WrongInterface(router, state, arrival);
}

/// I6: a copy on each interface of the list, unless the interface is down or the time to live over.
void
MfeEntryModel::Forward(const MfeRouterModel& router, State& state, bool mayLeave) const
{
    state.usedAt = router.GetNow();
    ++state.inPackets;
    if (state.outgoing.empty())
    {
        ++state.unwantedPackets;
        state.drops.insert(DropReason::NO_OUTGOING);
    }
    for (const auto interface : state.outgoing)
    {
        if (!router.IsUp(interface))
        {
            state.drops.insert(DropReason::INTERFACE_DOWN);
        }
        else if (!mayLeave)
        {
            state.drops.insert(DropReason::TTL_THRESHOLD);
        }
        else
        {
            state.copies.insert(interface);
            ++state.sent[interface];
        }
    }
}

/// MFE-3
void
MfeEntryModel::WrongInterface(const MfeRouterModel& router, State& state, uint32_t arrival) const
{
    const auto holder = router.HolderOf(arrival);
    const auto last = state.wrongIf.find(arrival);
    const bool tooSoon =
        last != state.wrongIf.end() && router.GetNow() < last->second + MFE_WRONG_IF_INTERVAL_NS;
    if (holder != MfeRouterModel::NOBODY && !tooSoon)
    {
        if (state.exists)
        {
            state.wrongIf[arrival] = router.GetNow();
        }
        See(router, state, holder, WrongIf(MFE_SLOTS.at(holder), m_key, arrival));
    }
}

Status
MfeEntryModel::SetMfe(const MfeRouterModel& router,
                      uint32_t slot,
                      Ipv4Address neighbor,
                      Status answer)
{
    const auto judge = [&](const State& state) {
        const bool isHolder = state.live && router.HolderOf(state.incoming) == slot;
        return !state.live ? Status::ERROR_NOT_FOUND
               : isHolder  ? Status::NO_ERROR
                           : Status::ERROR_INVALID_PARAMETER;
    };
    const auto expected = judge(m_states.front());
    const auto other = [&](const State& state) { return judge(state) != answer; };
    if (std::all_of(m_states.begin(), m_states.end(), other))
    {
        return expected;
    }
    m_states.erase(std::remove_if(m_states.begin(), m_states.end(), other), m_states.end());
    Each([&](State& state) {
        if (answer == Status::NO_ERROR)
        {
            state.neighbor = neighbor;
            state.isNeighborSet = true;
        }
    });
    return answer;
}

void
MfeEntryModel::Expire(const MfeRouterModel& router)
{
    Each([&](State& state) {
        if (state.live && GetDeadline(state) <= router.GetNow())
        {
            state.live = false;
            state.expiredAt = GetDeadline(state);
        }
    });
}

void
MfeEntryModel::Forget(bool isCertain)
{
    Each([&](State& state) {
        if (state.exists && !state.live)
        {
            auto forgotten = state;
            Erase(forgotten);
            if (isCertain)
            {
                state = forgotten;
            }
            else
            {
                Fork(forgotten);
            }
        }
    });
}

void
MfeEntryModel::Crash()
{
    Each([](State& state) { Erase(state); });
}

void
MfeEntryModel::Ignore(ClientId client)
{
    Each([&](State& state) {
        const auto of = [&](const auto& event) { return event.client == client; };
        auto& events = state.events;
        events.erase(std::remove_if(events.begin(), events.end(), of), events.end());
    });
}

bool
MfeEntryModel::MayBeStale(const MfeRouterModel& router) const
{
    return std::any_of(m_states.begin(), m_states.end(), [&](const State& state) {
        return IsStale(router, state);
    });
}

bool
MfeEntryModel::IsDormant() const
{
    return std::all_of(m_states.begin(), m_states.end(), [](const State& state) {
        return state.exists && !state.live;
    });
}

bool
MfeEntryModel::MayBeDormant() const
{
    return std::any_of(m_states.begin(), m_states.end(), [](const State& state) {
        return state.exists && !state.live;
    });
}

std::string
MfeEntryModel::Judge(const MfeObservation& seen, int64_t now)
{
    std::ostringstream os;
    std::vector<State> right;
    for (const auto& state : m_states)
    {
        const auto wrong = JudgeState(state, seen, now);
        if (wrong.empty())
        {
            right.push_back(state);
        }
        else
        {
            os << m_key << (m_states.size() > 1 ? " (perhaps): " : ": ") << wrong << '\n';
        }
    }
    if (right.empty())
    {
        return os.str();
    }
    m_states = right;
    return "";
}

bool
MfeEntryModel::IsStale(const MfeRouterModel& router, const State& state) const
{
    return state.exists && !(state.route == router.RouteTo(m_key.source));
}

void
MfeEntryModel::Refresh(const MfeRouterModel& router, State& state) const
{
    const auto holder = router.HolderOf(state.incoming);
    state.outgoing = Outgoing(router, state);
    state.hasOthers =
        std::any_of(state.outgoing.begin(), state.outgoing.end(), [&](uint32_t interface) {
            return router.HolderOf(interface) != holder;
        });
}

/// I6
MfeEntryModel::Interfaces
MfeEntryModel::Outgoing(const MfeRouterModel& router, const State& state) const
{
    auto outgoing = router.Matching(m_key);
    outgoing.insert(state.forced.begin(), state.forced.end());
    for (const auto interface : state.disabled)
    {
        outgoing.erase(interface);
    }
    outgoing.erase(state.incoming);
    return outgoing;
}

void
MfeEntryModel::See(const MfeRouterModel& router,
                   State& state,
                   uint32_t slot,
                   const ClientEvent& event) const
{
    if (router.IsCalled(slot))
    {
        state.events.push_back(event);
    }
}

/// MFE-4: the list has become empty or not empty, which a client hears.
void
MfeEntryModel::Alert(const MfeRouterModel& router,
                     State& state,
                     uint32_t to,
                     uint32_t interface) const
{
    const auto id = to == MfeRouterModel::NOBODY ? ClientId{} : MFE_SLOTS.at(to);
    if (!state.outgoing.empty())
    {
        state.usedAt = router.GetNow();
        See(router, state, to, EntryJoin(id, m_key));
        return;
    }
    See(router, state, to, EntryPrune(id, m_key, interface));
    const bool isSet = router.IsCalled(to) && router.GetSetup().manners.at(to).setsTime;
    state.emptyUntil = router.GetNow() + (isSet ? MFE_PRUNE_TIME_NS : MFE_TIMEOUT_NS);
}

/// MFE-8: a route that leads elsewhere, or an expired entry that is made again.
void
MfeEntryModel::Follow(const MfeRouterModel& router, State& state, bool isMade) const
{
    const auto route = router.RouteTo(m_key.source);
    if (state.live == isMade && route.interface == state.route.interface)
    {
        state.route = route;
        state.neighbor = state.isNeighborSet ? state.neighbor : route.nextHop;
        return;
    }
    const auto oldHolder = router.HolderOf(state.incoming);
    Leave(router, state, route);
    if (!state.exists)
    {
        return;
    }
    const bool wasEmpty = state.outgoing.empty();
    if (isMade)
    {
        Remake(router, state);
    }
    Refresh(router, state);
    const auto holder = router.HolderOf(state.incoming);
    const bool isEmpty = state.outgoing.empty();
    if (isEmpty ? holder != oldHolder || !wasEmpty : holder == oldHolder && wasEmpty)
    {
        Alert(router, state, holder, isMade ? state.incoming : ANY_INTERFACE);
    }
    else if (holder != oldHolder && state.hasOthers)
    {
        See(router, state, holder, EntryJoin(MFE_SLOTS.at(holder), m_key));
    }
}

/// The former owner hears of it if others have interfaces in the list; without a route to an
/// interface that somebody answers for, the entry is deleted (MFE-2).
void
MfeEntryModel::Leave(const MfeRouterModel& router,
                     State& state,
                     const MfeRouterModel::Route& route) const
{
    const auto oldHolder = router.HolderOf(state.incoming);
    const auto holder = router.IsChanging(route.interface) ? MfeRouterModel::NOBODY
                                                           : router.HolderOf(route.interface);
    if (holder != oldHolder && state.hasOthers)
    {
        const auto interface = state.live ? state.incoming : ANY_INTERFACE;
        See(router, state, oldHolder, EntryPrune(MFE_SLOTS.at(oldHolder), m_key, interface));
    }
    if (holder == MfeRouterModel::NOBODY)
    {
        Erase(state);
        return;
    }
    if (route.interface != state.route.interface)
    {
        state.incoming = route.interface;
    }
    state.route = route;
}

/// An expired entry is followed when its list has turned.
void
MfeEntryModel::FollowLate(const MfeRouterModel& router, State& state, uint32_t caller)
{
    const auto oldHolder = router.HolderOf(state.incoming);
    Leave(router, state, router.RouteTo(m_key.source));
    if (!state.exists)
    {
        return;
    }
    const bool wasEmpty = state.outgoing.empty();
    Refresh(router, state);
    const auto holder = router.HolderOf(state.incoming);
    const auto other = holder == caller ? MfeRouterModel::NOBODY : holder;
    if (holder == oldHolder)
    {
        if (wasEmpty != state.outgoing.empty())
        {
            Alert(router, state, other, ANY_INTERFACE);
        }
        return;
    }
    if (state.outgoing.empty())
    {
        auto untold = state;
        Alert(router, untold, other, ANY_INTERFACE);
        Fork(untold);
        Alert(router, state, holder, ANY_INTERFACE);
    }
    else if (state.hasOthers)
    {
        See(router, state, holder, EntryJoin(MFE_SLOTS.at(holder), m_key));
    }
}

/// MFE-1 for an entry that is new. One that is born empty is told in any case (MFE-4).
void
MfeEntryModel::Make(const MfeRouterModel& router, State& state) const
{
    const auto route = router.RouteTo(m_key.source);
    const auto holder = router.HolderOf(route.interface);
    if (holder == MfeRouterModel::NOBODY)
    {
        return;
    }
    state.exists = true;
    state.route = route;
    Remake(router, state);
    Refresh(router, state);
    if (state.outgoing.empty())
    {
        Alert(router, state, holder, state.incoming);
    }
}

/// MFE-1 (b) to (e)
void
MfeEntryModel::Remake(const MfeRouterModel& router, State& state) const
{
    if (!state.live)
    {
        state.madeAt = router.GetNow();
        state.inPackets = 0;
        state.wrongPackets = 0;
        state.unwantedPackets = 0;
        state.sent.clear();
    }
    state.movedAt = router.GetNow();
    AskRpf(router, state);
    ShowCreation(router, state);
    state.live = true;
    state.usedAt = router.GetNow();
    state.emptyUntil = router.GetNow() + MFE_TIMEOUT_NS;
}

/// MFE-1 (b), MFE-2
void
MfeEntryModel::AskRpf(const MfeRouterModel& router, State& state) const
{
    const auto holder = router.HolderOf(state.route.interface);
    state.neighbor = state.route.nextHop;
    state.incoming = state.route.interface;
    state.isNeighborSet = false;
    See(router, state, holder, Rpf(MFE_SLOTS.at(holder), m_key, state.route.interface));
    if (!router.IsCalled(holder))
    {
        return;
    }
    const auto& manner = router.GetSetup().manners.at(holder);
    if (manner.rpfInterface != 0 && router.HolderOf(manner.rpfInterface) == holder)
    {
        state.incoming = manner.rpfInterface;
    }
    if (manner.rpfNeighbor != 0)
    {
        state.neighbor = NeighborOf(manner.rpfNeighbor);
        state.isNeighborSet = true;
    }
}

/// MFE-1 (c) and (d)
void
MfeEntryModel::ShowCreation(const MfeRouterModel& router, State& state) const
{
    auto candidates = router.Matching(m_key);
    candidates.insert(state.forced.begin(), state.forced.end());
    candidates.erase(state.incoming);
    for (const auto slot : router.AlertOrder())
    {
        Interfaces own;
        for (const auto interface : candidates)
        {
            if (router.HolderOf(interface) == slot)
            {
                own.insert(interface);
            }
        }
        if (!own.empty() && router.IsCalled(slot))
        {
            Show(router, state, slot, own);
        }
    }
}

/// MFE-6: bIGMP says that IGMP is enabled on the interface, with or without members.
void
MfeEntryModel::Show(const MfeRouterModel& router,
                    State& state,
                    uint32_t slot,
                    const Interfaces& own) const
{
    const auto& manner = router.GetSetup().manners.at(slot);
    std::string shown;
    for (const auto interface : own)
    {
        shown += (shown.empty() ? "" : " ") + std::to_string(interface) +
                 (router.IgmpOf(interface) != MfeRouterModel::NOBODY ? "i" : "") +
                 (state.disabled.count(interface) != 0 ? "-" : "");
        if ((manner.disables >> interface & 1) != 0)
        {
            state.disabled.insert(interface);
            state.forced.erase(interface);
        }
        else if (manner.enables)
        {
            state.disabled.erase(interface);
        }
    }
    See(router, state, slot, CreationAlert(MFE_SLOTS.at(slot), m_key, state.incoming, shown));
}

} // namespace mgm
} // namespace ns3
