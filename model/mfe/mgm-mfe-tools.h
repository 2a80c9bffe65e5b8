/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_MFE_TOOLS_H
#define MGM_MFE_TOOLS_H

#include "ns3/mgm-client-caller.h"
#include "ns3/mgm-client-registry.h"
#include "ns3/mgm-dispatcher.h"
#include "ns3/mgm-membership-table.h"
#include "ns3/mgm-ownership-table.h"
#include "ns3/mgm-reverse-paths.h"
#include "ns3/mgm-tracer.h"

#include <functional>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief The parts of the group manager that forwarding entries have to do with.
 */
struct MfeTools
{
    const ClientRegistry& registry;      ///< The clients.
    const OwnershipTable& ownership;     ///< Who has which interface.
    const MembershipTable& memberships;  ///< Who wants what.
    ReversePaths& paths;                 ///< Where sources are.
    ClientCaller& caller;                ///< Makes the callbacks.
    Dispatcher& dispatcher;              ///< Their queue.
    const Ptr<Tracer>& tracer;           ///< Where records go.
    std::function<ClientList()> clients; ///< The clients in the order of alerts (ALR-5).
    std::function<Ptr<Ipv4Route>(const RpfQuery&)> makeRoute; ///< Makes the RPF's route.
    /// The route towards a source was seen to have moved: all who follow it have to know.
    std::function<void(Ipv4Address source)> routeMoved;
};

} // namespace mgm
} // namespace ns3

#endif // MGM_MFE_TOOLS_H
