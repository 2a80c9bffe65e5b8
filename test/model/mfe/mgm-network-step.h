/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_NETWORK_STEP_H
#define MGM_NETWORK_STEP_H

#include <array>
#include <cstdint>
#include <ostream>

namespace ns3
{
namespace mgm
{

/// One step in a random network. Numbers are taken modulo what there is of their kind.
struct NetworkStep
{
    /// What happens.
    enum class Verb : uint8_t
    {
        PACKET,
        ADD,
        DELETE,
        TAKE,
        RELEASE,
        FAIL,
        POWER,
        LINK,
        ROUTE,
        UNROUTE,
        NOTIFY,
        WAIT,
        START, // is not drawn
    };

    Verb verb;          ///< what happens
    uint32_t router;    ///< which router; LINK: which link
    uint32_t interface; ///< which interface; ROUTE: which neighbor
    uint32_t client;    ///< which client
    uint32_t host;      ///< which host is the source
    uint32_t group;     ///< which group
    uint32_t wildcard;  ///< how much of source and group a membership is for
    uint32_t flags;     ///< ADD, DELETE
    uint32_t number;    ///< WAIT: seconds; UNROUTE: what is removed
    bool isTold;        ///< whether somebody says that routes have changed
};

/// @return a step made of a random number
NetworkStep MakeNetworkStep(uint64_t bits);

/// Writes a step, as it was drawn.
std::ostream& operator<<(std::ostream& os, const NetworkStep& step);

} // namespace mgm
} // namespace ns3

#endif // MGM_NETWORK_STEP_H
