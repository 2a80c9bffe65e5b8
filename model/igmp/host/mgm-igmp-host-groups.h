/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_IGMP_HOST_GROUPS_H
#define MGM_IGMP_HOST_GROUPS_H

#include "mgm-igmp-host-link.h"
#include "mgm-igmp-query.h"

#include "ns3/mgm-multicast-filter.h"

#include <memory>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief The groups of an interface of a host, of one IGMP version.
 */
class IgmpHostGroups
{
  public:
    virtual ~IgmpHostGroups() = default;

    /**
     * @brief Says what is wanted of a group (RFC 3376 section 3.2), and reports the change.
     * @param group the group
     * @param filter the filter
     */
    virtual void SetFilter(Ipv4Address group, const MulticastFilter& filter) = 0;

    /**
     * @brief Says what was wanted of a group when the host changed to this version; nothing is
     *        reported.
     * @param group the group
     * @param filter the filter, which wants something
     */
    virtual void Adopt(Ipv4Address group, const MulticastFilter& filter) = 0;

    /**
     * @brief Handles a query.
     * @param query the query
     */
    virtual void ReceiveQuery(const IgmpQuery& query) = 0;

    /**
     * @brief Handles another host's report of IGMPv1 or IGMPv2.
     * @param group the group
     */
    virtual void ReceiveReport(Ipv4Address group) = 0;

    /**
     * @brief Destroys a group.
     * @param group the group
     */
    virtual void Forget(Ipv4Address group) = 0;

    /// @brief Leaves all groups.
    virtual void LeaveAll() = 0;
};

/**
 * @brief Makes the groups of an interface.
 * @param version IGMP version, 1 to 3
 * @param link the interface; it outlives them
 * @return the groups, none so far
 */
std::unique_ptr<IgmpHostGroups> MakeIgmpHostGroups(uint8_t version, IgmpHostLink& link);

} // namespace mgm
} // namespace ns3

#endif // MGM_IGMP_HOST_GROUPS_H
