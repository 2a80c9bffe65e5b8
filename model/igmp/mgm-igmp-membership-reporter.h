/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_IGMP_MEMBERSHIP_REPORTER_H
#define MGM_IGMP_MEMBERSHIP_REPORTER_H

#include "mgm-igmp-reporter-fsm.h"
#include "mgm-source-set.h"

#include "ns3/event-id.h"
#include "ns3/mgm-client-id.h"
#include "ns3/mgm-interface-id.h"
#include "ns3/ptr.h"

#include <deque>
#include <map>
#include <memory>

namespace ns3
{
namespace mgm
{

class MulticastGroupManager;

/**
 * @ingroup mgm
 * @brief Tells the group manager what IGMP has learned on an interface.
 *
 * It knows what is wanted and what is reported, and calls Add and Delete for the difference, one
 * call at a time, each when the one before has returned. During a change of owner of the interface
 * it calls nothing; what is learned meanwhile counts afterwards (OWN-4, OWN-7).
 */
class IgmpMembershipReporter : public std::enable_shared_from_this<IgmpMembershipReporter>
{
  public:
    /**
     * @param manager the manager
     * @param client IGMP's registration
     * @param interface the interface
     * @param subject what trace records are about
     */
    IgmpMembershipReporter(Ptr<MulticastGroupManager> manager,
                           ClientHandle client,
                           const InterfaceId& interface,
                           const MachineSubject& subject);
    ~IgmpMembershipReporter();

    /**
     * @brief Says what is wanted of a group, and reports the difference.
     * @param group the group, one that may be a membership (MBR-2)
     * @param mode INCLUDE: the given sources, each as (s,g); EXCLUDE: any source, as (*,g)
     * @param sources the sources of INCLUDE
     */
    void SetWanted(Ipv4Address group, FilterMode mode, const SourceSet& sources);

    /// @brief Handles DISABLE_IGMP.
    void Disable();

    /// @brief Handles ENABLE_IGMP.
    void Enable();

  private:
    /// What is known of a (*,g) or (s,g).
    struct Entry
    {
        bool wanted{false};   ///< some host wants it
        bool reported{false}; ///< the manager has been told
    };

    /// Something to tell the manager.
    struct Change
    {
        SourceGroup key; ///< what to add or delete
        uint64_t cause;  ///< record that caused it
    };

    using Entries = std::map<SourceGroup, Entry>; ///< in the order of the MFE listing

    /// @brief Handles an event of the bracket.
    /// @param event the event
    void Step(ReporterEvent event);

    /// @brief Does what the machine says.
    /// @param action the action
    void Perform(ReporterAction action);

    /// @brief Notes whether an entry is wanted.
    /// @param key the entry
    /// @param entry what is known of it
    /// @param wanted whether it is wanted
    void Want(const SourceGroup& key, Entry& entry, bool wanted);

    /// @brief Nothing is reported any more.
    void ForgetReported();

    /// @brief Queues all that is wanted.
    void ReportAll();

    /// @brief Makes the queued calls, as far as possible now.
    void Sync();

    /// @brief Makes the call for a change, if it is still needed.
    /// @param change the change
    void Report(const Change& change);

    /// @brief Calls Add.
    /// @param key what to add
    void Add(const SourceGroup& key);

    /// @brief Calls Delete.
    /// @param key what to delete
    void Delete(const SourceGroup& key);

    /// @brief Goes on when the call has returned.
    void WaitForReturn();

    Ptr<MulticastGroupManager> m_manager;   ///< the manager
    ClientHandle m_client;                  ///< IGMP's registration
    InterfaceId m_interface;                ///< the interface
    MachineSubject m_subject;               ///< what trace records are about
    StateMachine<REPORTER_TABLE> m_machine; ///< whether calls may be made
    Entries m_entries;                      ///< what is wanted or reported
    std::deque<Change> m_changes;           ///< what may have to be told, oldest first
    EventId m_resume;                       ///< the event after ENABLE_IGMP
    bool m_waiting{false};                  ///< a call has not returned
    bool m_syncing{false};                  ///< Sync() is running
};

} // namespace mgm
} // namespace ns3

#endif // MGM_IGMP_MEMBERSHIP_REPORTER_H
