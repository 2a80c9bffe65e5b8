/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-client-event.h"

namespace ns3
{
namespace mgm
{

using Op = ClientEvent::Op;

bool
operator==(const ClientEvent& a, const ClientEvent& b)
{
    return a.client == b.client && a.op == b.op && a.key == b.key && a.interface == b.interface &&
           a.status == b.status;
}

std::ostream&
operator<<(std::ostream& os, const ClientEvent& event)
{
    constexpr const char* NAMES[] = {"PRUNE_ALERT",
                                     "JOIN_ALERT",
                                     "LOCAL_JOIN",
                                     "LOCAL_LEAVE",
                                     "DISABLE_IGMP",
                                     "ENABLE_IGMP",
                                     "RETURNED"};
    os << event.client << ' ' << NAMES[static_cast<int>(event.op)];
    if (event.op == Op::RETURNED)
    {
        return os << ' ' << event.status;
    }
    if (event.op < Op::DISABLE_IGMP)
    {
        os << ' ' << event.key;
    }
    if (event.op > Op::JOIN_ALERT)
    {
        os << " if " << event.interface;
    }
    return os;
}

ClientEvent
JoinAlert(ClientId client, const SourceGroup& key)
{
    return {client, Op::JOIN_ALERT, key, 0, {}, {}};
}

ClientEvent
PruneAlert(ClientId client, const SourceGroup& key)
{
    return {client, Op::PRUNE_ALERT, key, 0, {}, {}};
}

ClientEvent
LocalJoin(ClientId client, const SourceGroup& key, uint32_t interface)
{
    return {client, Op::LOCAL_JOIN, key, interface, {}, {}};
}

ClientEvent
LocalLeave(ClientId client, const SourceGroup& key, uint32_t interface)
{
    return {client, Op::LOCAL_LEAVE, key, interface, {}, {}};
}

ClientEvent
DisableIgmp(ClientId client, uint32_t interface)
{
    return {client, Op::DISABLE_IGMP, {}, interface, {}, {}};
}

ClientEvent
EnableIgmp(ClientId client, uint32_t interface)
{
    return {client, Op::ENABLE_IGMP, {}, interface, {}, {}};
}

ClientEvent
Returned(ClientId client, Status status)
{
    return {client, Op::RETURNED, {}, 0, status, {}};
}

} // namespace mgm
} // namespace ns3
