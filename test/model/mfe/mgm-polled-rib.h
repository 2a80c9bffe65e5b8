/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_POLLED_RIB_H
#define MGM_POLLED_RIB_H

#include "model/manager/mgm-manager-fixture.h"

#include "ns3/event-id.h"
#include "ns3/nstime.h"

#include <vector>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup tests
 * @brief A view of routes that change silently: as long as somebody relies on it, it says at
 * regular intervals that it is time to look, as UnicastRib does.
 */
class PolledRib : public FakeRib
{
  public:
    /**
     * @brief Changes a route without saying so.
     * @param destination an address
     * @param interface index of the interface towards it; 0: there is no route any more
     * @param nextHop the neighbor towards it
     */
    void Shift(Ipv4Address destination, uint32_t interface, Ipv4Address nextHop);

    /// @return whether somebody relies on being told
    bool IsWatched() const
    {
        return IsInUse();
    }

    /// @return the times at which it said so since the last call
    std::vector<Time> TakePolls();

    Time interval{Seconds(1)}; ///< time between regular looks

  protected:
    void HandleUse() override;
    void DoDispose() override;

  private:
    void Poll();

    EventId m_next;            ///< the next regular look
    std::vector<Time> m_polls; ///< when it said that it is time to look
};

} // namespace mgm
} // namespace ns3

#endif // MGM_POLLED_RIB_H
