/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_IGMP_HOST_MODEL_H
#define MGM_IGMP_HOST_MODEL_H

#include "mgm-igmp-group-model.h"

#include "ns3/nstime.h"

#include <map>
#include <optional>
#include <tuple>
#include <utility>
#include <vector>

namespace ns3
{
namespace mgm
{

/// @ingroup tests
/// @brief What a socket or an interface wants of a group (RFC 3376 section 3).
struct IgmpFilterModel
{
    bool isExclude{false}; ///< the filter mode
    SourceBits sources{0}; ///< the source list

    /// @return whether it is the same as no filter
    bool IsNothing() const
    {
        return !isExclude && sources == 0;
    }

    /// @param source number of a source @return whether its packets are to be received
    bool Accepts(uint32_t source) const
    {
        return HasSource(sources, source) != isExclude;
    }
};

/// @ingroup tests
/// @brief Merges what sockets want (RFC 3376 section 3.2).
/// @param filters the filters of all sockets
/// @return the filter of the interface
IgmpFilterModel MergeFilterModels(const std::vector<IgmpFilterModel>& filters);

/// @ingroup tests
/// @brief A group record that is sent.
struct IgmpModelRecord
{
    IgmpRecordNumber type; ///< the record type
    uint32_t group;        ///< the group
    SourceBits sources;    ///< the sources
};

/// @ingroup tests
/// @brief A report that is sent.
struct IgmpModelReport
{
    Time time;                            ///< when
    std::vector<IgmpModelRecord> records; ///< the records
};

/// @ingroup tests
/// @brief How a host is configured.
struct IgmpHostSetup
{
    uint32_t robustness;      ///< Robustness Variable
    Time unsolicitedInterval; ///< Unsolicited Report Interval
};

/**
 * @ingroup tests
 * @brief An IGMPv3 host on an interface, written from RFC 3376 sections 3.2, 5.1 and 5.2. Each
 *        random delay is half of the longest possible one.
 *
 * Retransmission state is one count of reports per source and one for the filter mode; every
 * State-Change Report for the group counts for all of them (section 5.1).
 */
class IgmpHostModel
{
  public:
    /// @param setup the configuration
    explicit IgmpHostModel(const IgmpHostSetup& setup);

    /// @brief Lets time pass. @param now all that is due until then happens
    void Advance(Time now);

    /// @brief A socket sets its filter. @param socket the socket @param group the group
    /// @param filter the filter
    void SetFilter(uint32_t socket, uint32_t group, const IgmpFilterModel& filter);

    /**
     * @brief The link goes down or comes up. A host is new on a link that comes up: what is wanted
     * is a change from nothing (section 5.1).
     * @param isUp whether it is up now
     */
    void SetLink(bool isUp);

    /// @brief Receives a query. @param group its group; 0: general @param sources its sources
    /// @param longest Max Resp Time
    void ReceiveQuery(uint32_t group, SourceBits sources, Time longest);

    /// @return what the interface wants @param group the group
    IgmpFilterModel GetFilter(uint32_t group) const;

    /// @return the reports since the last call
    std::vector<IgmpModelReport> TakeReports();

  private:
    /// What is kept of a group.
    struct Group
    {
        std::map<uint32_t, IgmpFilterModel> sockets; ///< what each socket wants
        uint32_t modeLeft{0};                        ///< reports with the filter mode to be sent
        std::map<uint32_t, uint32_t> sourcesLeft;    ///< reports with each source to be sent
        std::optional<Time> nextReport;              ///< when the next one is due
        std::optional<Time> response;                ///< when a specific query is answered
        SourceBits asked{0};                         ///< the recorded sources
    };

    /// @return what the interface wants @param group a group
    static IgmpFilterModel Merge(const Group& group);

    /// @brief The filter of the interface changes. @param address the group
    /// @param group what is kept of it @param before the filter before @param after the filter now
    void Change(uint32_t address,
                Group& group,
                const IgmpFilterModel& before,
                const IgmpFilterModel& after);

    /// @brief Sends a State-Change Report (section 5.1). @param address the group
    /// @param group what is kept of it
    void SendChange(uint32_t address, Group& group);

    /// @brief The group timer expires (section 5.2). @param address the group
    /// @param group what is kept of it
    void Respond(uint32_t address, Group& group);

    /// @brief The interface timer expires (section 5.2).
    void RespondToAll();

    /// @brief Makes what is due now happen. @return whether something did
    bool DoNext();

    IgmpHostSetup m_setup;                  ///< the configuration
    std::map<uint32_t, Group> m_groups;     ///< the groups
    std::optional<Time> m_generalResponse;  ///< the interface timer
    std::vector<IgmpModelReport> m_reports; ///< what was sent
    Time m_now{0};                          ///< present time
    bool m_isUp{true};                      ///< whether the link is
};

} // namespace mgm
} // namespace ns3

#endif // MGM_IGMP_HOST_MODEL_H
