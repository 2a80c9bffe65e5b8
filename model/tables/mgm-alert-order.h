/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_ALERT_ORDER_H
#define MGM_ALERT_ORDER_H

#include "mgm-client-registry.h"

#include "ns3/random-variable-stream.h"

#include <cstdint>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief The order in which several clients are alerted (ALR-5).
 */
enum AlertOrder : uint8_t
{
    ALERT_ORDER_REGISTRATION, ///< As they registered.
    ALERT_ORDER_REVERSE,      ///< The newest first.
    ALERT_ORDER_PROTOCOL_ID,  ///< By protocol id, then component id.
    ALERT_ORDER_RANDOM,       ///< Drawn anew for each change.
    ALERT_ORDER_CHOSEN,       ///< As the AlertChooser says, for those who explore all orders.
};

/**
 * @brief Puts the registered clients into the order in which they are alerted.
 * @param registry the clients
 * @param except a client to leave out
 * @param order the order
 * @param stream where RANDOM draws from
 * @return the clients
 */
ClientList GetClientsInOrder(const ClientRegistry& registry,
                             ClientHandle except,
                             AlertOrder order,
                             Ptr<UniformRandomVariable> stream);

} // namespace mgm
} // namespace ns3

#endif // MGM_ALERT_ORDER_H
