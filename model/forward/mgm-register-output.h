/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_REGISTER_OUTPUT_H
#define MGM_REGISTER_OUTPUT_H

#include "mgm-forwarding-output.h"

#include "ns3/callback.h"

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief Packets are handed whole to the owner of a register interface (RFC 7761 section 4.2.3).
 */
class RegisterOutput : public ForwardingOutput
{
  public:
    /// What receives a packet and its IP header, whose time to live is decremented already.
    using Receiver = Callback<void, Ptr<Packet>, const Ipv4Header&>;

    /// @param receiver what receives the packets
    explicit RegisterOutput(Receiver receiver);

    /// @brief Forgets the receiver. From now on this is down, and nothing leaves.
    void Close();

    bool IsUp() const override;
    uint32_t GetMtu() const override;
    bool IsLoopback() const override;
    void Send(Ptr<Packet> packet, const Ipv4Header& header, Ipv4Address nextHop) override;

  private:
    Receiver m_receiver; ///< what receives the packets; null once it is closed
};

} // namespace mgm
} // namespace ns3

#endif // MGM_REGISTER_OUTPUT_H
