/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_FORWARDER_FIXTURE_H
#define MGM_FORWARDER_FIXTURE_H

#include "mgm-test-fixture.h"

#include "ns3/ipv4-header.h"
#include "ns3/ipv4.h"
#include "ns3/mgm-multicast-forwarder.h"
#include "ns3/net-device.h"
#include "ns3/node.h"
#include "ns3/packet.h"

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace ns3
{
namespace mgm
{

/// A source, a group, and what an entry for them is found by.
inline const Ipv4Address SOURCE{"10.0.1.9"};
inline const Ipv4Address GROUP{"239.1.1.1"};
inline const SourceGroup KEY{Ipv4Address("10.0.1.9"), Ipv4Address("239.1.1.1")};

/// A port of UDP.
constexpr uint16_t PORT = 5000;

/**
 * @ingroup tests
 * @brief A packet that left the router.
 */
struct SentPacket
{
    uint32_t interface;       ///< where
    Ipv4Header header;        ///< its IP header
    Ptr<const Packet> packet; ///< the packet without it
    Address to;               ///< the link-layer address that it was sent to
};

/**
 * @ingroup tests
 * @brief A router with a forwarder but without a group manager; each of its interfaces has a link
 * to a listener that sees what leaves there, and from which packets arrive.
 *
 * Interface i has the address 10.0.i.1/24.
 */
class ForwarderTest : public MgmTest
{
  protected:
    void SetUp() override;
    void TearDown() override;

    /// Makes the router anew, with a number of interfaces.
    void MakeRouter(uint32_t interfaces);

    /// @return the header of a packet from SOURCE to GROUP
    static Ipv4Header MakeHeader(uint8_t ttl = 64);

    /// Lets a packet arrive on an interface, and everything happen that follows from it.
    void Arrive(uint32_t interface, const Ipv4Header& header, Ptr<Packet> packet);

    /// Lets a packet of 100 bytes arrive, numbered in its first byte.
    void Arrive(uint32_t interface, const Ipv4Header& header = MakeHeader(), uint8_t number = 0);

    /// @return the packets that have left since the last time
    std::vector<SentPacket> Sent();

    /// @return the interfaces on which packets have left since the last time, in order
    std::vector<uint32_t> SentOn();

    /// @return the numbers of the packets that have left on an interface since the last time
    std::vector<uint8_t> NumbersSentOn(uint32_t interface);

    /// @return reason and place of the drops since the last time: "no-outgoing 1"
    std::vector<std::string> Dropped();

    /// @return the misses since the last time: key and arrival interface
    std::vector<std::string> Misses();

    /// @return the packets on a wrong interface since the last time: key and arrival interface
    std::vector<std::string> WrongInterfaces();

    /// @return the counters of the entry for KEY; there must be one
    const ForwardingCounters& Counters() const;

    Ptr<Node> m_node;                    ///< the router
    Ptr<Ipv4> m_ipv4;                    ///< its IPv4
    Ptr<MulticastForwarder> m_forwarder; ///< its forwarder

  private:
    void AddLink(uint32_t interface);
    void Connect();

    Ptr<Node> m_listener;                       ///< what is at the other ends of the links
    std::vector<Ptr<NetDevice>> m_ends;         ///< the other ends; of interface i: i - 1
    std::vector<SentPacket> m_sent;             ///< packets that left
    std::vector<std::string> m_dropped;         ///< drops
    std::vector<std::string> m_misses;          ///< misses
    std::vector<std::string> m_wrongInterfaces; ///< packets on a wrong interface
};

} // namespace mgm
} // namespace ns3

#endif // MGM_FORWARDER_FIXTURE_H
