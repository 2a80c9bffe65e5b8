/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_IGMP_HOST_LAN_H
#define MGM_IGMP_HOST_LAN_H

#include "mgm-igmp-lan.h"

#include "ns3/mgm-igmp-host.h"

namespace ns3
{
namespace mgm
{

/**
 * @ingroup tests
 * @brief A LAN with an IGMP host. It starts at time 0, and each of its random delays is half of the
 *        longest possible one.
 */
class IgmpHostLan : public IgmpLan
{
  protected:
    void TearDown() override;

    /// @brief Makes the host and its only interface. @param version the IGMP version
    void MakeHost(uint8_t version);

    /// @brief The host joins. @param at when @param group the group
    void Join(Time at, Ipv4Address group);

    /// @brief The host leaves. @param at when @param group the group
    void Leave(Time at, Ipv4Address group);

    /// @brief The host sets a filter. @param at when @param group the group @param mode filter mode
    ///        @param sources source list
    void SetFilter(Time at, Ipv4Address group, FilterMode mode, const SourceSet& sources);

    Ptr<IgmpHost> m_host; ///< the host
};

} // namespace mgm
} // namespace ns3

#endif // MGM_IGMP_HOST_LAN_H
