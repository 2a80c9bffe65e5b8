/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_PIM_DENSE_ENVIRONMENT_H
#define MGM_PIM_DENSE_ENVIRONMENT_H

#include "ns3/mgm-pim-message.h"
#include "ns3/mgm-source-group.h"
#include "ns3/mgm-transition-table.h"
#include "ns3/nstime.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <string_view>

namespace ns3
{
namespace mgm
{

/// @ingroup mgm
/// @brief Indices of IPv4 interfaces: the sets of RFC 3973 section 4.1.3.
using PimInterfaceSet = std::set<uint32_t>;

/**
 * @ingroup mgm
 * @brief What the MRIB knows of the way to a source (RFC 3973 sections 4.1.3 and 4.6.1).
 */
struct PimDenseRoute
{
    uint32_t interface {
        0
    };                                           ///< RPF_interface(S).
    Ipv4Address nextHop{Ipv4Address::GetZero()}; ///< MRIB.next_hop(S), unless isDirect.
    bool isDirect{false};                        ///< Whether S is directly connected.
    /// Whether the interface is another component's, and S externally reached (RFC 2715 section
    /// 4.3): the router of that component is upstream, and for dense mode S is directly connected.
    bool isExternal{false};
    uint32_t preference{0}; ///< MRIB.pref(S), 31 bits.
    uint32_t metric{0};     ///< MRIB.metric(S).
    uint8_t maskLength{32}; ///< Length of the mask of the route.

    /// @return whether there is no router of dense mode upstream
    bool IsFirstHop() const
    {
        return isDirect || isExternal;
    }
};

/// @ingroup mgm
/// @brief How packets of an (S,G) are to be forwarded (RFC 3973 section 4.2).
struct PimDenseForwarding
{
    std::optional<uint32_t> incoming;             ///< RPF_interface(S), if there is a route.
    Ipv4Address upstream{Ipv4Address::GetZero()}; ///< RPF'(S); 0.0.0.0 if there is none.
    PimInterfaceSet outgoing; ///< Where packets that arrive there are to be sent.
};

/// @param a how packets are forwarded
/// @param b how others are
/// @return whether that is the same
inline bool
operator==(const PimDenseForwarding& a, const PimDenseForwarding& b)
{
    return a.incoming == b.incoming && a.upstream == b.upstream && a.outgoing == b.outgoing;
}

/**
 * @ingroup mgm
 * @brief What dense mode asks of its node, and what it has the node do.
 *
 * An interface is one on which PIM-DM is in service: GetInterfaces() has it. Of another one only
 * the address is asked, if S is externally reached over it. When an answer changes the Tree
 * Information Base is told (PimDenseTib::Update()).
 */
class PimDenseEnvironment
{
  public:
    virtual ~PimDenseEnvironment() = default;

    /// @return the interfaces on which PIM-DM is in service
    virtual PimInterfaceSet GetInterfaces() const = 0;

    /// @param interface index of an interface
    /// @return whether PIM-DM is in service on it
    virtual bool IsInService(uint32_t interface) const = 0;

    /// @param interface an interface
    /// @return my_addr(I)
    virtual Ipv4Address GetAddress(uint32_t interface) const = 0;

    /// @param interface an interface
    /// @return number of the PIM neighbors on it
    virtual std::size_t CountNeighbors(uint32_t interface) const = 0;

    /// @param interface an interface
    /// @return StateRefreshCapable(I): whether all its neighbors have the option
    virtual bool IsStateRefreshCapable(uint32_t interface) const = 0;

    /// @param interface an interface
    /// @return OI(I)
    virtual Time GetOverrideInterval(uint32_t interface) const = 0;

    /// @param interface an interface
    /// @return PD(I)
    virtual Time GetPropagationDelay(uint32_t interface) const = 0;

    /// @param interface an interface
    /// @return Threshold(I): the least TTL with which a packet may leave
    virtual uint8_t GetThreshold(uint32_t interface) const = 0;

    /// @param interface an interface
    /// @param group a group
    /// @return Boundary(I,G)
    virtual bool IsBoundary(uint32_t interface, Ipv4Address group) const = 0;

    /// @param sourceGroup (S,G) or (*,G)
    /// @param interface an interface
    /// @return local_receiver_include(S,G,I) or local_receiver_include(*,G,I)
    virtual bool HasReceiver(const SourceGroup& sourceGroup, uint32_t interface) const = 0;

    /// @param sourceGroup (S,G)
    /// @param interface an interface
    /// @return local_receiver_exclude(S,G,I)
    virtual bool ExcludesReceiver(const SourceGroup& sourceGroup, uint32_t interface) const = 0;

    /// @param source a source
    /// @return the route to it, if there is one
    virtual std::optional<PimDenseRoute> GetRoute(Ipv4Address source) const = 0;

    /// @param sourceGroup an (S,G)
    /// @return whether other components of this router forward its packets (RFC 2715 section 4.3)
    virtual bool IsWantedElsewhere(const SourceGroup& sourceGroup) const = 0;

    /// @param sourceGroup an (S,G) none of whose timers runs
    /// @return whether its state is to be kept nonetheless, because packets are forwarded by it
    virtual bool IsInUse(const SourceGroup& sourceGroup) const = 0;

    /**
     * @brief Sends a message, with a TTL of 1.
     * @param message the message
     * @param interface the interface
     * @param destination ALL-PIM-ROUTERS or a neighbor
     */
    virtual void Send(const PimMessage& message, uint32_t interface, Ipv4Address destination) = 0;

    /**
     * @brief Hears how packets are to be forwarded (RFC 3973 section 4.2): at first, and whenever
     * that changes.
     * @param sourceGroup the (S,G)
     * @param forwarding how
     */
    virtual void OnForwarding(const SourceGroup& sourceGroup,
                              const PimDenseForwarding& forwarding) = 0;

    /// @brief Hears that what OnForwarding() told is forgotten.
    /// @param sourceGroup the (S,G)
    virtual void OnForgotten(const SourceGroup& sourceGroup) = 0;

    /**
     * @brief Makes the subject of a machine's trace records.
     * @param machine name of the machine
     * @param sourceGroup the (S,G) it belongs to
     * @param interface the interface it belongs to, if it belongs to one
     * @return the subject
     */
    virtual MachineSubject GetSubject(std::string_view machine,
                                      const SourceGroup& sourceGroup,
                                      std::optional<uint32_t> interface) const = 0;
};

} // namespace mgm
} // namespace ns3

#endif // MGM_PIM_DENSE_ENVIRONMENT_H
