/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_IGMP_LAN_H
#define MGM_IGMP_LAN_H

#include "mgm-test-fixture.h"

#include "ns3/mgm-igmp-l4-protocol.h"
#include "ns3/mgm-igmp-message.h"
#include "ns3/node.h"
#include "ns3/nstime.h"

#include <functional>
#include <string>
#include <vector>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup tests
 * @brief Two nodes on a LAN without delay: the one under test, and one that hears and says whatever
 *        a test wants.
 *
 * The node under test is 10.0.0.1, the peer 10.0.0.2; the LAN is interface 1 of both.
 */
class IgmpLan : public MgmTest
{
  protected:
    static constexpr uint32_t LAN = 1; ///< Index of the interface.

    /// What the peer heard.
    struct Heard
    {
        Time time;                                       ///< when
        IgmpMessage message;                             ///< what
        Ipv4Address destination{Ipv4Address::GetZero()}; ///< where to
    };

    void SetUp() override;
    void TearDown() override;

    /**
     * @brief Does something at a time, on the node under test.
     * @param at when
     * @param what what
     */
    void At(Time at, std::function<void()> what);

    /**
     * @brief Has the peer send a message.
     * @param at when
     * @param message the message
     * @param destination where to
     */
    void Say(Time at, const IgmpMessage& message, Ipv4Address destination);

    /**
     * @brief Has the peer send octets.
     * @param at when
     * @param octets the IP payload in hexadecimal digits
     * @param source IP source
     * @param routerAlert whether the IP header has the Router Alert option
     * @param destination where to
     */
    void SayOctets(Time at,
                   const std::string& octets,
                   Ipv4Address source = Ipv4Address("10.0.0.2"),
                   bool routerAlert = true,
                   Ipv4Address destination = IGMP_ALL_SYSTEMS);

    /**
     * @brief Has the peer send a report of IGMPv3.
     * @param at when
     * @param records the group records
     */
    void Report(Time at, const std::vector<IgmpGroupRecord>& records);

    /// @brief Runs the simulation. @param until up to and including this time
    void RunUntil(Time until);

    /// @return what the peer heard, one line each: "TIME NAME SUMMARY > DESTINATION"
    std::vector<std::string> GetHeard() const;

    Ptr<Node> m_node;           ///< the node under test
    Ptr<Node> m_peer;           ///< the peer
    std::vector<Heard> m_heard; ///< what the peer heard

  private:
    Ptr<IgmpL4Protocol> m_protocol;           ///< the peer's
    IgmpL4Protocol::ListenerId m_listener{0}; ///< the peer's
};

} // namespace mgm
} // namespace ns3

#endif // MGM_IGMP_LAN_H
