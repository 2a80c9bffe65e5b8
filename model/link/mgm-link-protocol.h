/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_LINK_PROTOCOL_H
#define MGM_LINK_PROTOCOL_H

#include "ns3/ip-l4-protocol.h"
#include "ns3/ipv4-address.h"
#include "ns3/mgm-interface-watch.h"

#include <cstdint>
#include <vector>

namespace ns3
{

class Ipv4;
class Node;

namespace mgm
{

/**
 * @ingroup mgm
 * @brief The base of protocols that speak to what is on a link: IGMP and PIM.
 *
 * It inserts itself into the IPv4 of the node that it is aggregated to, and knows the interfaces of
 * that. What happens to them it tells in an event of the same instant, when the routes of the node
 * have changed as well. For that an InterfaceWatch stands in the node's list routing from the first
 * Watch() on; a routing protocol that is set later takes it away.
 *
 * A protocol finds the way of its messages itself: there are no down targets.
 */
class LinkProtocol : public IpL4Protocol
{
  public:
    /// @return the TypeId
    static TypeId GetTypeId();

    LinkProtocol();
    ~LinkProtocol() override;

    /**
     * @param interface index of an IPv4 interface
     * @return the MTU of its device [octets]
     */
    uint32_t GetMtu(uint32_t interface) const;

    /// @param interface index of an IPv4 interface
    /// @return whether it is up now
    bool IsUp(uint32_t interface) const;

    /// @param interface index of an IPv4 interface
    /// @return its primary address, from which it sends; 0.0.0.0 if it has none
    Ipv4Address GetSource(uint32_t interface) const;

    /// @param interface index of an IPv4 interface
    /// @return its addresses, the primary one first
    std::vector<Ipv4Address> GetAddresses(uint32_t interface) const;

    /**
     * @param interface index of an IPv4 interface
     * @param address an address
     * @return whether it belongs to a subnet of the interface
     */
    bool IsOnLink(uint32_t interface, Ipv4Address address) const;

    using IpL4Protocol::Receive;
    RxStatus Receive(Ptr<Packet> packet,
                     const Ipv6Header& header,
                     Ptr<Ipv6Interface> incomingInterface) override;
    void SetDownTarget(DownTargetCallback callback) override;
    void SetDownTarget6(DownTargetCallback6 callback) override;
    DownTargetCallback GetDownTarget() const override;
    DownTargetCallback6 GetDownTarget6() const override;

  protected:
    void NotifyNewAggregate() override;
    void DoDispose() override;

    /// @return the node
    const Ptr<Node>& GetNode() const;

    /// @return its IPv4
    const Ptr<Ipv4>& GetIpv4() const;

    /// @brief Begins to tell what happens to interfaces, if the node has a routing protocol.
    void Watch();

  private:
    /// @param interface an interface
    /// @return whether to tell what happens to it
    virtual bool IsHeard(uint32_t interface) const = 0;

    /// @brief Tells what happened to an interface.
    /// @param interface the interface
    /// @param change what happened
    virtual void TellChange(uint32_t interface, InterfaceChange change) = 0;

    /// @brief Notes what happened to an interface, which is told later.
    /// @param interface the interface
    /// @param change what happened
    void NoteChange(uint32_t interface, InterfaceChange change);

    /// @brief Tells what happened to an interface.
    /// @param interface the interface
    /// @param change what happened
    /// @param cause record that caused it
    void TellChangeBy(uint32_t interface, InterfaceChange change, uint64_t cause);

    Ptr<Node> m_node;            ///< the node
    Ptr<Ipv4> m_ipv4;            ///< its IPv4
    Ptr<InterfaceWatch> m_watch; ///< tells of its interfaces
};

} // namespace mgm
} // namespace ns3

#endif // MGM_LINK_PROTOCOL_H
