/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_IGMP_MEMBERSHIP_REPORTER_H
#define MGM_IGMP_MEMBERSHIP_REPORTER_H

#include "ns3/event-id.h"
#include "ns3/mgm-client-id.h"
#include "ns3/mgm-enum-names.h"
#include "ns3/mgm-interface-id.h"
#include "ns3/mgm-source-set.h"
#include "ns3/mgm-trace-words.h"
#include "ns3/mgm-transition-table.h"
#include "ns3/ptr.h"

#include <deque>
#include <map>
#include <memory>

namespace ns3
{
namespace mgm
{

class MulticastGroupManager;

/// @ingroup mgm
/// @brief Whether IGMP may tell the manager of an interface (OWN-3, OWN-4).
enum class ReporterState : uint8_t
{
    REPORTING, ///< It may.
    DISABLED,  ///< Between DISABLE_IGMP and ENABLE_IGMP: it may not.
    ENABLED,   ///< ENABLE_IGMP was called; it may in a later event.
    COUNT,     ///< Number of states.
};

/// @ingroup mgm
/// @brief What happens to it.
enum class ReporterEvent : uint8_t
{
    DISABLE_IGMP, ///< The callback: a change of owner begins.
    ENABLE_IGMP,  ///< The callback: the change is complete.
    RESUME,       ///< The later event.
    COUNT,        ///< Number of events.
};

/// @ingroup mgm
/// @brief What is done about it.
enum class ReporterAction : uint8_t
{
    NONE,
    FORGET_REPORTED, ///< Nothing is reported: the manager has deleted it.
    RESUME_LATER,    ///< Schedule the later event.
    CANCEL_RESUME,   ///< The later event must not come.
    REPORT_ALL,      ///< Report everything that is wanted.
    COUNT,           ///< Number of actions.
};

/// @param state a state
/// @return its name
constexpr std::string_view
ToString(ReporterState state)
{
    constexpr EnumNames<ReporterState> NAMES{"REPORTING", "DISABLED", "ENABLED"};
    return NAMES[state];
}

/// @param event an event
/// @return its name
constexpr std::string_view
ToString(ReporterEvent event)
{
    constexpr EnumNames<ReporterEvent> NAMES{words::DISABLE_IGMP, words::ENABLE_IGMP, "RESUME"};
    return NAMES[event];
}

/// @param action an action
/// @return what it is
constexpr std::string_view
ToString(ReporterAction action)
{
    constexpr EnumNames<ReporterAction> NAMES{"",
                                              "forget what is reported",
                                              "schedule resume",
                                              "cancel resume",
                                              "report all"};
    return NAMES[action];
}

/// @ingroup mgm
/// @brief The machine of a change of owner, as IGMP sees it.
inline constexpr auto REPORTER_TABLE = []() {
    using S = ReporterState;
    using E = ReporterEvent;
    using A = ReporterAction;
    return MakeTransitionTable<S, E, A>({
        {S::REPORTING, E::DISABLE_IGMP, A::FORGET_REPORTED, S::DISABLED, "OWN-3"},
        {S::REPORTING, E::ENABLE_IGMP, A::NONE, S::REPORTING, "ignored"},
        {S::REPORTING, E::RESUME, A::NONE, S::REPORTING, "ignored"},
        {S::DISABLED, E::DISABLE_IGMP, A::NONE, S::DISABLED, "ignored"},
        {S::DISABLED, E::ENABLE_IGMP, A::RESUME_LATER, S::ENABLED, "OWN-4"},
        {S::DISABLED, E::RESUME, A::NONE, S::DISABLED, "ignored"},
        {S::ENABLED, E::DISABLE_IGMP, A::CANCEL_RESUME, S::DISABLED, "OWN-3"},
        {S::ENABLED, E::ENABLE_IGMP, A::NONE, S::ENABLED, "ignored"},
        {S::ENABLED, E::RESUME, A::REPORT_ALL, S::REPORTING, "OWN-4"},
    });
}();

/**
 * @ingroup mgm
 * @brief Tells the group manager what IGMP has learned on an interface.
 *
 * It knows what is wanted and what is reported, and calls Add and Delete for the difference, one
 * call at a time, each when the one before has returned. During a change of owner of the interface
 * it calls nothing; what is learned meanwhile counts afterwards (OWN-4, OWN-7).
 *
 * Excluded sources of a group that is wanted from any other source have no membership entry. Where
 * IGMP is alone on the interface, it keeps them out of the forwarding entries itself (MFE-5): of a
 * live one by MGM_FORWARD_STATE_FLAG, of a new one when CREATION_ALERT asks IsForwarded(). An
 * interface with an owner is the owner's to decide about: the manager would refuse the flag, and
 * the owner hears of (*,g) alone.
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
     * @param mode INCLUDE: the given sources, each as (s,g); EXCLUDE: any but the given sources, as
     *        (*,g)
     * @param sources the sources
     */
    void SetWanted(Ipv4Address group, FilterMode mode, const SourceSet& sources);

    /**
     * @param key source and group
     * @return whether packets from the source to the group are to be forwarded
     */
    bool IsForwarded(const SourceGroup& key) const;

    /// @brief Ends the reports: nothing is told any more. May be called in a client's callback.
    void Close();

    /// @brief Handles DISABLE_IGMP.
    void Disable();

    /// @brief Handles ENABLE_IGMP.
    void Enable();

  private:
    /// What live forwarding entries have been told of a source.
    enum class Forcing : uint8_t
    {
        NONE, ///< nothing that holds
        OUT,  ///< not to forward it
        IN,   ///< to forward it again
    };

    /// What is known of a (*,g) or (s,g).
    struct Entry
    {
        bool wanted{false};             ///< some host wants it
        bool reported{false};           ///< the manager has been told
        bool excluded{false};           ///< (*,g) is wanted but for this source
        Forcing forcing{Forcing::NONE}; ///< what live forwarding entries have been told

        /// @return whether there is no reason to know it
        bool IsIdle() const
        {
            return !wanted && !reported && !excluded && forcing == Forcing::NONE;
        }
    };

    /// Something to tell the manager.
    struct Change
    {
        SourceGroup key; ///< what to add or delete
        uint64_t cause;  ///< record that caused it
        bool isForcing;  ///< whether live forwarding entries are told, or there is a membership
    };

    using Entries = std::map<SourceGroup, Entry>; ///< in the order of the MFE listing

    /// @brief Handles an event of the bracket.
    /// @param event the event
    void Step(ReporterEvent event);

    /// @brief Does what the machine says.
    /// @param action the action
    void Perform(ReporterAction action);

    /**
     * @brief Notes whether an entry is wanted or excluded.
     * @param key the entry
     * @param entry what is known of it
     * @param wanted whether it is wanted
     * @param excluded whether it is excluded
     */
    void Want(const SourceGroup& key, Entry& entry, bool wanted, bool excluded);

    /// @brief Nothing is reported any more.
    void ForgetReported();

    /// @brief Queues all that is wanted.
    void ReportAll();

    /// @brief Makes the queued calls, as far as possible now.
    void Sync();

    /// @brief Makes the call for a change, if it is still needed.
    /// @param change the change
    void Report(const Change& change);

    /// @brief Tells live forwarding entries of a source, if they must be told anything.
    /// @param key source and group
    /// @param entry what is known of it
    void ReportForcing(const SourceGroup& key, Entry& entry);

    /**
     * @param key a source and group
     * @param entry what is known of it
     * @return what live forwarding entries are to be told
     */
    Forcing GetDesiredForcing(const SourceGroup& key, const Entry& entry) const;

    /// @brief Live forwarding entries of a group forget what they were told: (*,g) is new.
    /// @param group the group
    void ForgetForcing(Ipv4Address group);

    /// @brief Forgets an entry that there is no reason to know.
    /// @param key the entry
    void EraseIfIdle(const SourceGroup& key);

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
    bool m_closed{false};                   ///< nothing is told any more
    bool m_waiting{false};                  ///< a call has not returned
    bool m_syncing{false};                  ///< Sync() is running
};

} // namespace mgm
} // namespace ns3

#endif // MGM_IGMP_MEMBERSHIP_REPORTER_H
