/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_IGMP_HOST_LINK_H
#define MGM_IGMP_HOST_LINK_H

#include "ns3/mgm-igmp-message.h"
#include "ns3/mgm-transition-table.h"
#include "ns3/nstime.h"

#include <optional>
#include <string_view>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief What the state machines of an interface of a host ask of it.
 */
class IgmpHostLink
{
  public:
    virtual ~IgmpHostLink() = default;

    /// @return Robustness Variable
    virtual uint8_t GetRobustness() const = 0;

    /// @return whether the Querier speaks IGMPv1, as an IGMPv2 host knows it (RFC 2236 section 4)
    virtual bool IsV1QuerierPresent() const = 0;

    /// @return Unsolicited Report Interval
    virtual Time GetUnsolicitedReportInterval() const = 0;

    /**
     * @brief Draws a random delay.
     * @param longest the longest possible one
     * @return the delay
     */
    virtual Time DrawDelay(Time longest) = 0;

    /**
     * @brief Sends a message.
     * @param message the message
     * @param destination IP destination
     */
    virtual void Send(const IgmpMessage& message, Ipv4Address destination) = 0;

    /**
     * @brief Sends group records in as many reports as they need.
     * @param records the records; if there are none, nothing is sent
     */
    virtual void SendReport(const std::vector<IgmpGroupRecord>& records) = 0;

    /**
     * @brief Destroys a group that is not wanted and about which nothing is to be sent any more.
     * @param group the group
     */
    virtual void Forget(Ipv4Address group) = 0;

    /**
     * @brief Makes the subject of a machine's trace records.
     * @param machine name of the machine
     * @param group the group it belongs to, if any
     * @return the subject
     */
    virtual MachineSubject GetSubject(std::string_view machine,
                                      std::optional<Ipv4Address> group) const = 0;
};

} // namespace mgm
} // namespace ns3

#endif // MGM_IGMP_HOST_LINK_H
