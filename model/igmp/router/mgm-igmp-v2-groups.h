/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_IGMP_V2_GROUPS_H
#define MGM_IGMP_V2_GROUPS_H

#include "mgm-igmp-router-groups-of.h"
#include "mgm-igmp-v2-group.h"

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief The groups of an IGMPv1 or IGMPv2 router (RFC 1112 appendix I, RFC 2236 section 7).
 *
 * A router of version 1 hears reports of version 1 alone: it knows neither leaves (RFC 2236 section
 * 4: it ignores them) nor later reports (RFC 2236 section 4: it pays no attention to them).
 */
class IgmpV2Groups : public IgmpRouterGroupsOf<IgmpV2Group>
{
  public:
    using IgmpRouterGroupsOf::IgmpRouterGroupsOf;

    void Receive(const IgmpMessage& message, Ipv4Address host) override;
    void ReceiveQuery(const IgmpQuery& query) override;

  private:
    /**
     * @param message a message
     * @return why it is ignored, if it is
     */
    std::optional<IgmpRouterDrop> Check(const IgmpMessage& message) const;
};

} // namespace mgm
} // namespace ns3

#endif // MGM_IGMP_V2_GROUPS_H
