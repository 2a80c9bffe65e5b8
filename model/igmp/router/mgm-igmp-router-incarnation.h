/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_IGMP_ROUTER_INCARNATION_H
#define MGM_IGMP_ROUTER_INCARNATION_H

#include "mgm-igmp-router-link.h"

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief What the state machines of one incarnation ask of their interface.
 *
 * A client may stop or crash the agent, and start it again, in a callback that comes of what a
 * state machine has told the group manager. The machine is then still at work: what it does after
 * that has died with its incarnation, and must not reach the next one.
 */
class IgmpRouterIncarnation : public IgmpRouterLink
{
  public:
    /// @param interface the interface; it outlives the incarnation
    explicit IgmpRouterIncarnation(IgmpRouterLink& interface);

    /// @brief The interface is not served any more.
    void End();

    IgmpRouterParameters GetParameters() const override;
    bool IsServed() const override;
    bool IsQuerier() const override;
    void SendQuery(const IgmpMessage& query) override;
    void SetMembership(Ipv4Address group, FilterMode mode, const SourceSet& sources) override;
    void Forget(Ipv4Address group) override;
    void NoteDrop(IgmpRouterDrop cause, Ipv4Address group) override;
    MachineSubject GetSubject(std::string_view machine,
                              std::optional<SourceGroup> sourceGroup) const override;

  private:
    IgmpRouterLink& m_interface; ///< the interface
    bool m_served{true};         ///< whether it still is
};

} // namespace mgm
} // namespace ns3

#endif // MGM_IGMP_ROUTER_INCARNATION_H
