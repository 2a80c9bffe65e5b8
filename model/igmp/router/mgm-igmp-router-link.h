/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_IGMP_ROUTER_LINK_H
#define MGM_IGMP_ROUTER_LINK_H

#include "mgm-igmp-router-parameters.h"
#include "mgm-igmp-router-reception.h"

#include "ns3/mgm-source-set.h"
#include "ns3/mgm-transition-table.h"
#include "ns3/nstime.h"

#include <map>
#include <string_view>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief What a router has learned of a group on an interface.
 */
struct IgmpGroupState
{
    FilterMode mode{FilterMode::INCLUDE}; ///< Router filter-mode; EXCLUDE for IGMPv2.
    Time timer{0};                        ///< Time left of the group timer.
    std::map<Ipv4Address, Time> sources;  ///< Sources and the time left of their timers.
    uint8_t compatibility{3};             ///< Group Compatibility Mode (RFC 3376 section 7.3.2).
};

/**
 * @ingroup mgm
 * @brief What the state machines of an interface ask of it.
 */
class IgmpRouterLink
{
  public:
    virtual ~IgmpRouterLink() = default;

    /// @return the parameters at this moment
    virtual IgmpRouterParameters GetParameters() const = 0;

    /// @return whether the interface is served; not any more after a callback of the group manager
    ///         in which the agent was stopped or has died
    virtual bool IsServed() const = 0;

    /// @return whether this router is the querier of the network
    virtual bool IsQuerier() const = 0;

    /**
     * @brief Sends a query to the group it asks for, or to all systems.
     * @param query the query
     */
    virtual void SendQuery(const IgmpMessage& query) = 0;

    /**
     * @brief Says what is to be forwarded (RFC 3376 section 6.3).
     * @param group the group
     * @param mode INCLUDE: the given sources alone; EXCLUDE: all but the given sources
     * @param sources the sources
     */
    virtual void SetMembership(Ipv4Address group, FilterMode mode, const SourceSet& sources) = 0;

    /**
     * @brief Destroys a group, which has no state worth keeping.
     * @param group the group
     */
    virtual void Forget(Ipv4Address group) = 0;

    /**
     * @brief Counts and traces what is ignored.
     * @param cause why
     * @param group the group it is about; 0.0.0.0: none in particular
     */
    virtual void NoteDrop(IgmpRouterDrop cause, Ipv4Address group) = 0;

    /**
     * @brief Makes the subject of a machine's trace records.
     * @param machine name of the machine
     * @param sourceGroup source and group it belongs to, if any
     * @return the subject
     */
    virtual MachineSubject GetSubject(std::string_view machine,
                                      std::optional<SourceGroup> sourceGroup) const = 0;
};

} // namespace mgm
} // namespace ns3

#endif // MGM_IGMP_ROUTER_LINK_H
