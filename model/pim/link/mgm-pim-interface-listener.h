/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_PIM_INTERFACE_LISTENER_H
#define MGM_PIM_INTERFACE_LISTENER_H

#include "mgm-pim-l4-protocol.h"
#include "mgm-pim-neighbor.h"

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief What a mode of PIM is told of an interface. It overrides what it cares about.
 *
 * The interface has noted all that is new before it tells the first of it. The listener may change,
 * stop and drop the interface while it is told.
 */
class PimInterfaceListener
{
  public:
    virtual ~PimInterfaceListener() = default;

    /// @brief The interface has come into service, and is its own designated router.
    virtual void OnInService()
    {
    }

    /// @brief The interface has gone out of service: it went down, or lost its address. It has no
    ///        neighbors any more, and tells of none of them.
    virtual void OnOutOfService()
    {
    }

    /// @brief The primary address of the interface has changed; its neighbors were told.
    virtual void OnAddressChanged()
    {
    }

    /// @brief A neighbor is new.
    /// @param neighbor the neighbor
    virtual void OnNeighborUp([[maybe_unused]] const PimNeighbor& neighbor)
    {
    }

    /// @brief A neighbor has started anew, and lost its state.
    /// @param neighbor the neighbor, as it is now
    virtual void OnNeighborRestarted([[maybe_unused]] const PimNeighbor& neighbor)
    {
    }

    /// @brief A neighbor has other secondary addresses.
    /// @param neighbor the neighbor, as it is now
    virtual void OnNeighborReaddressed([[maybe_unused]] const PimNeighbor& neighbor)
    {
    }

    /// @brief A neighbor is gone.
    /// @param neighbor the neighbor, as it was
    virtual void OnNeighborDown([[maybe_unused]] const PimNeighbor& neighbor)
    {
    }

    /// @brief Another router is the designated router.
    virtual void OnDrChanged()
    {
    }

    /// @brief The delays that all routers on the link agree on have changed.
    virtual void OnLanDelaysChanged()
    {
    }

    /// @brief A neighbor has sent a message other than a Hello.
    /// @param reception the message
    virtual void OnMessage([[maybe_unused]] const PimReception& reception)
    {
    }
};

} // namespace mgm
} // namespace ns3

#endif // MGM_PIM_INTERFACE_LISTENER_H
