/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_IGMP_V3_GROUPS_H
#define MGM_IGMP_V3_GROUPS_H

#include "mgm-igmp-router-groups-of.h"
#include "mgm-igmp-v3-group.h"

namespace ns3
{
namespace mgm
{

/// @ingroup mgm
/// @brief The groups of an IGMPv3 router (RFC 3376 section 6).
class IgmpV3Groups : public IgmpRouterGroupsOf<IgmpV3Group>
{
  public:
    using IgmpRouterGroupsOf::IgmpRouterGroupsOf;

    void Receive(const IgmpMessage& message, Ipv4Address host) override;
    void ReceiveQuery(const IgmpQuery& query) override;

  private:
    /// @brief Handles a group record.
    /// @param record the record
    /// @param host address of the host that says it
    void ReceiveRecord(const IgmpGroupRecord& record, Ipv4Address host);

    /// @brief Handles a report or leave of an older version.
    /// @param message the message
    /// @param host address of the host that sent it
    void ReceiveOlder(const IgmpV2Message& message, Ipv4Address host);

    /**
     * @brief Handles what a host says of a group.
     * @param statement what it says
     * @param group the group
     * @param sources the sources, if it names some
     * @param host address of the host
     */
    void ReceiveStatement(IgmpStatement statement,
                          Ipv4Address group,
                          const SourceSet& sources,
                          Ipv4Address host);
};

} // namespace mgm
} // namespace ns3

#endif // MGM_IGMP_V3_GROUPS_H
