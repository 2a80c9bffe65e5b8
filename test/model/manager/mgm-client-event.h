/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_CLIENT_EVENT_H
#define MGM_CLIENT_EVENT_H

#include "ns3/mgm-client-id.h"
#include "ns3/mgm-interface-id.h"
#include "ns3/mgm-source-group.h"
#include "ns3/mgm-status.h"
#include "ns3/nstime.h"

#include <cstdint>
#include <ostream>
#include <string>
#include <vector>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup tests
 * @brief What a client sees of the group manager.
 */
struct ClientEvent
{
    /// A callback, or the end of a call that the client made in a callback.
    enum class Op : uint8_t
    {
        PRUNE_ALERT,
        JOIN_ALERT,
        LOCAL_JOIN,
        LOCAL_LEAVE,
        DISABLE_IGMP,
        ENABLE_IGMP,
        RETURNED,
        RPF,
        CREATION_ALERT,
        WRONG_IF,
    };

    ClientId client;        ///< who sees it
    Op op;                  ///< what it is
    SourceGroup key;        ///< source and group, if the callback has them
    uint32_t interface = 0; ///< index of the interface, if the callback is about one
    Status status{};        ///< RETURNED: what the call returned
    Time at{};              ///< when; does not take part in comparison
    bool member{true};      ///< JOIN_ALERT, PRUNE_ALERT: bMemberUpdate, bMemberDelete
    /// CREATION_ALERT: the interfaces it shows, "2 3i 4-": with IGMP members, disabled
    std::string shown{};
};

/// Several, in order.
using ClientEvents = std::vector<ClientEvent>;

/// @return whether two events are the same, at whatever time
bool operator==(const ClientEvent& a, const ClientEvent& b);

/// Writes an event as one line for messages of failed tests.
std::ostream& operator<<(std::ostream& os, const ClientEvent& event);

/**
 * @name Events to expect
 * @{
 */
ClientEvent JoinAlert(ClientId client, const SourceGroup& key);
ClientEvent PruneAlert(ClientId client, const SourceGroup& key);
ClientEvent LocalJoin(ClientId client, const SourceGroup& key, uint32_t interface);
ClientEvent LocalLeave(ClientId client, const SourceGroup& key, uint32_t interface);
ClientEvent DisableIgmp(ClientId client, uint32_t interface);
ClientEvent EnableIgmp(ClientId client, uint32_t interface);
ClientEvent Returned(ClientId client, Status status);
ClientEvent Rpf(ClientId client, const SourceGroup& key, uint32_t incoming);
ClientEvent CreationAlert(ClientId client,
                          const SourceGroup& key,
                          uint32_t incoming,
                          const std::string& shown);
ClientEvent WrongIf(ClientId client, const SourceGroup& key, uint32_t arrival);
/// JOIN_ALERT with bMemberUpdate FALSE (MFE-4).
ClientEvent EntryJoin(ClientId client, const SourceGroup& key);
/// PRUNE_ALERT with bMemberDelete FALSE (MFE-4).
ClientEvent EntryPrune(ClientId client, const SourceGroup& key, uint32_t interface);
/** @} */

} // namespace mgm
} // namespace ns3

#endif // MGM_CLIENT_EVENT_H
