/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_SEEN_ENTRIES_H
#define MGM_SEEN_ENTRIES_H

#include "mgm-seen-memberships.h"

#include <cstdint>
#include <map>
#include <optional>
#include <vector>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief What was said of an interface of a forwarding entry, besides memberships.
 */
struct SeenMark
{
    InterfaceId interface; ///< The interface.
    bool forced{false};    ///< FORWARD_STATE has added it.
    bool disabled{false};  ///< FORWARD_STATE or CREATION_ALERT has taken it out.
    uint64_t setBy{0};     ///< Number of the call or record that said so.
};

/**
 * @ingroup mgm
 * @brief State of a forwarding entry.
 */
enum class SeenEntryState : uint8_t
{
    ABSENT,  ///< It is not there.
    MAKING,  ///< It is being made.
    LIVE,    ///< It forwards.
    DORMANT, ///< It has expired and is remembered.
};

/**
 * @ingroup mgm
 * @brief A forwarding entry, as a trace shows it.
 */
struct SeenEntry
{
    SeenEntryState state{SeenEntryState::ABSENT}; ///< Its state.
    std::optional<InterfaceId> incoming;          ///< Its incoming interface, once it was live.
    std::optional<InterfaceId> reverse;           ///< The reverse path that it was made with.
    uint64_t routed{0};                           ///< Number of the record that showed that.
    uint64_t asked{0};                            ///< Number of the making in which RPF was called.
    std::vector<SeenMark> marks;                  ///< What was said of interfaces.
    uint64_t born{0};                             ///< Number of the record that began it.
    RecordNote since;                             ///< The record that gave it its state.
};

/**
 * @ingroup mgm
 * @brief What may have changed the outgoing list of a forwarding entry, or who is told of it.
 */
struct EntryTouch
{
    uint32_t actor{0}; ///< Number of the registration of who did it; 0 is nobody.
    RecordNote note;   ///< The record that says so.
};

/**
 * @ingroup mgm
 * @brief The forwarding entries that the manager of a node keeps, as a trace shows them.
 */
class SeenEntries
{
  public:
    /// Entries by group and source.
    using Entries = std::map<SourceGroup, SeenEntry>;
    /// What has touched entries, by group and source; the last one counts.
    using Touches = std::map<SourceGroup, EntryTouch>;
    /// Interfaces.
    using Interfaces = std::vector<InterfaceId>;

    /**
     * @param interfaces the interfaces of the node
     * @param memberships its memberships
     */
    SeenEntries(const SeenInterfaces& interfaces, const SeenMemberships& memberships);

    /**
     * @brief Follows a record.
     * @param record the record
     */
    void Follow(const TraceRecord& record);

    /**
     * @brief Follows a change of memberships: a new one enables its interface again.
     * @param change the change
     * @param record the record that reports it
     */
    void FollowMembership(const SeenChange& change, const TraceRecord& record);

    /// @return the entries that were touched since the last call
    Touches TakeTouched();

    /// @brief Forgets all entries: the node has crashed.
    void Clear();

    /**
     * @param key source and group
     * @return the entry, null if there is none
     */
    const SeenEntry* Find(const SourceGroup& key) const;

    /**
     * @brief Works out the outgoing list of an entry by I6.
     * @param key source and group
     * @param entry the entry
     * @return the interfaces in ascending order
     */
    Interfaces GetOutgoing(const SourceGroup& key, const SeenEntry& entry) const;

    /// @return all entries
    const Entries& GetAll() const
    {
        return m_entries;
    }

    /**
     * @param text name of a state in traces
     * @return the state
     */
    static SeenEntryState StateFromString(std::string_view text);

  private:
    void FollowEntry(const TraceRecord& record);
    void FollowOutgoing(const TraceRecord& record);
    void FollowForwardState(const TraceRecord& record);
    void FollowRpf(const TraceRecord& record);
    void ForgetMarks(const TraceRecord& record);
    void ForgetForced(const TraceRecord& record);
    void Touch(const SourceGroup& key, uint32_t actor, const RecordNote& note);
    uint32_t GetActor(const InterfaceId& interface) const;
    static SeenMark& MarkOf(SeenEntry& entry, const InterfaceId& interface);
    template <typename Visit>
    void ForEachWanted(const SourceGroup& wanted, Visit visit);

    const SeenInterfaces& m_interfaces;   ///< the interfaces of the node
    const SeenMemberships& m_memberships; ///< its memberships
    Entries m_entries;                    ///< the entries
    Touches m_touched;                    ///< see TakeTouched()
};

} // namespace mgm
} // namespace ns3

#endif // MGM_SEEN_ENTRIES_H
