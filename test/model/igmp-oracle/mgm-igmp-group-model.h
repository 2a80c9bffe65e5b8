/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_IGMP_GROUP_MODEL_H
#define MGM_IGMP_GROUP_MODEL_H

#include "mgm-igmp-source-bits.h"

#include "ns3/nstime.h"

#include <cstdint>
#include <map>
#include <optional>
#include <vector>

namespace ns3
{
namespace mgm
{

/// @ingroup tests
/// @brief The numbers of record types (RFC 3376 section 4.2.12).
enum class IgmpRecordNumber : uint8_t
{
    IS_IN = 1, ///< MODE_IS_INCLUDE
    IS_EX = 2, ///< MODE_IS_EXCLUDE
    TO_IN = 3, ///< CHANGE_TO_INCLUDE_MODE
    TO_EX = 4, ///< CHANGE_TO_EXCLUDE_MODE
    ALLOW = 5, ///< ALLOW_NEW_SOURCES
    BLOCK = 6, ///< BLOCK_OLD_SOURCES
};

/// @ingroup tests
/// @brief The intervals of RFC 3376 section 8 that a group depends on.
struct IgmpGroupTimes
{
    Time membershipInterval;  ///< GMI
    Time lastMemberInterval;  ///< LMQI
    uint32_t lastMemberCount; ///< LMQC

    /// @return LMQT
    Time GetLastMemberTime() const
    {
        return lastMemberInterval * static_cast<int64_t>(lastMemberCount);
    }
};

/// @ingroup tests
/// @brief A specific query that is to be sent.
struct IgmpModelQuery
{
    Time time;            ///< when
    uint32_t group;       ///< for which group
    bool suppress;        ///< the S flag
    SourceBits sources;   ///< which sources; none: the group
    bool isOptional;      ///< it may be left out (RFC 3376 section 6.6.3.2, the note)
    bool isGroupSpecific; ///< whether it is for the group
    uint32_t robustness;  ///< QRV; the router fills it in
    Time queryInterval;   ///< QQI; the router fills it in
};

/**
 * @ingroup tests
 * @brief A group at an IGMPv3 router, written from the tables of RFC 3376 as set algebra.
 *
 * It shares nothing with the model. Where the RFC leaves it open, it takes these readings: a
 * source that is being asked for already, or whose timer is low, is not asked for anew (section
 * 6.6.3.2 names those with larger timers); new queries of a kind restart the interval of the
 * pending ones of the same kind; a source record that is deleted takes its pending queries with it,
 * and so does the filter mode EXCLUDE with those for the group.
 */
class IgmpGroupModel
{
  public:
    /// @param group the group
    explicit IgmpGroupModel(uint32_t group);

    /// @brief Lets time pass. @param now all that is due until then happens
    /// @param times the intervals
    void Advance(Time now, const IgmpGroupTimes& times);

    /**
     * @brief Receives a record (sections 6.4.1 and 6.4.2).
     * @param now when
     * @param times the intervals
     * @param type the record type
     * @param sources its sources
     * @param isQuerier whether this router sends queries
     */
    void Receive(Time now,
                 const IgmpGroupTimes& times,
                 IgmpRecordNumber type,
                 SourceBits sources,
                 bool isQuerier);

    /**
     * @brief Receives another router's query with S clear (section 6.6.1).
     * @param now when
     * @param lastMemberTime LMQT
     * @param sources its sources; none: a group-specific query
     */
    void ReceiveQuery(Time now, Time lastMemberTime, SourceBits sources);

    /// @brief Asks for nothing any more: another router is the querier.
    void StopQueries();

    /// @return whether there is a group record
    bool Exists() const;

    /// @return whether the router filter-mode is EXCLUDE
    bool IsExclude() const;

    /// @return when the group timer expires, in EXCLUDE
    Time GetGroupExpiry() const;

    /// @return sources with running timers: A, or X
    SourceBits GetRunning() const;

    /// @return sources whose timers do not run: Y
    SourceBits GetStopped() const;

    /// @param source number of a source that runs
    /// @return when its timer expires
    Time GetSourceExpiry(uint32_t source) const;

    /// @return the queries since the last call
    std::vector<IgmpModelQuery> TakeQueries();

  private:
    /// A source record.
    struct Source
    {
        std::optional<Time> expiry; ///< end of the timer; nothing: it is zero
        uint32_t queriesLeft{0};    ///< retransmission state
    };

    /// @brief The rows INCLUDE (A). @param type the record type @param b its sources
    void ReceiveInInclude(IgmpRecordNumber type, SourceBits b);

    /// @brief The rows EXCLUDE (X,Y). @param type the record type @param a its sources
    void ReceiveInExclude(IgmpRecordNumber type, SourceBits a);

    /// @brief "(A)=J". @param sources the sources @param left time left of their timers
    void SetTimers(SourceBits sources, Time left);

    /// @brief "(A)=0". @param sources the sources
    void MakeStopped(SourceBits sources);

    /// @brief "Delete (A)". @param sources the sources
    void Delete(SourceBits sources);

    /// @brief Lowers a timer, never raises it. @param source the source @param left time left
    void LowerSource(Source& source, Time left);

    /// @brief "Send Q(G)", section 6.6.3.1.
    void AskForGroup();

    /// @brief "Send Q(G,A)", section 6.6.3.2. @param sources the sources
    void AskForSources(SourceBits sources);

    /// @brief Sends one of the group-specific queries.
    void SendGroupQuery();

    /// @brief Sends one round of the group-and-source-specific queries.
    void SendSourceQueries();

    /// @brief Source timers expire, section 6.3: in INCLUDE the record goes, in EXCLUDE it stays.
    void ExpireSources();

    /// @brief The group timer expires, section 6.5.
    void ExpireGroup();

    /// @return when the next source timer expires
    std::optional<Time> GetNextExpiry() const;

    uint32_t m_group;                      ///< the group
    bool m_isExclude{false};               ///< filter mode
    Time m_groupExpiry{0};                 ///< end of the group timer
    std::map<uint32_t, Source> m_sources;  ///< source records
    uint32_t m_groupQueriesLeft{0};        ///< group-specific queries still to be sent
    std::optional<Time> m_nextGroupQuery;  ///< when the next of them is due
    std::optional<Time> m_nextSourceQuery; ///< when the next for sources is due
    std::vector<IgmpModelQuery> m_queries; ///< what was sent
    Time m_now{0};                         ///< present time
    IgmpGroupTimes m_times;                ///< present intervals
    bool m_isQuerier{true};                ///< whether queries are sent
};

} // namespace mgm
} // namespace ns3

#endif // MGM_IGMP_GROUP_MODEL_H
