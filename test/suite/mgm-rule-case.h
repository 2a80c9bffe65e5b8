/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_RULE_CASE_H
#define MGM_RULE_CASE_H

#include "mgm-rule-client.h"

#include "ns3/node-container.h"
#include "ns3/nstime.h"
#include "ns3/packet.h"
#include "ns3/socket.h"
#include "ns3/test.h"

#include <memory>
#include <string>
#include <vector>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup tests
 * @brief A test case of ns-3 that shows a rule, on a router with four LANs.
 *
 * The LAN i is the router's interface i, with the router as 10.0.i.1 and a host as 10.0.i.2. The
 * router has a group manager and a forwarder, and no client.
 */
class RuleCase : public TestCase
{
  public:
    /// What a case does.
    using Body = void (*)(RuleCase&);

    /**
     * @param name the rule, and what is shown
     * @param body what the case does
     */
    RuleCase(const std::string& name, Body body);

    /**
     * @brief Compares what happened with what the specification says.
     * @param actual what happened
     * @param expected what is expected
     * @param what what it is about
     */
    template <typename T>
    void Check(const T& actual, const T& expected, const std::string& what);

    /**
     * @brief Makes a client that is not registered yet.
     * @param name how it is called in the log
     * @param protocol protocol id
     * @param component component id
     * @return the client
     */
    RuleClient& MakeClient(const std::string& name, uint32_t protocol, uint32_t component = 1);

    /**
     * @brief Makes a client that has registered, and taken interfaces.
     * @param name how it is called in the log
     * @param protocol protocol id
     * @param interfaces the interfaces
     * @return the client
     */
    RuleClient& MakeOwner(const std::string& name,
                          uint32_t protocol,
                          const std::vector<uint32_t>& interfaces);

    /// @return what was written into the log since the last time: "pim JOIN_ALERT (*,239.1.1.1)"
    std::string TakeLog();

    /// @brief Forgets what was written into the log.
    void ClearLog();

    /**
     * @brief Has a host send a packet of 100 bytes; a line is logged by each host that gets it.
     * @param lan whose host
     * @param group where to
     */
    void Send(uint32_t lan, Ipv4Address group);

    /**
     * @brief Logs the IGMP messages on a LAN, with times in milliseconds: "1000 1164ec1e..."
     * @param lan which
     */
    void LogIgmp(uint32_t lan);

    /// @brief Runs the simulation. @param until up to this time
    void RunUntil(Time until);

    /// @return the router
    Ptr<Node> GetRouter() const;

    /// @return the host of a LAN
    /// @param lan which
    Ptr<Node> GetHost(uint32_t lan) const;

    /// @return the router's manager
    Ptr<MulticastGroupManager> GetManager() const;

  private:
    void DoSetup() override;
    void DoRun() override;
    void DoTeardown() override;

    /// @brief Makes a LAN.
    /// @param lan which
    void MakeLan(uint32_t lan);

    /// @brief Logs a packet that a host got. @param lan whose host
    /// @param socket where it is
    void Receive(uint32_t lan, Ptr<Socket> socket);

    /// @brief Logs a frame if it has an IGMP message. @param frame the frame
    void Sniff(Ptr<const Packet> frame);

    Body m_body;                                        ///< what the case does
    NodeContainer m_nodes;                              ///< the router, and the host of each LAN
    std::vector<std::unique_ptr<RuleClient>> m_clients; ///< the clients
    std::vector<std::string> m_log;                     ///< what happened
};

template <typename T>
void
RuleCase::Check(const T& actual, const T& expected, const std::string& what)
{
    NS_TEST_EXPECT_MSG_EQ(actual, expected, what);
}

} // namespace mgm
} // namespace ns3

#endif // MGM_RULE_CASE_H
