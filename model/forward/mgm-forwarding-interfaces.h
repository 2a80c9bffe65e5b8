/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_FORWARDING_INTERFACES_H
#define MGM_FORWARDING_INTERFACES_H

#include "mgm-forwarding-interface.h"
#include "mgm-register-output.h"

#include <cstdint>
#include <deque>
#include <memory>
#include <vector>

namespace ns3
{

class Ipv4;

namespace mgm
{

/// @ingroup mgm
/// @brief The index of the first virtual interface: above all that IPv4 can have.
inline constexpr uint32_t FIRST_VIRTUAL_INTERFACE = 65536;

/**
 * @ingroup mgm
 * @brief The interfaces of a forwarder, found by their index: those of IPv4, which appear here when
 * they are first asked for, and virtual ones.
 */
class ForwardingInterfaces
{
  public:
    /// @param ipv4 the node's IPv4, which outlives this; null: there are only virtual interfaces
    void SetIpv4(Ipv4* ipv4);

    /**
     * @param index an interface index
     * @return the interface, valid as long as this; null if there is none, or it was removed
     */
    ForwardingInterface* Find(uint32_t index)
    {
        if (index < m_ipv4Interfaces.size())
        {
            return &m_ipv4Interfaces[index];
        }
        return index < FIRST_VIRTUAL_INTERFACE ? FindNew(index) : FindVirtual(index);
    }

    /**
     * @brief Adds a virtual interface.
     * @param output how packets leave through it
     * @return its index
     */
    uint32_t AddVirtual(std::unique_ptr<RegisterOutput> output);

    /**
     * @brief Removes a virtual interface. Its index is never used again.
     * @param index its index
     * @return whether there was such an interface
     */
    bool RemoveVirtual(uint32_t index);

    /// @brief Removes all virtual interfaces.
    void RemoveAllVirtual();

    /**
     * @param index an interface index
     * @return whether it is that of a virtual interface that was not removed
     */
    bool HasVirtual(uint32_t index) const;

  private:
    /// @brief Looks whether IPv4 has got an interface by now.
    /// @param index its index
    /// @return the interface; null if there is none
    ForwardingInterface* FindNew(uint32_t index);

    /// @brief Finds a virtual interface.
    /// @param index its index
    /// @return the interface; null if there is none
    ForwardingInterface* FindVirtual(uint32_t index);

    Ipv4* m_ipv4{nullptr};                               ///< the node's IPv4
    std::deque<ForwardingInterface> m_ipv4Interfaces;    ///< its interfaces, by index
    std::deque<ForwardingInterface> m_virtualInterfaces; ///< the others, in order of index
    std::vector<RegisterOutput*> m_virtualOutputs;       ///< theirs; null once removed
};

} // namespace mgm
} // namespace ns3

#endif // MGM_FORWARDING_INTERFACES_H
