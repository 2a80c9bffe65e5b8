/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_IGMP_V3_HOST_GROUPS_H
#define MGM_IGMP_V3_HOST_GROUPS_H

#include "mgm-igmp-host-groups-of.h"
#include "mgm-igmp-v3-general-response-fsm.h"
#include "mgm-igmp-v3-membership.h"

#include "ns3/mgm-deadline-timer.h"

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief The groups of an interface of an IGMPv3 host (RFC 3376 section 5), with the answer to
 *        general queries.
 */
class IgmpV3HostGroups : public IgmpHostGroupsOf<IgmpV3Membership>
{
  public:
    /// @param link the interface; it outlives the groups
    explicit IgmpV3HostGroups(IgmpHostLink& link);

    void SetFilter(Ipv4Address group, const MulticastFilter& filter) override;
    void Adopt(Ipv4Address group, const MulticastFilter& filter) override;
    void ReceiveQuery(const IgmpQuery& query) override;

    /// IGMPv3 hosts do not suppress their reports, as RFC 3376 section 7.2.2 leaves to them.
    void ReceiveReport(Ipv4Address group) override;

    void LeaveAll() override;

  private:
    using Event = IgmpV3GeneralResponseEvent;   ///< what can happen
    using Action = IgmpV3GeneralResponseAction; ///< what is done about it

    /**
     * @brief Handles an event of the answer to general queries.
     * @param event the event
     * @param delay the delay drawn for the answer
     */
    void Step(Event event, Time delay);

    /// @brief Does what the machine says.
    /// @param action the action
    /// @param delay the delay drawn for the answer
    void Perform(Action action, Time delay);

    /// @brief Sends the Current-State Records of all groups.
    void ReportAll();

    /// @return whether anything is wanted: there is something to answer a general query with
    bool HasReceptionState() const;

    StateMachine<IGMP_V3_GENERAL_RESPONSE_TABLE> m_machine; ///< the state
    DeadlineTimer m_interfaceTimer;                         ///< the interface timer
};

} // namespace mgm
} // namespace ns3

#endif // MGM_IGMP_V3_HOST_GROUPS_H
