/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_UNICAST_RIB_H
#define MGM_UNICAST_RIB_H

#include "mgm-multicast-rib.h"

#include "ns3/event-id.h"
#include "ns3/node.h"
#include "ns3/nstime.h"

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief The default multicast view: the unicast routing protocol of the node.
 *
 * The routing protocols of ns-3 do not tell when their routes change. So whoever changes them calls
 * NotifyRoutesChanged(), the forwarder does so when an interface or an address changes, and while
 * there are users everybody who listens is asked to look again at regular intervals.
 */
class UnicastRib : public MulticastRib
{
  public:
    /// @return the TypeId
    static TypeId GetTypeId();

    ~UnicastRib() override;

    /// @param node the node whose routing is asked; the first one counts
    void SetNode(Ptr<Node> node) override;

    std::optional<Route> Lookup(Ipv4Address destination) const override;

  protected:
    void HandleUse() override;
    void DoDispose() override;

  private:
    /// @brief Waits for the next regular look.
    void Schedule();

    /// @brief Has the listeners look again.
    void Poll();

    Ptr<Node> m_node;    ///< the node
    Time m_pollInterval; ///< time between regular looks
    EventId m_poll;      ///< the next one
};

} // namespace mgm
} // namespace ns3

#endif // MGM_UNICAST_RIB_H
