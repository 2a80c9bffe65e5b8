/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_IGMP_V3_GROUP_H
#define MGM_IGMP_V3_GROUP_H

#include "mgm-igmp-host-tracker.h"
#include "mgm-igmp-router-compatibility.h"
#include "mgm-igmp-router-link.h"
#include "mgm-igmp-router-translation.h"
#include "mgm-igmp-v3-group-fsm.h"
#include "mgm-igmp-v3-queries.h"

#include "ns3/mgm-deadline-timer.h"

#include <map>
#include <memory>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief A group on an interface of an IGMPv3 router: filter mode, group timer and source records
 *        (RFC 3376 section 6.2).
 */
class IgmpV3Group
{
  public:
    /**
     * @param link the interface; it outlives the group
     * @param group the group
     */
    IgmpV3Group(IgmpRouterLink& link, Ipv4Address group);

    /**
     * @brief Handles what a host says of the group (RFC 3376 sections 6.4 and 7.3.2). The link may
     * be asked to forget the group.
     * @param statement what it says
     * @param sources the sources of the record, if it is one
     * @param host address of the host
     */
    void Receive(IgmpStatement statement, const SourceSet& sources, Ipv4Address host);

    /**
     * @brief Handles a query for the group whose S flag is clear (RFC 3376 section 6.6.1).
     * @param sources the sources that it asks for; none: it asks for the group
     */
    void ReceiveQuery(const SourceSet& sources);

    /// @brief Ends the specific queries that are being repeated; the timers run on.
    void StopQueries()
    {
        m_queries.reset();
    }

    /// @return the group
    Ipv4Address GetGroup() const
    {
        return m_group;
    }

    /// @return time left of the group timer
    Time GetGroupTimer() const
    {
        return m_groupTimer.GetRemaining();
    }

    /// @param source a source
    /// @return time left of its timer; 0 if it has no record
    Time GetSourceTimer(Ipv4Address source) const;

    /**
     * @brief Lowers the group timer (RFC 3376 section 6.6.1). It runs in EXCLUDE mode alone.
     * @param time time left afterwards, unless less is left
     */
    void LowerGroupTimer(Time time);

    /**
     * @brief Lowers the timer of a source (RFC 3376 section 6.6.1).
     * @param source a source that has a record
     * @param time time left afterwards, unless less is left
     */
    void LowerSourceTimer(Ipv4Address source, Time time);

    /// @return what is known of the group
    IgmpGroupState GetState() const;

  private:
    using Event = IgmpV3GroupEvent;                     ///< what can happen
    using Action = IgmpV3GroupAction;                   ///< what is done about it
    using Row = StateMachine<IGMP_V3_GROUP_TABLE>::Row; ///< a transition

    /// What is kept of a source.
    struct Source
    {
        Time expiry;       ///< absolute time; 0: the timer does not run
        uint64_t cause{0}; ///< record that last set the timer
    };

    /// @brief Lets the machine handle an event, and tells the link what is to be forwarded now.
    /// @param event the event
    /// @param source the source it is about, if it is about one
    /// @param sources the sources of a group record
    void Step(Event event, Ipv4Address source, const SourceSet& sources);

    /**
     * @brief Traces a transition, with the sets that its action speaks of: A, or X and Y, as they
     * are before, and B.
     * @param row the transition
     * @param subject what the record is about
     * @param b the sources of a group record
     * @return number of the record, 0 when nobody is connected
     */
    uint64_t Trace(const Row& row, const MachineSubject& subject, const SourceSet& b) const;

    /// @brief Does what the machine says.
    /// @param action the action
    /// @param source the source it is about, if it is about one
    /// @param b the sources of a group record
    void Perform(Action action, Ipv4Address source, const SourceSet& b);

    /// @brief The actions on records in INCLUDE (A).
    /// @param action the action
    /// @param b the sources of the record
    void PerformInInclude(Action action, const SourceSet& b);

    /// @brief The actions on records in EXCLUDE (X,Y).
    /// @param action the action
    /// @param b the sources of the record
    void PerformInExclude(Action action, const SourceSet& b);

    /// @brief The actions of immediate leave.
    /// @param action the action
    /// @param b the sources of the record
    void PerformAtOnce(Action action, const SourceSet& b);

    /// @brief Asks for sources that no host is known to want.
    /// @param sources the sources
    void AskForSources(const SourceSet& sources);

    /**
     * @brief Says what a record is taken for, as the attributes ask for immediate leave and
     *        tracking of hosts.
     * @param event the type of the record, which is noted already
     * @param parameters the parameters
     * @return the event
     */
    Event Adapt(Event event, const IgmpRouterParameters& parameters) const;

    /// @param sources some sources
    /// @return those of them that a host is known to want
    SourceSet GetWanted(const SourceSet& sources) const;

    /**
     * @brief Drops new sources that are too many.
     * @param event the type of the record
     * @param sources the sources of the record
     * @return those that may be kept
     */
    SourceSet Limit(Event event, const SourceSet& sources) const;

    /// @return the Group Compatibility Mode (RFC 3376 section 7.3.2)
    IgmpGroupMode GetMode() const;

    /// @param running whether the timers of the sources run
    /// @return the sources: A and X, or Y
    SourceSet GetSources(bool running) const;

    /// @brief Sets source timers.
    /// @param sources the sources; those without a record get one
    /// @param time time left
    void SetSourceTimers(const SourceSet& sources, Time time);

    /// @brief Deletes source records.
    /// @param sources the sources
    void Delete(const SourceSet& sources);

    /// @brief Sets the group timer to the Group Membership Interval.
    void RestartGroupTimer();

    /// @return the process that sends specific queries
    IgmpV3Queries& GetQueries();

    /// @brief Lets the timers of sources expire that are due.
    void ExpireSources();

    /// @brief After each event: sets the next expiry, and has the link forget an empty group.
    void Settle();

    IgmpRouterLink& m_link;                      ///< the interface
    Ipv4Address m_group;                         ///< the group
    StateMachine<IGMP_V3_GROUP_TABLE> m_machine; ///< the filter mode
    std::map<Ipv4Address, Source> m_sources;     ///< the source records
    IgmpHostTracker m_tracker;                   ///< the hosts, if they are tracked
    DeadlineTimer m_groupTimer;                  ///< group timer
    DeadlineTimer m_sourceTimer;                 ///< the earliest of the source timers
    std::unique_ptr<IgmpV3Queries> m_queries;    ///< while specific queries are being sent
    std::unique_ptr<IgmpGroupCompatibility> m_compatibility; ///< once an older host has reported
};

} // namespace mgm
} // namespace ns3

#endif // MGM_IGMP_V3_GROUP_H
