/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_MFE_KEEPER_H
#define MGM_MFE_KEEPER_H

#include "mgm-mfe-alerts.h"
#include "mgm-mfe-expiry.h"
#include "mgm-mfe-maker.h"
#include "mgm-mfe-reader.h"
#include "mgm-mfe-routes.h"
#include "mgm-wrong-if-policy.h"

#include "ns3/mgm-alert-policy.h"
#include "ns3/random-variable-stream.h"

#include <string_view>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief Keeps the forwarding entries: makes them when packets need them, and has them follow
 *        memberships, owners, routes and the time (MFE-1 to MFE-9).
 *
 * One enters model/mfe here.
 *
 * **Who owns what.** Each entry (MfeEntry) has a machine, mfe::TABLE. This class alone hands events
 * to it and performs its actions, and owns the entries (MfeTable). Beside it, each with a door of
 * its own: MfeMaker makes entries, callback after callback; MfeRoutes has them follow routes;
 * MfeExpiry knows when their time is over; MfeAlerts tells the client with the incoming interface
 * whether anybody wants the packets; MfeReader, MfeRange and MfeBufferReader read them for clients;
 * WrongIfPolicy limits WRONG_IF. Installed entries are copied into the forwarding cache
 * (ForwardingPlane), which belongs to the forwarder.
 *
 * **What arrives.** Upcalls of the forwarder (a miss, a wrong interface); changes of memberships,
 * of who has an interface, and of forwarding states (Follow...(), SetForwardState()); changes of
 * routes (GetRoutes()); the expiry timer. Each is handled at once, for one entry after the other:
 * those in use in the order of MFE-6, then the expired ones. For each entry what it knows is
 * changed first, then the forwarding cache, then the alert is queued; alerts are made when the
 * dispatcher is drained. The forwarding cache is told of a new or a removed entry last of all,
 * since packets that waited leave or are dropped in that call, and whoever hears of that may call
 * again.
 *
 * **What must hold.** The outgoing list of an entry is that of its memberships and marks (I6). An
 * entry that has expired is remembered, and alerted as if it had not (MFE-7); its route is looked
 * up before it is used. No entry comes in on an interface that nobody answers for (OWN-5).
 * Memberships and ownership are only read here.
 */
class MfeKeeper
{
  public:
    /// @param tools what to work with
    explicit MfeKeeper(const MfeTools& tools);

    /// @param plane the forwarding cache; null removes all entries
    void SetPlane(ForwardingPlane* plane);

    /// @return the forwarding cache, or null
    const ForwardingPlane* GetPlane() const
    {
        return m_plane;
    }

    /// @param cost time that handling an upcall takes [s]; null is none
    void SetUpcallCost(Ptr<RandomVariableStream> cost);

    /// @return time that handling an upcall takes [s]
    Ptr<RandomVariableStream> GetUpcallCost() const;

    /// @return when entries expire
    MfeExpiry& GetExpiry()
    {
        return m_expiry;
    }

    /// @copydoc GetExpiry
    const MfeExpiry& GetExpiry() const
    {
        return m_expiry;
    }

    /// @return when WRONG_IF is called
    WrongIfPolicy& GetWrongIfPolicy()
    {
        return m_wrongIf;
    }

    /// @copydoc GetWrongIfPolicy
    const WrongIfPolicy& GetWrongIfPolicy() const
    {
        return m_wrongIf;
    }

    /// @return what has the entries follow routes
    MfeRoutes& GetRoutes()
    {
        return m_routes;
    }

    /// @return what tells the clients with incoming interfaces
    const MfeAlerts& GetAlerts() const
    {
        return m_alerts;
    }

    /// @return what reads the entries
    const MfeReader& GetReader() const
    {
        return m_reader;
    }

    /**
     * @brief A packet found no entry (MFE-1).
     * @param key its source and group
     * @param arrival the interface on which it arrived
     * @param header its header
     */
    void HandleMiss(const SourceGroup& key, const InterfaceId& arrival, const Ipv4Header& header);

    /**
     * @brief A packet arrived on another interface than the incoming one (MFE-3).
     * @param key its source and group
     * @param arrival the interface on which it arrived
     * @param header its header
     */
    void HandleWrongInterface(const SourceGroup& key,
                              const InterfaceId& arrival,
                              const Ipv4Header& header);

    /**
     * @brief A membership that counts has changed (MFE-7).
     * @param change the change
     */
    void FollowMembership(const AlertPolicy::Change& change);

    /**
     * @brief A client sets the forwarding state of one of its interfaces (MFE-5).
     * @param event whether it puts the interface in or takes it out
     * @param membership which entries it means
     * @param interface the interface
     * @param client the client
     */
    void SetForwardState(MembershipEvent event,
                         const SourceGroup& membership,
                         const InterfaceId& interface,
                         ClientHandle client);

    /**
     * @brief Nobody holds an interface any more: entries that come in there go, and those whose
     * reverse path it is although RPF has moved the incoming interface elsewhere (OWN-5).
     * @param interface the interface
     */
    void FollowLoss(const InterfaceId& interface);

    /**
     * @brief Somebody else answers for an interface: where that is a link of a point-to-multipoint
     * interface, entries of its other links may come from there now.
     * @param interface the interface
     */
    void FollowAnswerer(const InterfaceId& interface);

    /**
     * @brief The memberships of an interface that nobody holds are gone: so are all marks.
     * @param interface the interface
     * @param holder who had it
     */
    void FollowClearing(const InterfaceId& interface, ClientHandle holder);

    /// @param limit how many expired entries are remembered at most (MFE-7)
    void SetMaxDormant(uint32_t limit);

    /// @return how many expired entries are remembered at most
    uint32_t GetMaxDormant() const
    {
        return m_maxDormant;
    }

    /// @return how many expired entries were forgotten because there were too many
    uint64_t GetForgotten() const
    {
        return m_forgotten;
    }

    /// @return whether no entry is being made
    bool IsIdle() const
    {
        return m_inMaking == 0;
    }

    /// @brief Removes all entries, also from the forwarding cache.
    void RemoveAll();

    /// @brief Forgets everything; the forwarding cache is not told.
    void Clear();

  private:
    /**
     * @brief Has the machine of an entry handle an event. An entry that is absent afterwards is
     * erased.
     * @param event the event
     * @param key source and group of the entry
     * @param header header of the packet that causes it, if one does
     * @param reason why waiting packets are dropped, if they are
     */
    void Step(mfe::Event event,
              SourceGroup key,
              const Ipv4Header& header = {},
              DropReason reason = DropReason::ENTRY_DELETED);

    /// @brief Has the table and the counts follow the state of an entry.
    /// @param key its source and group
    /// @param before its state before
    /// @param after its state now
    void FollowState(const SourceGroup& key, mfe::State before, mfe::State after);

    /// @brief Forgets the expired entries that are too many, the oldest first.
    void ForgetOldest();

    /// @brief Begins to make an entry (MFE-1, MFE-8).
    /// @param key its source and group
    /// @param entry the entry
    /// @param header header of the packet that causes it
    /// @param cost time until the first step is done
    void Make(const SourceGroup& key, MfeEntry& entry, const Ipv4Header& header, Time cost);

    /// @brief Ends the making of an entry that can't be made (MFE-2).
    /// @param key its source and group
    /// @param reason why
    void Refuse(const SourceGroup& key, DropReason reason);

    /// @brief Installs an entry (MFE-1 (e)).
    /// @param key its source and group
    /// @param entry the entry
    void Install(const SourceGroup& key, MfeEntry& entry);

    /// @brief Forgets an entry; no timer is left behind the last one.
    /// @param key its source and group
    void Erase(const SourceGroup& key);

    /**
     * @brief Changes what an entry knows of an interface, and has all follow. The route of an
     * expired one is looked up first; it may go by that.
     * @param key its source and group
     * @param entry the entry
     * @param interface the interface
     * @param change changes what the entry knows
     * @param why why, for the trace
     * @param actor who changes it
     */
    template <typename Change>
    void ChangeInterface(const SourceGroup& key,
                         MfeEntry& entry,
                         const InterfaceId& interface,
                         const Change& change,
                         std::string_view why,
                         ClientHandle actor);

    /// @brief Has an entry follow that what it knows of an interface has changed.
    /// @param key its source and group
    /// @param entry the entry
    /// @param interface the interface
    /// @param wasForwarding whether packets were sent on it before
    /// @param why why, for the trace
    /// @param actor who changed it
    void FollowChange(const SourceGroup& key,
                      MfeEntry& entry,
                      const InterfaceId& interface,
                      bool wasForwarding,
                      std::string_view why,
                      ClientHandle actor);

    /// @brief Traces an upcall.
    /// @param op which
    /// @param key source and group
    /// @param arrival the interface on which the packet arrived
    /// @return number of the record
    uint64_t TraceUpcall(std::string_view op,
                         const SourceGroup& key,
                         const InterfaceId& arrival) const;

    MfeTools m_tools;                       ///< what to work with
    ForwardingPlane* m_plane{nullptr};      ///< the forwarding cache
    Ptr<RandomVariableStream> m_upcallCost; ///< cost of an upcall [s]
    MfeTable m_table;                       ///< the entries
    MfeExpiry m_expiry;                     ///< when they expire
    MfeAlerts m_alerts;                     ///< who is told
    MfeRoutes m_routes;                     ///< where their sources are
    MfeMaker m_maker;                       ///< makes them
    MfeReader m_reader;                     ///< reads them
    WrongIfPolicy m_wrongIf;                ///< when WRONG_IF is called
    uint32_t m_inMaking{0};                 ///< entries that are being made
    uint32_t m_inUse{0};                    ///< entries that are live or being made
    uint32_t m_maxDormant{0};               ///< expired entries that are remembered at most
    uint64_t m_forgotten{0};                ///< those that were too many
};

} // namespace mgm
} // namespace ns3

#endif // MGM_MFE_KEEPER_H
