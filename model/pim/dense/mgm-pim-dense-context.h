/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_PIM_DENSE_CONTEXT_H
#define MGM_PIM_DENSE_CONTEXT_H

#include "mgm-pim-dense-macros.h"
#include "mgm-pim-dense-parameters.h"

#include <functional>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief What the machines of an (S,G) ask of its entry.
 */
class PimDenseContext
{
  public:
    virtual ~PimDenseContext() = default;

    /// @return the (S,G)
    virtual const SourceGroup& GetSourceGroup() const = 0;

    /// @return the parameters at this moment
    virtual PimDenseParameters GetParameters() const = 0;

    /// @return the node
    virtual const PimDenseEnvironment& GetEnvironment() const = 0;

    /// @return the macros
    virtual const PimDenseMacros& GetMacros() const = 0;

    /// @param interface an interface
    /// @return t_override: a random time between 0 and OI(I)
    virtual Time DrawOverrideDelay(uint32_t interface) = 0;

    /**
     * @brief Handles an event, and then whatever it has led to in the other machines. Events from
     * outside, as the expiry of a timer, come in this way.
     * @param event does what the event is
     */
    virtual void Handle(const std::function<void()>& event) = 0;

    /**
     * @brief Sends a message about the group; not across its boundary (RFC 3973 section 5.4), nor
     * where PIM is not in service.
     * @param message the message
     * @param interface the interface
     * @param destination ALL-PIM-ROUTERS or a neighbor
     */
    virtual void Send(const PimMessage& message,
                      uint32_t interface,
                      Ipv4Address destination = PIM_ALL_ROUTERS) = 0;

    /// @brief Acknowledges the (S,G) of the Graft that is being handled.
    virtual void AckGraft() = 0;

    /**
     * @brief Originates State Refreshes (RFC 3973 section 4.5.2).
     * @param ttl their TTL
     * @param pruneNow their Prune Now flag
     */
    virtual void OriginateRefresh(uint8_t ttl, bool pruneNow) = 0;

    /**
     * @brief Hears that a State Refresh is being sent.
     * @param interface the interface
     * @param interval the State Refresh Interval in it
     */
    virtual void OnRefreshSent(uint32_t interface, Time interval) = 0;

    /**
     * @brief Makes the subject of a machine's trace records.
     * @param machine name of the machine
     * @param interface the interface it belongs to, if it belongs to one
     * @return the subject
     */
    virtual MachineSubject GetSubject(std::string_view machine,
                                      std::optional<uint32_t> interface = {}) const = 0;
};

} // namespace mgm
} // namespace ns3

#endif // MGM_PIM_DENSE_CONTEXT_H
