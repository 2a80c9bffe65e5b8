/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_IGMP_LOSSY_LAN_H
#define MGM_IGMP_LOSSY_LAN_H

#include "mgm-igmp-host-model.h"

#include "ns3/error-model.h"
#include "ns3/mgm-igmp-host.h"
#include "ns3/mgm-igmp-router.h"
#include "ns3/simple-channel.h"

#include <string>
#include <vector>

namespace ns3
{
namespace mgm
{

/// @ingroup tests
/// @brief Which versions the nodes of a LAN speak.
struct IgmpLanVersions
{
    uint8_t routers;            ///< of both routers
    std::vector<uint8_t> hosts; ///< of each host
};

/**
 * @ingroup tests
 * @brief A LAN with two IGMP routers and some hosts, on which packets are lost at random.
 */
class IgmpLossyLan
{
  public:
    /**
     * @param versions the versions
     * @param loss part of the packets that each node does not hear
     * @param stream first random stream
     */
    IgmpLossyLan(const IgmpLanVersions& versions, double loss, int64_t stream);
    ~IgmpLossyLan();

    /// @brief A host sets its filter. @param host the host @param group the group
    /// @param filter the filter
    void SetFilter(uint32_t host, uint32_t group, const IgmpFilterModel& filter);

    /// @brief Lets time pass. @param time how much
    static void Run(Time time);

    /// @brief Loses nothing from now on, and waits until all that is old has expired.
    void Settle();

    /**
     * @brief Compares the routers with the union of what the hosts want.
     * @param groups the groups
     * @return what differs; empty if nothing does
     */
    std::string Compare(const std::vector<uint32_t>& groups) const;

  private:
    /// @return a node on the LAN that hears not everything @param address its address
    Ptr<Node> AddNode(uint32_t address);

    /// @return what the hosts want of a group, as far as the versions can say it
    /// @param group the group
    IgmpFilterModel GetUnion(uint32_t group) const;

    IgmpLanVersions m_versions;                                        ///< the versions
    double m_loss;                                                     ///< part that is lost
    int64_t m_stream;                                                  ///< next random stream
    Ptr<SimpleChannel> m_channel;                                      ///< the LAN
    std::vector<Ptr<RateErrorModel>> m_errors;                         ///< of each node
    std::vector<Ptr<IgmpRouter>> m_routers;                            ///< the routers
    std::vector<Ptr<IgmpHost>> m_hosts;                                ///< the hosts
    std::map<std::pair<uint32_t, uint32_t>, IgmpFilterModel> m_wanted; ///< by group and host
};

} // namespace mgm
} // namespace ns3

#endif // MGM_IGMP_LOSSY_LAN_H
