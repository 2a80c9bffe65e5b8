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
           a.status == b.status && a.member == b.member && a.shown == b.shown;
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
                                     "RETURNED",
                                     "RPF",
                                     "CREATION_ALERT",
                                     "WRONG_IF"};
    os << event.client << ' ' << NAMES[static_cast<int>(event.op)];
    if (event.op == Op::RETURNED)
    {
        return os << ' ' << event.status;
    }
    if (event.op != Op::DISABLE_IGMP && event.op != Op::ENABLE_IGMP)
    {
        os << ' ' << event.key;
    }
    if (event.op > Op::JOIN_ALERT || !event.member)
    {
        os << " if " << event.interface;
    }
    os << (event.member ? "" : " FALSE");
    return event.shown.empty() ? os : os << " shows " << event.shown;
}

ClientEvent
JoinAlert(ClientId client, const SourceGroup& key)
{
    return {client, Op::JOIN_ALERT, key, 0, {}, {}, true, {}};
}

ClientEvent
PruneAlert(ClientId client, const SourceGroup& key)
{
    return {client, Op::PRUNE_ALERT, key, 0, {}, {}, true, {}};
}

ClientEvent
LocalJoin(ClientId client, const SourceGroup& key, uint32_t interface)
{
    return {client, Op::LOCAL_JOIN, key, interface, {}, {}, true, {}};
}

ClientEvent
LocalLeave(ClientId client, const SourceGroup& key, uint32_t interface)
{
    return {client, Op::LOCAL_LEAVE, key, interface, {}, {}, true, {}};
}

ClientEvent
DisableIgmp(ClientId client, uint32_t interface)
{
    return {client, Op::DISABLE_IGMP, {}, interface, {}, {}, true, {}};
}

ClientEvent
EnableIgmp(ClientId client, uint32_t interface)
{
    return {client, Op::ENABLE_IGMP, {}, interface, {}, {}, true, {}};
}

ClientEvent
Returned(ClientId client, Status status)
{
    return {client, Op::RETURNED, {}, 0, status, {}, true, {}};
}

ClientEvent
Rpf(ClientId client, const SourceGroup& key, uint32_t incoming)
{
    return {client, Op::RPF, key, incoming, {}, {}, true, {}};
}

ClientEvent
CreationAlert(ClientId client, const SourceGroup& key, uint32_t incoming, const std::string& shown)
{
    return {client, Op::CREATION_ALERT, key, incoming, {}, {}, true, shown};
}

ClientEvent
WrongIf(ClientId client, const SourceGroup& key, uint32_t arrival)
{
    return {client, Op::WRONG_IF, key, arrival, {}, {}, true, {}};
}

ClientEvent
EntryJoin(ClientId client, const SourceGroup& key)
{
    return {client, Op::JOIN_ALERT, key, 0, {}, {}, false, {}};
}

ClientEvent
EntryPrune(ClientId client, const SourceGroup& key, uint32_t interface)
{
    return {client, Op::PRUNE_ALERT, key, interface, {}, {}, false, {}};
}

} // namespace mgm
} // namespace ns3
