/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_OWNERSHIP_CHANGER_H
#define MGM_OWNERSHIP_CHANGER_H

#include "mgm-call-clock.h"
#include "mgm-client-caller.h"
#include "mgm-client-registry.h"
#include "mgm-dispatcher.h"
#include "mgm-membership-keeper.h"
#include "mgm-ownership-table.h"

#include "ns3/event-id.h"
#include "ns3/mgm-tracer.h"
#include "ns3/random-variable-stream.h"

#include <functional>
#include <map>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief Carries a change of owner of an interface through (OWN-3 to OWN-8, OWN-10).
 *
 * Each interface has a machine (OWNERSHIP_TABLE); this performs its actions. The course of a
 * change, each step after the callbacks of the step before it:
 *
 * 1. announced: the interface is reserved, IGMP's DISABLE_IGMP is queued;
 * 2. changing: IGMP is disabled. Its entries on the interface are deleted, and on a release those
 * of the owner, one after the other, each with its alerts;
 * 3. waiting: the duration of the change passes; then the owner changes;
 * 4. enabling: IGMP's ENABLE_IGMP is made;
 * 5. stable.
 *
 * Without IGMP on the interface, 1 and 4 are skipped. Whether IGMP is there is looked at twice, at
 * the beginning and when the owner has changed, because it may die meanwhile. Traces say of the
 * machine how far the change has come, and of a crash that it was one.
 */
class OwnershipChanger
{
  public:
    /**
     * @param registry the clients
     * @param table who has which interface
     * @param memberships the memberships
     * @param caller makes the callbacks
     * @param dispatcher their queue
     * @param clock learns which clients are busy with a change
     * @param tracer where records go; may be replaced later
     */
    OwnershipChanger(ClientRegistry& registry,
                     OwnershipTable& table,
                     MembershipKeeper& memberships,
                     ClientCaller& caller,
                     Dispatcher& dispatcher,
                     CallClock& clock,
                     const Ptr<Tracer>& tracer);

    ~OwnershipChanger();

    /// What is told that an interface gets another holder.
    struct Listener
    {
        /// Nobody holds it from now on; its memberships are still there.
        std::function<void(const InterfaceId& interface)> lost;
        /// The memberships of its holder there are gone.
        std::function<void(const InterfaceId& interface, ClientHandle holder)> cleared;
        /// Somebody else answers for it from now on, or nobody does.
        std::function<void(const InterfaceId& interface)> answererChanged;
    };

    /// @param listener what is told
    void SetListener(Listener listener);

    /// @param duration time that a change of owner takes [s]; null is none
    void SetDuration(Ptr<RandomVariableStream> duration);

    /// @return time that a change of owner takes [s]
    Ptr<RandomVariableStream> GetDuration() const;

    /**
     * @brief Begins to make a client the owner of an interface that has none.
     * @param client the client, not IGMP
     * @param interface the interface
     */
    void Take(ClientHandle client, const InterfaceId& interface);

    /**
     * @brief Begins to take an interface from its owner.
     * @param owner the owner; it may be gone (REG-5)
     * @param interface the interface
     */
    void Release(ClientHandle owner, const InterfaceId& interface);

    /**
     * @brief Takes what a dead client has of an interface, and ends a change it was part of
     * (REG-5).
     * @param client the client; it is not registered any more
     * @param interface the interface
     */
    void Abandon(ClientHandle client, const InterfaceId& interface);

    /**
     * @brief Puts IGMP on an interface (OWN-8).
     * @param igmp IGMP
     * @param interface the interface
     */
    void AddIgmp(ClientHandle igmp, const InterfaceId& interface);

    /**
     * @brief Takes IGMP off an interface, and deletes its entries there (OWN-8).
     * @param interface the interface; IGMP is there
     */
    void ReleaseIgmp(const InterfaceId& interface);

    /// @return whether no change is in progress
    bool IsIdle() const
    {
        return m_actors.empty();
    }

    /// @brief Stops all that is in progress; nobody has any interface afterwards (REG-6).
    void Crash();

    /// @brief Stops all that is in progress.
    void Clear();

  private:
    /// @brief Begins a change.
    /// @param actor the client that gets or gives the interface
    /// @param interface the interface
    /// @param nextOwner who has it in the end
    void Begin(ClientHandle actor, const InterfaceId& interface, ClientHandle nextOwner);

    /**
     * @brief Has the machine of an interface handle an event. Afterwards the interface may be
     * unknown.
     * @param event the event
     * @param interface the interface
     */
    void Step(OwnershipEvent event, const InterfaceId& interface);

    /// @brief Tells of the phase of an interface if it is another one for others.
    /// @param interface the interface
    /// @param before its phase before
    /// @param event what has happened; in a crash only the trace is told
    void FollowPhase(const InterfaceId& interface, OwnershipPhase before, OwnershipEvent event);

    /// @brief Does what the machine of an interface wants.
    /// @param action what that is
    /// @param interface the interface
    void Perform(OwnershipAction action, const InterfaceId& interface);

    /// @brief Deletes the entries of IGMP and of the owner, and goes on when all who are alerted
    /// know.
    /// @param interface the interface
    void DeleteEntries(const InterfaceId& interface);

    /// @brief Tells the listener that nobody holds an interface any more.
    /// @param interface the interface
    /// @return whether what follows is still to be done: not if the manager has crashed meanwhile,
    /// by somebody who hears of dropped packets
    bool TellLoss(const InterfaceId& interface);

    /// @brief Waits for the duration of the change: not at all if who wanted the interface is dead.
    /// @param interface the interface
    void Wait(const InterfaceId& interface);

    /// @brief Waits no longer, if it does.
    /// @param interface the interface
    void StopWaiting(const InterfaceId& interface);

    /// @brief Makes the next owner the owner, if it is still alive.
    /// @param interface the interface
    void ChangeOwner(const InterfaceId& interface);

    /// @brief Ends a change.
    /// @param interface the interface
    void End(const InterfaceId& interface);

    /// @brief Takes IGMP off an interface.
    /// @param interface the interface
    void RemoveIgmp(const InterfaceId& interface);

    /// @brief Takes an interface from everybody: in a crash nobody is told but the trace (REG-6).
    /// @param interface the interface
    void Drop(const InterfaceId& interface);

    /// @brief Notes in the list of a client that it does not have an interface any more.
    /// @param client the client
    /// @param interface the interface
    void ForgetInterface(ClientHandle client, const InterfaceId& interface);

    /// @brief Traces that a change moves on or ends.
    /// @param interface the interface
    /// @param before its phase before
    /// @param after its phase now
    /// @param why words::CRASHED, or nothing
    void TracePhase(const InterfaceId& interface,
                    OwnershipPhase before,
                    OwnershipPhase after,
                    std::string_view why = {}) const;

    /// @brief Traces that somebody else has an interface.
    /// @param op words::OWNER or words::IGMP_HOLDER
    /// @param interface the interface
    /// @param before who had it
    /// @param after who has it
    /// @param why words::CRASHED, or nothing
    void TraceHolder(std::string_view op,
                     const InterfaceId& interface,
                     ClientHandle before,
                     ClientHandle after,
                     std::string_view why = {}) const;

    ClientRegistry& m_registry;                   ///< the clients
    OwnershipTable& m_table;                      ///< who has which interface
    MembershipKeeper& m_memberships;              ///< the memberships
    ClientCaller& m_caller;                       ///< makes the callbacks
    Dispatcher& m_dispatcher;                     ///< their queue
    CallClock& m_clock;                           ///< learns who is busy
    const Ptr<Tracer>& m_tracer;                  ///< where records go
    Ptr<RandomVariableStream> m_duration;         ///< time a change takes [s]
    std::map<InterfaceId, ClientHandle> m_actors; ///< whose call began each change in progress
    std::map<InterfaceId, EventId> m_waiting;     ///< changes whose duration is passing
    Listener m_listener;                          ///< what else follows
};

} // namespace mgm
} // namespace ns3

#endif // MGM_OWNERSHIP_CHANGER_H
