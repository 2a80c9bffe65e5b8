/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_FORWARDING_INTERFACE_H
#define MGM_FORWARDING_INTERFACE_H

#include "mgm-forwarding-output.h"

#include "ns3/ipv4-address.h"

#include <cstdint>
#include <memory>
#include <vector>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief What a forwarder knows of one interface: how packets leave, and which may not.
 */
class ForwardingInterface
{
  public:
    /// @param output how packets leave
    explicit ForwardingInterface(std::unique_ptr<ForwardingOutput> output);

    /**
     * @brief Sets the time-to-live threshold.
     * @param threshold a packet leaves only if it arrived with a time to live above this; 0 is
     * taken as 1, because a time to live of 1 ends here anyhow
     */
    void SetTtlThreshold(uint8_t threshold);

    /// @return the time-to-live threshold, at least 1
    uint8_t GetTtlThreshold() const
    {
        return m_ttlThreshold;
    }

    /**
     * @brief Makes the interface a boundary of a scope (RFC 2365): its groups cross in neither
     * direction.
     * @param network first group of the scope
     * @param mask which bits of groups of the scope equal those of `network`
     */
    void AddScopeBoundary(Ipv4Address network, Ipv4Mask mask);

    /**
     * @brief Takes a boundary away, if there is such a boundary.
     * @param network as it was added
     * @param mask as it was added
     */
    void RemoveScopeBoundary(Ipv4Address network, Ipv4Mask mask);

    /**
     * @param group a group
     * @return whether the interface is a boundary for it
     */
    bool IsBoundaryFor(Ipv4Address group) const;

    /// @return how packets leave
    ForwardingOutput& GetOutput()
    {
        return *m_output;
    }

  private:
    /// A range of groups that may not cross.
    struct Boundary
    {
        uint32_t network; ///< the bits that they have in common
        uint32_t mask;    ///< which bits these are
    };

    std::unique_ptr<ForwardingOutput> m_output; ///< how packets leave
    std::vector<Boundary> m_boundaries;         ///< what may not cross
    uint8_t m_ttlThreshold{1};                  ///< time-to-live threshold
};

} // namespace mgm
} // namespace ns3

#endif // MGM_FORWARDING_INTERFACE_H
