/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_CALL_CLOCK_H
#define MGM_CALL_CLOCK_H

#include "mgm-client-registry.h"
#include "mgm-dispatcher.h"

#include "ns3/callback.h"
#include "ns3/mgm-client-id.h"
#include "ns3/nstime.h"
#include "ns3/random-variable-stream.h"

#include <map>
#include <vector>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief Knows when the calls of each client have returned in simulated time (doc/mgm.rst, Time).
 */
class CallClock
{
  public:
    /**
     * @param registry the clients
     * @param dispatcher the queue of callbacks that calls wait for
     */
    CallClock(const ClientRegistry& registry, Dispatcher& dispatcher);

    ~CallClock();

    /**
     * @brief Notes that a call keeps its client busy.
     * @param client the client
     * @param cost how long, after its earlier calls [s]; null is no time
     */
    void Spend(ClientHandle client, const Ptr<RandomVariableStream>& cost);

    /// @brief Notes that a call of the client began a change of ownership.
    /// @param client the client
    void BeginChange(ClientHandle client);

    /// @brief Notes that this change is complete.
    /// @param client the client
    void EndChange(ClientHandle client);

    /**
     * @brief Calls back when the client's calls so far have returned: at once if they have.
     * @param client the client
     * @param next what to call; dropped if the client is gone by then
     */
    void CallWhenReturned(ClientHandle client, Callback<void> next);

    /// @brief Forgets a client that is gone, and what waits for it.
    /// @param client the client
    void Forget(ClientHandle client);

    /// @brief Forgets everything.
    void Clear();

  private:
    /// The calls of a client.
    struct Calls
    {
        Time returnAt;                       ///< when the last one returns
        uint32_t changes{0};                 ///< changes of ownership in progress
        std::vector<Callback<void>> waiting; ///< what is called when those are complete
        std::vector<EventId> timers;         ///< what is called later
    };

    /// @brief Goes on once all callbacks are made.
    /// @param client the client
    /// @param next what to call
    void AfterCallbacks(ClientHandle client, const Callback<void>& next);

    const ClientRegistry& m_registry;      ///< the clients
    Dispatcher& m_dispatcher;              ///< the queue of callbacks
    std::map<ClientHandle, Calls> m_calls; ///< the clients that are or were busy
};

} // namespace mgm
} // namespace ns3

#endif // MGM_CALL_CLOCK_H
