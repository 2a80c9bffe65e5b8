/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-alert-order.h"

#include "mgm-alert-chooser.h"

#include <algorithm>

namespace ns3
{
namespace mgm
{

namespace
{

/// Fisher and Yates: every order is equally likely.
void
Shuffle(ClientList& clients, Ptr<UniformRandomVariable> stream)
{
    for (std::size_t i = clients.size(); i > 1; --i)
    {
        std::swap(clients[i - 1], clients[stream->GetInteger(0, i - 1)]);
    }
}

/// Lets the chooser pick one after the other.
void
Choose(ClientList& clients)
{
    for (auto next = clients.begin(); next != clients.end(); ++next)
    {
        const auto count = static_cast<uint32_t>(clients.end() - next);
        const auto chosen = next + AlertChooser::Get().Choose(count);
        std::rotate(next, chosen, chosen + 1);
    }
}

} // namespace

ClientList
GetClientsInOrder(const ClientRegistry& registry,
                  ClientHandle except,
                  AlertOrder order,
                  Ptr<UniformRandomVariable> stream)
{
    ClientList clients;
    for (const auto& [handle, client] : registry.GetAll())
    {
        if (handle != except)
        {
            clients.push_back(handle);
        }
    }
    switch (order)
    {
    case ALERT_ORDER_REGISTRATION:
        break;
    case ALERT_ORDER_REVERSE:
        std::reverse(clients.begin(), clients.end());
        break;
    case ALERT_ORDER_PROTOCOL_ID:
        std::sort(clients.begin(), clients.end(), [&](ClientHandle a, ClientHandle b) {
            return registry.Find(a)->id < registry.Find(b)->id;
        });
        break;
    case ALERT_ORDER_RANDOM:
        Shuffle(clients, stream);
        break;
    case ALERT_ORDER_CHOSEN:
        Choose(clients);
        break;
    }
    return clients;
}

} // namespace mgm
} // namespace ns3
