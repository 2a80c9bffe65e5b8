/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_CLIENT_REGISTRY_H
#define MGM_CLIENT_REGISTRY_H

#include "ns3/mgm-client-callbacks.h"
#include "ns3/mgm-client-id.h"
#include "ns3/mgm-interface-id.h"

#include <map>
#include <string>
#include <vector>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief A client, as long as it is registered.
 */
struct Client
{
    ClientHandle handle;                 ///< What it calls with.
    ClientId id;                         ///< What it is registered as.
    std::string name;                    ///< What traces call it.
    ClientCallbacks callbacks;           ///< What it is called with.
    std::vector<InterfaceId> interfaces; ///< What it has taken or is taking, in that order.
};

/// @ingroup mgm
/// @brief Some clients.
using ClientList = std::vector<ClientHandle>;

/**
 * @ingroup mgm
 * @brief The registered clients of a node (REG-1 to REG-4).
 */
class ClientRegistry
{
  public:
    /// The clients by handle: the order of registration.
    using Clients = std::map<ClientHandle, Client>;

    /**
     * @brief Registers a client.
     * @param id its id
     * @param name its name; empty: made of the id
     * @param callbacks its callbacks
     * @return the client, or null if the id is registered already (REG-2)
     */
    Client* Add(ClientId id, const std::string& name, const ClientCallbacks& callbacks);

    /**
     * @brief Removes a client; its handle is dead from now on (REG-3, REG-4).
     * @param handle the client
     */
    void Remove(ClientHandle handle);

    /// @brief Removes all clients.
    void Clear();

    /**
     * @param handle a handle
     * @return the client, or null if the handle is not, or no longer, valid
     */
    Client* Find(ClientHandle handle);

    /// @copydoc Find
    const Client* Find(ClientHandle handle) const;

    /// @return all clients in the order of registration
    const Clients& GetAll() const
    {
        return m_clients;
    }

    /**
     * @brief Finds out what a client is or was called, for traces.
     * @param handle a handle
     * @return the client with that handle, also if it is gone; null if the handle was never given
     * out
     */
    const Client* FindEver(ClientHandle handle) const;

  private:
    Clients m_clients;        ///< the registered clients
    Clients m_gone;           ///< id and name of those that are not registered any more
    uint32_t m_lastHandle{0}; ///< newest handle given out
};

} // namespace mgm
} // namespace ns3

#endif // MGM_CLIENT_REGISTRY_H
