/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_SOURCE_ALERTS_H
#define MGM_SOURCE_ALERTS_H

#include "mgm-client-caller.h"
#include "mgm-membership-table.h"
#include "mgm-ownership-table.h"
#include "mgm-reverse-paths.h"

#include "ns3/ipv4-address.h"
#include "ns3/mgm-tracer.h"

#include <map>
#include <optional>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief Tells the client that answers for the interface towards a source whether others want it
 * (ALR-3).
 *
 * Which client that is depends on three facts, and whoever learns that one of them has changed says
 * so: the memberships for (s,g), the route towards s, and who answers for the interface that it
 * leads to. Per (s,g) that anybody wants, it is remembered who was told. So whoever comes to answer
 * hears JOIN_ALERT if others want (s,g), and whoever was told that and does not answer any more
 * hears PRUNE_ALERT.
 *
 * IGMP's memberships on an owned interface do not count (MBR-5). The route is looked up whenever a
 * membership changes, besides; each look that finds something new is in the trace.
 */
class SourceAlerts
{
  public:
    /**
     * @param memberships who wants what
     * @param ownership who has which interface
     * @param paths where sources are
     * @param caller makes the callbacks
     * @param tracer where records go; may be replaced later
     */
    SourceAlerts(const MembershipTable& memberships,
                 const OwnershipTable& ownership,
                 ReversePaths& paths,
                 ClientCaller& caller,
                 const Ptr<Tracer>& tracer);

    /**
     * @brief Looks the route towards a source up before a membership for it changes, so that what
     * has happened until then is told first.
     * @param source the source
     */
    void Look(Ipv4Address source);

    /**
     * @brief A membership for (s,g) that counts has changed; Look() came before.
     * @param entry (s,g)
     * @param interface where
     */
    void FollowMembership(const SourceGroup& entry, const InterfaceId& interface);

    /**
     * @brief Somebody else answers for an interface, or nobody does any more.
     * @param interface the interface
     */
    void FollowAnswerer(const InterfaceId& interface);

    /**
     * @brief Routes may have changed.
     * @param network the addresses whose routes may have changed
     * @param mask its mask
     */
    void FollowRoutes(Ipv4Address network, Ipv4Mask mask);

    /// @brief Forgets everything.
    void Clear();

  private:
    /// A source that somebody wants.
    struct Source
    {
        std::optional<InterfaceId> path;          ///< interface towards it; nothing: no route
        std::map<Ipv4Address, ClientHandle> told; ///< by group: who was told that others want it
    };

    /// @param source a source
    /// @return the interface towards it (ALR-4); nothing if there is no route
    std::optional<InterfaceId> FindPath(Ipv4Address source) const;

    /// @brief Traces what the interface towards a source is from now on.
    /// @param source the source
    /// @param path the interface; nothing if there is no route
    void TracePath(Ipv4Address source, const std::optional<InterfaceId>& path) const;

    /// @brief Looks the route up, and tells of every group of the source what has changed.
    /// @param address the source
    /// @param source what is known of it
    void Review(Ipv4Address address, Source& source) const;

    /// @brief Tells who answers now, and who did, what has changed for them.
    /// @param entry (s,g)
    /// @param path interface towards the source
    /// @param told who was told that others want it; changed
    /// @param interface what a PRUNE_ALERT names
    void Tell(const SourceGroup& entry,
              const std::optional<InterfaceId>& path,
              ClientHandle& told,
              const InterfaceId& interface) const;

    /// @param entry (s,g)
    /// @param client a client, or a null handle
    /// @return whether other clients want it (M(s,g) > 0)
    bool IsWantedByOthers(const SourceGroup& entry, ClientHandle client) const;

    const MembershipTable& m_memberships;    ///< who wants what
    const OwnershipTable& m_ownership;       ///< who has which interface
    ReversePaths& m_paths;                   ///< where sources are
    ClientCaller& m_caller;                  ///< makes the callbacks
    const Ptr<Tracer>& m_tracer;             ///< where records go
    std::map<Ipv4Address, Source> m_sources; ///< the sources that are wanted
};

} // namespace mgm
} // namespace ns3

#endif // MGM_SOURCE_ALERTS_H
