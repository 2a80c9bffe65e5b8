/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_PIM_LAN_H
#define MGM_PIM_LAN_H

#include "mgm-test-fixture.h"

#include "ns3/mgm-pim-l4-protocol.h"
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
 *        a test wants, from any address.
 *
 * The node under test is 10.0.1.1, the peer 10.0.1.2; the LAN is interface 1 of both, an Ethernet
 * of 10.0.0.0/16.
 */
class PimLan : public MgmTest
{
  protected:
    static constexpr uint32_t LAN = 1; ///< Index of the interface.

    /// What the peer heard.
    struct Heard
    {
        Time time;                                       ///< when
        PimMessage message;                              ///< what
        Ipv4Address source{Ipv4Address::GetZero()};      ///< where from
        Ipv4Address destination{Ipv4Address::GetZero()}; ///< where to
        uint8_t ttl;                                     ///< with which time to live
    };

    /// Addresses and time to live of a packet.
    struct Envelope
    {
        const char* source{"10.0.1.2"};        ///< IP source
        const char* destination{"224.0.0.13"}; ///< IP destination
        uint8_t ttl{1};                        ///< time to live
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
     * @param envelope from where to where
     */
    void Say(Time at, const PimMessage& message, const Envelope& envelope);

    /// @brief As Say(), from the peer to all PIM routers. @param at when @param message the message
    void Say(Time at, const PimMessage& message);

    /**
     * @brief Has the peer send octets.
     * @param at when
     * @param octets the IP payload in hexadecimal digits
     * @param envelope from where to where
     */
    void SayOctets(Time at, const std::string& octets, const Envelope& envelope);

    /// @brief As above, from the peer to all. @param at when @param octets in hexadecimal digits
    void SayOctets(Time at, const std::string& octets);

    /// @brief Runs the simulation. @param until up to and including this time
    void RunUntil(Time until);

    /// @return what the peer heard, one line each: "TIME NAME SUMMARY"
    std::vector<std::string> GetHeard() const;

    /// @return octets of the IP packets of PIM that the peer got, in hexadecimal digits
    const std::vector<std::string>& GetFrames() const;

    Ptr<Node> m_node;           ///< the node under test
    Ptr<Node> m_peer;           ///< the peer
    std::vector<Heard> m_heard; ///< what the peer heard

  private:
    /// @brief Has the peer send a packet. @param at when @param packet it @param envelope addresses
    void SayPacket(Time at, Ptr<Packet> packet, const Envelope& envelope);

    std::vector<std::string> m_frames; ///< packets of PIM that the peer got
};

} // namespace mgm
} // namespace ns3

#endif // MGM_PIM_LAN_H
