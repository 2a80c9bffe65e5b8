/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_PIM_DENSE_NETWORK_H
#define MGM_PIM_DENSE_NETWORK_H

#include "mgm-test-fixture.h"

#include "ns3/mgm-igmp-host.h"
#include "ns3/mgm-igmp-router.h"
#include "ns3/mgm-multicast-group-manager.h"
#include "ns3/mgm-pim-dense-router.h"
#include "ns3/mgm-trace-helper.h"
#include "ns3/mgm-traffic-sink.h"
#include "ns3/mgm-traffic-source.h"
#include "ns3/node.h"

#include <functional>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup tests
 * @brief Routers of dense mode and hosts on Ethernet links of 1 ms, with shortest-path routes.
 *
 * A name that begins with "h" is that of a host, any other that of a router. Links are given first,
 * then Install() makes what runs on the nodes.
 */
class PimDenseNetwork : public MgmTest
{
  protected:
    /// A place on a link: name of a node, and its address.
    using Place = std::pair<std::string, const char*>;

    void TearDown() override;

    /// @brief Adds a link with a mask of 24 bits. @param name its name @param places who is on it
    void AddLink(const std::string& name, const std::vector<Place>& places);

    /// @brief Sets the unicast metric of an interface, 1 at first.
    /// @param node the node @param link its link @param metric the metric
    void SetMetric(const std::string& node, const std::string& link, uint16_t metric);

    /// @brief Installs everything, and begins to count messages.
    void Install();

    /// @brief Writes all records to a file as JSON lines, from now on. The links are there.
    /// @param path the file
    void TraceTo(const std::string& path);

    /// @brief Completes the file. @return whether all output has succeeded
    bool FlushTrace();

    /// @brief Simulates. @param until absolute time [s]
    static void RunUntil(double until);

    /// @brief Does something later. @param at when, from now [s] @param what what to do
    static void At(double at, std::function<void()> what);

    /// @brief Has a host join a group. @param host the host @param at when [s] @param group it
    void JoinAt(const std::string& host, double at, const char* group = "239.1.1.1");

    /// @brief Has a host leave a group. @param host the host @param at when [s] @param group it
    void LeaveAt(const std::string& host, double at, const char* group = "239.1.1.1");

    /**
     * @brief Has a host send a stream with a TTL of 32.
     * @param host the host @param from when [s] @param count number of packets
     * @param interval time between packets [s] @param group the group
     */
    void SendFrom(const std::string& host,
                  double from,
                  uint32_t count,
                  double interval,
                  const char* group = "239.1.1.1");

    /// @param node a node @param link a link @return the index of its interface there
    uint32_t GetInterface(const std::string& node, const std::string& link) const;

    /// @param router a router @return dense mode on it
    Ptr<PimDenseRouter> GetRouter(const std::string& router) const;

    /// @param router a router @return IGMP on it
    Ptr<IgmpRouter> GetIgmp(const std::string& router) const;

    /// @param router a router @return its manager
    Ptr<MulticastGroupManager> GetManager(const std::string& router) const;

    /// @param host a host @return the numbers of the packets that it got, in their order
    const std::vector<uint32_t>& GetReceived(const std::string& host);

    /// @brief Counts PIM messages that a router has sent. @param router the router @param op what
    ///        traces call them @return their number
    uint32_t CountMessages(const std::string& router, const std::string& op) const;

    /// @param router a router @return (S,G) of the only entry of its manager's, or (*,*)

    /// @param router a router @return the outgoing interfaces of its entries, by names of links:
    ///        "(S,G): a b; ..."
    std::string GetOutgoing(const std::string& router) const;

    std::map<std::string, Ptr<Node>> m_nodes; ///< the nodes, by name

  private:
    /// An attachment.
    struct Attachment
    {
        std::string link;   ///< name of the link
        uint32_t interface; ///< index of the interface
    };

    /// @brief Makes a node unless it is there. @param name its name @return the node
    Ptr<Node> MakeNode(const std::string& name);

    MgmTraceHelper m_traces;                                            ///< writes the trace
    std::map<std::string, std::vector<Attachment>> m_attachments;       ///< by node
    std::map<std::pair<std::string, std::string>, uint32_t> m_messages; ///< sent
    std::map<std::string, std::vector<uint32_t>> m_received;            ///< by host
};

} // namespace mgm
} // namespace ns3

#endif // MGM_PIM_DENSE_NETWORK_H
