/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_CLIENT_CALLER_H
#define MGM_CLIENT_CALLER_H

#include "mgm-callback-chain.h"
#include "mgm-client-registry.h"
#include "mgm-dispatcher.h"

#include "ns3/mgm-tracer.h"
#include "ns3/random-variable-stream.h"

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief Makes the callbacks of clients, traced and through the queue of the dispatcher.
 *
 * A null callback is skipped. A callback that comes due after its client is gone is dropped, and
 * the trace says so.
 */
class ClientCaller
{
  public:
    /**
     * @param registry the clients
     * @param dispatcher the queue
     * @param tracer where records go; may be replaced later
     */
    ClientCaller(const ClientRegistry& registry, Dispatcher& dispatcher, const Ptr<Tracer>& tracer);

    /// @param cost time that delivering a callback takes [s]; null is none
    void SetCost(Ptr<RandomVariableStream> cost);

    /// @return time that delivering a callback takes [s]
    Ptr<RandomVariableStream> GetCost() const;

    /// @return what ends chains of callbacks
    CallbackChain& GetChain()
    {
        return m_chain;
    }

    /// @copydoc GetChain
    const CallbackChain& GetChain() const
    {
        return m_chain;
    }

    /// What becomes of a callback that asks something when its turn has come.
    enum class Turn : uint8_t
    {
        OVER,    ///< Nobody wants an answer any more.
        SKIPPED, ///< There is nothing left to ask this client.
        DUE,     ///< It is made.
    };

    /// What a callback that asks something belongs to.
    struct Inquiry
    {
        /// Finds out what becomes of it, and brings up to date what it asks.
        std::function<Turn()> prepare;
        /// Done when it has returned, or in its place if it is skipped or the client has no such
        /// callback.
        std::function<void()> after;
    };

    /**
     * @brief Queues an RPF callback.
     * @param to the client
     * @param query what is asked, and answered
     * @param inquiry what it belongs to
     */
    void Rpf(ClientHandle to, std::shared_ptr<RpfQuery> query, Inquiry inquiry);

    /**
     * @brief Queues a CREATION_ALERT.
     * @param to the client
     * @param entry source and group of the forwarding entry
     * @param incoming its incoming interface
     * @param interfaces the interfaces of the client that it has when the callback is made, and
     *        what the client says of them
     * @param inquiry what it belongs to
     */
    void CreationAlert(ClientHandle to,
                       const SourceGroup& entry,
                       const InterfaceId& incoming,
                       std::shared_ptr<std::vector<InterfaceEntry>> interfaces,
                       Inquiry inquiry);

    /**
     * @brief Queues a WRONG_IF callback.
     * @param to the client
     * @param entry source and group of the packet
     * @param arrival the interface on which it arrived
     * @param header its header
     */
    void WrongIf(ClientHandle to,
                 const SourceGroup& entry,
                 const InterfaceId& arrival,
                 const Ipv4Header& header);

    /**
     * @brief Queues a JOIN_ALERT.
     * @param to the client
     * @param entry what is joined
     * @param memberUpdate bMemberUpdate
     */
    void JoinAlert(ClientHandle to, const SourceGroup& entry, bool memberUpdate);

    /**
     * @brief Queues a PRUNE_ALERT about memberships (bMemberDelete).
     * @param to the client
     * @param entry what is pruned
     * @param interface where the last membership was deleted
     */
    void PruneAlert(ClientHandle to, const SourceGroup& entry, const InterfaceId& interface);

    /**
     * @brief Queues a PRUNE_ALERT about a forwarding entry (not bMemberDelete, MFE-4).
     * @param to the client
     * @param entry source and group of the forwarding entry
     * @param interface the interface that was the last one
     * @param timeout the time that the entry stays cached unless the client sets another
     * @param after told the time that the client has set
     */
    void PruneAlert(ClientHandle to,
                    const SourceGroup& entry,
                    const InterfaceId& interface,
                    Time timeout,
                    std::function<void(Time)> after);

    /**
     * @brief Queues a LOCAL_JOIN.
     * @param to the owner
     * @param entry what IGMP added
     * @param interface where
     */
    void LocalJoin(ClientHandle to, const SourceGroup& entry, const InterfaceId& interface);

    /**
     * @brief Queues a LOCAL_LEAVE.
     * @param to the owner
     * @param entry what IGMP deleted
     * @param interface where
     */
    void LocalLeave(ClientHandle to, const SourceGroup& entry, const InterfaceId& interface);

    /**
     * @brief Queues a DISABLE_IGMP.
     * @param to IGMP
     * @param interface where
     * @param before done immediately before the callback
     * @param after done when it has returned
     */
    void DisableIgmp(ClientHandle to,
                     const InterfaceId& interface,
                     std::function<void()> before,
                     std::function<void()> after);

    /**
     * @brief Queues an ENABLE_IGMP.
     * @param to IGMP
     * @param interface where
     * @param after done when it has returned
     */
    void EnableIgmp(ClientHandle to, const InterfaceId& interface, std::function<void()> after);

    /// @return the client whose ENABLE_IGMP is being made at this moment; a null handle if none is
    ClientHandle GetClientInEnable() const
    {
        return m_inEnable;
    }

  private:
    /// Says which of a client's callbacks is meant.
    template <typename Function>
    using CallbackMember = Function ClientCallbacks::*;

    /// What a callback is about, for the trace.
    struct Subject
    {
        std::string_view op;                    ///< name of the callback
        std::optional<InterfaceId> interface;   ///< interface
        std::optional<SourceGroup> sourceGroup; ///< source and group
        std::string_view event;                 ///< what kind of alert it is
    };

    /**
     * @brief Queues a callback that the client has.
     * @param to the client
     * @param callback which of its callbacks
     * @param subject what it is about
     * @param invoke makes the call
     */
    template <typename Function, typename Invoke>
    void Post(ClientHandle to,
              CallbackMember<Function> callback,
              const Subject& subject,
              Invoke invoke);

    /**
     * @brief Queues a callback that asks something.
     * @param to the client
     * @param callback which of its callbacks; skipped, at no cost, if null
     * @param subject what it is about
     * @param invoke makes the call
     * @param inquiry what it belongs to
     */
    template <typename Function, typename Invoke>
    void PostInquiry(ClientHandle to,
                     CallbackMember<Function> callback,
                     const Subject& subject,
                     Invoke invoke,
                     Inquiry inquiry);

    /**
     * @brief Makes a callback now.
     * @param to the client
     * @param callback which of its callbacks; skipped if null
     * @param subject what it is about
     * @param invoke makes the call
     * @return whether what follows is still to be done: not if the manager has crashed meanwhile
     */
    template <typename Function, typename Invoke>
    bool CallNow(ClientHandle to,
                 CallbackMember<Function> callback,
                 const Subject& subject,
                 Invoke invoke);

    /// @brief Traces that a callback came too late.
    /// @param to the client that is gone
    /// @param subject what it is about
    void TraceDropped(ClientHandle to, const Subject& subject) const;

    /// @brief Starts a record about a callback.
    /// @param client the client
    /// @param subject what it is about
    /// @return the record
    static TraceRecord MakeRecord(const Client& client, const Subject& subject);

    const ClientRegistry& m_registry; ///< the clients
    Dispatcher& m_dispatcher;         ///< the queue
    const Ptr<Tracer>& m_tracer;      ///< where records go
    Ptr<RandomVariableStream> m_cost; ///< cost of a callback [s]
    ClientHandle m_inEnable;          ///< whose ENABLE_IGMP is being made
    CallbackChain m_chain;            ///< ends chains of callbacks
};

} // namespace mgm
} // namespace ns3

#endif // MGM_CLIENT_CALLER_H
