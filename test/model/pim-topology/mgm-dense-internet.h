/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_DENSE_INTERNET_H
#define MGM_DENSE_INTERNET_H

#include "mgm-dense-ledger.h"
#include "mgm-dense-paths.h"
#include "mgm-dense-plan.h"
#include "mgm-dense-timers.h"

#include "ns3/error-model.h"
#include "ns3/ipv4.h"
#include "ns3/mgm-igmp-host.h"
#include "ns3/mgm-igmp-router.h"
#include "ns3/mgm-multicast-group-manager.h"
#include "ns3/mgm-pim-dense-router.h"
#include "ns3/mgm-static-multicast-rib.h"
#include "ns3/node.h"
#include "ns3/simple-channel.h"

#include <cstdint>
#include <map>
#include <set>
#include <utility>
#include <vector>

namespace ns3
{
namespace mgm
{

/// @ingroup tests
/// @brief A stream of packets.
struct DenseStream
{
    uint32_t link;     ///< the link that its source is on
    Ipv4Address group; ///< where it is sent to
};

/**
 * @ingroup tests
 * @brief A plan, built: routers of dense mode with IGMP, a host on each LAN, and sources.
 *
 * Routes are those of DensePaths, with their distances as metrics. They change when they are told
 * to: until then routers have the old ones.
 */
class DenseInternet
{
  public:
    /**
     * @param plan the network; it outlives this object
     * @param timers the timers
     * @param streams the streams
     * @param taste of equally short paths, different numbers choose different ones
     */
    DenseInternet(const DensePlan& plan,
                  const DenseTimers& timers,
                  std::vector<DenseStream> streams,
                  uint32_t taste);

    /// @param router a router @param igmp when IGMP starts on it [s] @param pim when PIM does [s]
    void StartAt(uint32_t router, double igmp, double pim);

    /// @brief Has the sources send. @param at when they begin [s]
    void SendFrom(double at);

    /// @brief Brings interfaces, and the protocols of a router, to what the plan says.
    /// @param router a router that crashes or boots
    void UpdateRouter(uint32_t router);

    /// @brief Brings the interfaces on a link to what the plan says. @param link the link
    void UpdateLink(uint32_t link);

    /// @brief Has all routers have the routes of the plan.
    void UpdateRoutes();

    /// @param link a link @param rate which part of the packets it loses
    void SetLoss(uint32_t link, double rate);

    /// @param link a LAN @param group a group @param isMember whether its host is a member
    void SetMember(uint32_t link, Ipv4Address group, bool isMember);

    /// @brief Changes what the next packets are noted with: the time of the last disturbance is
    ///        now, and members and paths are those of now.
    void Disturb();

    /// @param stream a stream @return what became of its packets
    const DenseLedger& GetLedger(std::size_t stream) const
    {
        return m_ledgers[stream];
    }

    /// @param stream a stream @return the links with members of its group
    std::set<uint32_t> GetMembers(std::size_t stream) const;

    /// @param stream a stream @return the paths of now
    DensePaths MakePaths(std::size_t stream) const;

    /// @param router a router @return dense mode on it
    Ptr<PimDenseRouter> GetPim(uint32_t router) const
    {
        return m_routers[router].pim;
    }

    /// @param stream a stream @return what forwarding entries know it by
    SourceGroup GetSourceGroup(std::size_t stream) const;

    /// @param router a router @param link a link that it is on @return index of its interface there
    uint32_t GetInterface(uint32_t router, uint32_t link) const
    {
        return m_routers[router].interfaces.at(link);
    }

  private:
    /// A router.
    struct Router
    {
        Ptr<Node> node;                          ///< its node
        Ptr<Ipv4> ipv4;                          ///< its interfaces
        Ptr<MulticastGroupManager> manager;      ///< its group manager
        Ptr<IgmpRouter> igmp;                    ///< IGMP
        Ptr<PimDenseRouter> pim;                 ///< dense mode
        Ptr<StaticMulticastRib> rib;             ///< its routes
        std::map<uint32_t, uint32_t> interfaces; ///< interfaces by link
        std::map<uint32_t, DensePaths::Hop> way; ///< routes by link of the source
    };

    /// A link.
    struct Link
    {
        Ptr<SimpleChannel> channel;             ///< its channel
        std::vector<Ptr<RateErrorModel>> error; ///< what the interfaces on it lose
        Ptr<IgmpHost> host;                     ///< the host, if it has one
    };

    Ptr<Node> MakeNode();
    uint32_t Attach(Ptr<Node> node, uint32_t link, uint32_t number);
    void MakeRouter(uint32_t router);
    void MakeHost(uint32_t link);
    void MakeSource(std::size_t stream);
    void InstallRouters();
    void SetRoute(Router& router, std::size_t stream, const std::optional<DensePaths::Hop>& way);
    void NoteSending(std::size_t stream, uint32_t number);
    DensePacket* Find(Ptr<const Packet> packet, uint32_t& ttl);

    const DensePlan& m_plan;                              ///< the network
    DenseTimers m_timers;                                 ///< the timers
    std::vector<DenseStream> m_streams;                   ///< the streams
    uint32_t m_taste;                                     ///< which of equal paths
    std::vector<Router> m_routers;                        ///< the routers
    std::vector<Link> m_links;                            ///< the links
    std::map<uint32_t, Ptr<Node>> m_sources;              ///< sources by link
    std::set<std::pair<uint32_t, Ipv4Address>> m_members; ///< links and groups
    std::vector<DenseLedger> m_ledgers;                   ///< by stream
    std::vector<std::set<uint32_t>> m_wanted;             ///< by stream: members within reach
    double m_disturbed{0};                                ///< the last disturbance [s]
    int64_t m_nextRandomStream{1000};                     ///< next random stream of ns-3
};

} // namespace mgm
} // namespace ns3

#endif // MGM_DENSE_INTERNET_H
