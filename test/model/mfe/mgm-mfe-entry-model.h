/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_MFE_ENTRY_MODEL_H
#define MGM_MFE_ENTRY_MODEL_H

#include "mgm-mfe-router-model.h"
#include "model/manager/mgm-client-event.h"

#include "ns3/mgm-mfe.h"

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace ns3
{
namespace mgm
{

/// Why packets did not leave: once for each packet, or for each interface that it did not leave on.
using Drops = std::multiset<DropReason>;

/// What was seen of one forwarding entry in a step.
struct MfeObservation
{
    ClientEvents events;            ///< callbacks about the entry, none of memberships
    bool isInstalled{false};        ///< whether the forwarder has it
    bool forwards{false};           ///< whether the forwarder uses it
    uint32_t incoming{0};           ///< incoming interface in the forwarder
    std::set<uint32_t> outgoing;    ///< outgoing interfaces in the forwarder
    std::multiset<uint32_t> copies; ///< where the packet of the step left
    std::optional<Drops> drops{};   ///< why packets did not leave, if that is known
    uint64_t packetSize{0};         ///< bytes of each packet, with its header
    std::optional<MfeStats> stats;  ///< what the manager tells of it
};

/**
 * @ingroup tests
 * @brief What may have become of one forwarding entry, in use or expired, by MFE-1 to MFE-9.
 *
 * Where the rules leave open what happens, the entry has several states; those that what was seen
 * contradicts are dropped, and it is a fault if none is left. Open is:
 *
 * - when a changed route is followed before that is due. It is due for an entry in use when the
 *   manager is told (MFE-8), for an expired one before an alert about it and when it is made
 *   (MFE-7). Sooner is right as well: at any call, upcall or notice in between;
 * - whether an entry is followed before or after the change of the list that a call makes: when it
 *   becomes empty, the new owner hears JOIN and PRUNE, or PRUNE alone;
 * - whether a packet on the wrong interface makes the manager look at the routes, and whether
 *   WRONG_IF is called if that makes the interface the incoming one;
 * - which interface a PRUNE_ALERT names when an expired entry is followed;
 * - with posted callbacks, whether an entry whose route has moved is made again before the new
 *   incoming interface is given up, or its making ends with that: then nobody hears RPF or
 *   CREATION_ALERT, but the former owner PRUNE_ALERT;
 * - whether a client that releases the reverse path of an entry, but holds its incoming interface
 *   still, hears PRUNE_ALERT when the entry is deleted (OWN-5);
 * - whether the up time of an entry starts again when it moves.
 */
class MfeEntryModel
{
  public:
    /// Interfaces of the router.
    using Interfaces = MfeRouterModel::Interfaces;

    /// One way how the entry may be.
    struct State
    {
        bool exists{false};                    ///< whether it is in use or remembered
        bool live{false};                      ///< whether it is in use
        bool isMaking{false};                  ///< whether nobody has been asked since it moved
        MfeRouterModel::Route route{};         ///< the route that it was made or moved for
        uint32_t incoming{0};                  ///< incoming interface
        Ipv4Address neighbor{ANY_ADDRESS};     ///< upstream neighbor
        bool isNeighborSet{false};             ///< whether a client has chosen the neighbor
        Interfaces forced{};                   ///< by FORWARD_STATE
        Interfaces disabled{};                 ///< by FORWARD_STATE or CREATION_ALERT
        Interfaces outgoing{};                 ///< the outgoing list after the last change
        bool hasOthers{false};                 ///< whether others hold interfaces of the list
        int64_t emptyUntil{0};                 ///< when it expires if the list is empty [ns]
        int64_t usedAt{0};                     ///< last packet, or made, or not empty any more [ns]
        int64_t madeAt{0};                     ///< when it was made, or made again [ns]
        int64_t movedAt{0};                    ///< when it was made or moved [ns]
        int64_t expiredAt{0};                  ///< when it expired [ns]
        std::map<uint32_t, int64_t> wrongIf{}; ///< last WRONG_IF of each interface [ns]
        uint64_t inPackets{0};                 ///< packets on the incoming interface
        uint64_t wrongPackets{0};              ///< packets on other interfaces
        uint64_t unwantedPackets{0};           ///< packets that found the list empty
        std::map<uint32_t, uint64_t> sent{};   ///< packets by outgoing interface, also former ones
        ClientEvents events{};                 ///< seen in this step
        std::multiset<uint32_t> copies{};      ///< where packets left in this step
        Drops drops{};                         ///< where the packet left in this step

        bool operator==(const State& other) const;
    };

    /// @param key source and group
    explicit MfeEntryModel(const SourceGroup& key);

    bool operator==(const MfeEntryModel& other) const
    {
        return m_states == other.m_states;
    }

    /// @return source and group
    const SourceGroup& GetKey() const
    {
        return m_key;
    }

    /// @return the states in which the entry may be
    const std::vector<State>& GetStates() const
    {
        return m_states;
    }

    /// Forgets what was seen in the last step.
    void BeginStep();

    /// The manager is called in some way: it may look at the routes now.
    void Touch(const MfeRouterModel& router);

    /// The manager is told that routes may have changed.
    void Notice(const MfeRouterModel& router);

    /// Memberships or marks have changed, by a client's call about an interface (MFE-4).
    void Compare(const MfeRouterModel& router, uint32_t caller, uint32_t interface);

    /// A new membership on an interface enables it again.
    void Enable(uint32_t interface);

    /// FORWARD_STATE (MFE-5).
    void Mark(uint32_t interface, bool forwards);

    /// Somebody else answers for an interface, or nobody (OWN-5).
    void ChangeHolder(const MfeRouterModel& router, uint32_t interface);

    /**
     * @brief A packet arrives.
     * @param router the router
     * @param arrival the interface on which it arrives
     * @param mayLeave whether its time to live lets it leave again
     */
    void Packet(const MfeRouterModel& router, uint32_t arrival, bool mayLeave);

    /**
     * @brief MgmSetMfe by a client that is registered.
     * @param router the router
     * @param slot the client
     * @param neighbor the new upstream neighbor
     * @param answer what the manager answers
     * @return what it should answer
     */
    Status SetMfe(const MfeRouterModel& router, uint32_t slot, Ipv4Address neighbor, Status answer);

    /// Time has passed.
    void Expire(const MfeRouterModel& router);

    /// The entry is forgotten, certainly or perhaps, if it has expired.
    void Forget(bool isCertain);

    /// REG-6
    void Crash();

    /// What a client has heard in this step is open.
    void Ignore(ClientId client);

    /// @return whether the entry may have missed that its route has changed
    bool MayBeStale(const MfeRouterModel& router) const;

    /// @return whether the entry has expired in all states, in some, in none
    bool IsDormant() const;
    bool MayBeDormant() const;

    /**
     * @brief Drops the states that what was seen contradicts.
     * @param seen what was seen in this step
     * @param now the time [ns]
     * @return what the first state contradicts, if no state is left; else empty
     */
    std::string Judge(const MfeObservation& seen, int64_t now);

  private:
    using Change = std::function<void(State&)>;

    void Each(const Change& change);
    void Fork(const State& state);
    void Settle();

    bool IsStale(const MfeRouterModel& router, const State& state) const;
    void Refresh(const MfeRouterModel& router, State& state) const;
    Interfaces Outgoing(const MfeRouterModel& router, const State& state) const;
    void See(const MfeRouterModel& router,
             State& state,
             uint32_t slot,
             const ClientEvent& event) const;

    void Alert(const MfeRouterModel& router, State& state, uint32_t to, uint32_t interface) const;
    void Follow(const MfeRouterModel& router, State& state, bool isMade) const;
    void FollowLate(const MfeRouterModel& router, State& state, uint32_t caller);
    void Leave(const MfeRouterModel& router,
               State& state,
               const MfeRouterModel::Route& route) const;
    void Make(const MfeRouterModel& router, State& state) const;
    void Remake(const MfeRouterModel& router, State& state) const;
    void AskRpf(const MfeRouterModel& router, State& state) const;
    void ShowCreation(const MfeRouterModel& router, State& state) const;
    void Show(const MfeRouterModel& router,
              State& state,
              uint32_t slot,
              const Interfaces& own) const;
    void Treat(const MfeRouterModel& router, State& state, uint32_t arrival, bool mayLeave);
    void Forward(const MfeRouterModel& router, State& state, bool mayLeave) const;
    void WrongInterface(const MfeRouterModel& router, State& state, uint32_t arrival) const;

    SourceGroup m_key;           ///< source and group
    std::vector<State> m_states; ///< how the entry may be
    std::vector<State> m_forks;  ///< states that are to be added
};

/// @return whether an event is RPF or CREATION_ALERT
bool IsMaking(const ClientEvent& event);

/// @return whether an event is JOIN_ALERT or PRUNE_ALERT
bool IsAlert(const ClientEvent& event);

/// @return whether an event is about a forwarding entry, not about memberships or owners
bool IsOfEntry(const ClientEvent& event);

/// @return when an entry in use expires if no packet arrives [ns]
int64_t GetDeadline(const MfeEntryModel::State& state);

} // namespace mgm
} // namespace ns3

#endif // MGM_MFE_ENTRY_MODEL_H
