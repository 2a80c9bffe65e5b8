/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_IPV4_OUTPUT_H
#define MGM_IPV4_OUTPUT_H

#include "mgm-forwarding-output.h"

namespace ns3
{

class Ipv4;
class Ipv4Route;

namespace mgm
{

/**
 * @ingroup mgm
 * @brief Packets leave through an IPv4 interface of the node.
 */
class Ipv4Output : public ForwardingOutput
{
  public:
    /**
     * @param ipv4 the node's IPv4; it outlives the output
     * @param index index of an interface that it has
     */
    Ipv4Output(Ipv4& ipv4, uint32_t index);
    ~Ipv4Output() override;

    bool IsUp() const override;
    uint32_t GetMtu() const override;
    bool IsLoopback() const override;
    void Send(Ptr<Packet> packet, const Ipv4Header& header, Ipv4Address nextHop) override;

  private:
    Ipv4& m_ipv4;           ///< the node's IPv4
    uint32_t m_index;       ///< index of the interface
    bool m_isLoopback;      ///< whether it is the loopback interface
    Ptr<Ipv4Route> m_route; ///< the route through the interface; its gateway is the next hop
};

} // namespace mgm
} // namespace ns3

#endif // MGM_IPV4_OUTPUT_H
