/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_MULTICAST_GROUP_MANAGER_H
#define MGM_MULTICAST_GROUP_MANAGER_H

#include "mgm-call-rules.h"
#include "mgm-call-tracer.h"
#include "mgm-membership-flags.h"

#include "ns3/mgm-alert-order.h"
#include "ns3/mgm-call-clock.h"
#include "ns3/mgm-client-callbacks.h"
#include "ns3/mgm-client-caller.h"
#include "ns3/mgm-client-registry.h"
#include "ns3/mgm-dispatcher.h"
#include "ns3/mgm-group-enumerations.h"
#include "ns3/mgm-membership-keeper.h"
#include "ns3/mgm-mfe-buffer-reader.h"
#include "ns3/mgm-mfe-keeper.h"
#include "ns3/mgm-mfe-range.h"
#include "ns3/mgm-mfe.h"
#include "ns3/mgm-multicast-rib.h"
#include "ns3/mgm-ownership-changer.h"
#include "ns3/mgm-ownership-table.h"
#include "ns3/mgm-reverse-paths.h"
#include "ns3/mgm-status.h"
#include "ns3/mgm-tracer.h"
#include "ns3/object.h"
#include "ns3/random-variable-stream.h"
#include "ns3/traced-callback.h"

#include <optional>
#include <string>
#include <vector>

namespace ns3
{

class Node;

namespace mgm
{

/**
 * @ingroup mgm
 * @brief The Multicast Group Manager of a node.
 *
 * Multicast routing protocols and IGMP register with it as clients, take and give up the ownership
 * of interfaces, tell it the groups that receivers want, and are alerted to what other clients
 * want. The functions are those of the Windows API without their `Mgm` prefix and keep its status
 * values. The forwarder hands packets up that it has no entry for, and is told the entries.
 *
 * **Who owns what.** The manager owns all its parts: the tables (clients, ownership, memberships,
 * enumerations; model/tables), the forwarding entries (model/mfe), and the queue of callbacks. The
 * parts have references to each other, but none knows who follows it: that is in one place, at
 * ConnectParts(). The multicast view of the routes (model/rib) is made for the node, or set from
 * outside; the forwarding cache belongs to the forwarder. Of a client the manager knows its
 * callbacks, and a handle that is never used again (REG-4).
 *
 * **What arrives, and in which order it is handled.**
 *
 * - A call of a client. Its enter record is traced; CallRules judges it, and what is refused
 *   changes nothing. The tables are changed completely, and whoever follows does so at once: the
 *   alerts of memberships, then the forwarding entries. All that clients are to hear of it is only
 *   queued (ALR-6). Then the cost of the call is noted and the queue drained, the leave record is
 *   traced, and the call returns.
 * - A callback. The queue is first in, first out: callbacks are made in the order of their causes,
 *   several that one change causes in the order of the attribute AlertOrder (ALR-5). A client may
 *   call inside of it: then the callbacks that an earlier change has caused and that are still
 *   queued are made first, inside that call, so that every client hears of changes in the order in
 *   which they happened. With CallbackDelivery posted, or at a cost, the queue is drained by later
 *   events, in the same order; ALR-8 ends chains that would not end.
 * - An upcall of the forwarder: a packet without an entry (MFE-1), or on a wrong interface (MFE-3).
 *   It is handled as a call is; the answer may take time.
 * - A change of routes that the multicast view tells of, and the end of a span of time: of a change
 *   of owner, of a forwarding entry.
 * - A crash (Crash()): everything that waits is dropped. It may come inside any of the above, so
 *   whoever goes on after a callback compares the epoch of the dispatcher.
 *
 * **The bracket of OWN-3.** Between DISABLE_IGMP and ENABLE_IGMP of an interface:
 *
 * - nobody answers for the interface; it is reserved for the next owner (OWN-10), and IGMP may
 *   neither add nor delete there (OWN-4, OWN-11);
 * - when the owner changes, IGMP's memberships there, on a release those of the owner, and the
 *   forwarding entries that come in there are gone (OWN-5, OWN-7), and every client that is alerted
 *   to that has been called;
 * - when ENABLE_IGMP is made, the new owner is the owner and may add. What IGMP adds again in a
 *   later event is therefore a LOCAL_JOIN for it: no membership is lost by a change of owner.
 *
 * DISABLE_IGMP is followed by ENABLE_IGMP whoever dies meanwhile, unless IGMP or the node does.
 *
 * **What must hold.** Between events, and whenever a call returns at no cost: who owns, wants and
 * was told what agrees in all tables (I1 to I9 of doc/rules.md, checked on traces by
 * `mgm trace check`), and IsIdle() if no time is passing.
 *
 * Rules: doc/rules.md. Aggregate one to a node that runs IPv4 (see MgmHelper).
 */
class MulticastGroupManager : public Object
{
  public:
    /// @return the TypeId
    static TypeId GetTypeId();

    MulticastGroupManager();
    ~MulticastGroupManager() override;

    /**
     * @name Registration (REG)
     * @{
     */

    /**
     * @brief Registers a client: MgmRegisterMProtocol.
     * @param callbacks what the manager calls; any of them may be null
     * @param id protocol and component id, unique on the node (REG-2)
     * @param name name for traces; empty: one made of the id
     * @param[out] client handle for every later call
     * @return NO_ERROR, ERROR_ALREADY_EXISTS if the id is registered, or ERROR_CAN_NOT_COMPLETE
     *         before the manager has started (REG-7)
     */
    Status RegisterMProtocol(const ClientCallbacks& callbacks,
                             ClientId id,
                             const std::string& name,
                             ClientHandle& client);

    /**
     * @brief Deregisters a client: MgmDeRegisterMProtocol (REG-3).
     * @param client the client
     * @return NO_ERROR, ERROR_INVALID_PARAMETER for a bad handle, or ERROR_CAN_NOT_COMPLETE while
     * it has interfaces
     */
    Status DeRegisterMProtocol(ClientHandle client);

    /**
     * @brief Removes a client that died: releases each interface on its behalf in the order in
     * which it took them, and deregisters it (REG-5). It is not called back any more.
     * @param client the client
     * @return NO_ERROR, or ERROR_INVALID_PARAMETER for a bad handle
     */
    Status FailClient(ClientHandle client);

    /// @brief The manager does not run before Start(): nobody can register (REG-7). To be called
    ///        before anybody has.
    void AwaitStart();

    /// @brief The manager starts, if it has awaited that.
    void Start();

    /**
     * @brief The node crashes, and the manager with it (REG-6).
     *
     * Registrations, owners, memberships, forwarding entries, changes of owner under way and
     * callbacks that wait are gone in this instant: nobody is called back, nothing takes time, and
     * all handles are dead. Attributes, the view of the routing table and the forwarding plane
     * stay. Agents of the node are crashed afterwards.
     */
    void Crash();

    /** @} */

    /**
     * @name Interface ownership (OWN)
     * @{
     */

    /**
     * @brief Takes an interface: MgmTakeInterfaceOwnership.
     *
     * With IGMP there, the change is bracketed by its DISABLE and ENABLE callbacks (OWN-3). The
     * change takes the time of the attribute OwnershipChangeDuration (OWN-10).
     *
     * @param client the client
     * @param interface the interface
     * @return NO_ERROR; ERROR_ALREADY_EXISTS if it is owned, also by the caller itself, or reserved
     *         (OWN-9, OWN-10); ERROR_INVALID_PARAMETER for a bad handle or an index that the node
     *         does not have
     */
    Status TakeInterfaceOwnership(ClientHandle client, const InterfaceId& interface);

    /**
     * @brief Gives an interface up: MgmReleaseInterfaceOwnership.
     *
     * Deletes what the client keeps there. With IGMP there, the change is bracketed (OWN-3).
     *
     * @param client the client
     * @param interface the interface
     * @return NO_ERROR; ERROR_INVALID_PARAMETER for a bad handle, or an interface that the client
     *         does not have; ERROR_CAN_NOT_COMPLETE during a change (OWN-10)
     */
    Status ReleaseInterfaceOwnership(ClientHandle client, const InterfaceId& interface);

    /**
     * @brief Names who has an interface: MgmGetProtocolOnInterface (OWN-6).
     *
     * Needs no handle.
     *
     * @param interface the interface
     * @param[out] id the owner; IGMP if only IGMP is there
     * @return NO_ERROR, or ERROR_NOT_FOUND if nobody is
     */
    Status GetProtocolOnInterface(const InterfaceId& interface, ClientId& id);

    /**
     * @brief As above, on behalf of a client: the trace then names it.
     * @param client the client that asks
     * @param interface the interface
     * @param[out] id the owner; IGMP if only IGMP is there
     * @return NO_ERROR, or ERROR_NOT_FOUND if nobody is
     */
    Status GetProtocolOnInterface(ClientHandle client, const InterfaceId& interface, ClientId& id);

    /** @} */

    /**
     * @name Group membership (MBR)
     * @{
     */

    /**
     * @brief Says that receivers exist on an interface: MgmAddGroupMembershipEntry.
     * @param client the client
     * @param entry (s,g), (*,g) or (*,*) (MBR-2)
     * @param interface the interface; the client has taken it
     * @param flags MembershipFlags; at least one
     * @return NO_ERROR, also if the entry exists; ERROR_INVALID_PARAMETER for a bad handle, entry
     * or flag, or an interface that another protocol owns; ERROR_CAN_NOT_COMPLETE on an interface
     * that the client has not taken or whose owner is changing (MBR-3, OWN-11)
     */
    Status AddGroupMembershipEntry(ClientHandle client,
                                   const SourceGroupEntry& entry,
                                   const InterfaceId& interface,
                                   uint32_t flags = MGM_JOIN_STATE_FLAG);

    /**
     * @brief Says that receivers are gone: MgmDeleteGroupMembershipEntry.
     * @param client the client
     * @param entry (s,g), (*,g) or (*,*) (MBR-2)
     * @param interface the interface
     * @param flags MembershipFlags; at least one
     * @return NO_ERROR, also if there is no such entry; ERROR_INVALID_PARAMETER for a bad handle,
     *         entry or flag, or an interface that another protocol owns; ERROR_NOT_FOUND for an
     *         interface unknown to the manager; ERROR_CAN_NOT_COMPLETE on one that the client has
     * not taken or whose owner is changing (MBR-3, OWN-11)
     */
    Status DeleteGroupMembershipEntry(ClientHandle client,
                                      const SourceGroupEntry& entry,
                                      const InterfaceId& interface,
                                      uint32_t flags = MGM_JOIN_STATE_FLAG);

    /** @} */

    /**
     * @name Enumeration of groups (ENU)
     * @{
     */

    /**
     * @brief Starts an enumeration: MgmGroupEnumerationStart.
     * @param client the client
     * @param type which entries (ENU-2)
     * @param[out] enumeration handle for GroupEnumerationGetNext
     * @return NO_ERROR, or ERROR_INVALID_PARAMETER for a bad handle
     */
    Status GroupEnumerationStart(ClientHandle client,
                                 EnumerationType type,
                                 EnumerationHandle& enumeration);

    /**
     * @brief Fills a buffer with the next entries: MgmGroupEnumerationGetNext.
     * @param enumeration the enumeration
     * @param[in,out] bufferSize in: size of the buffer [bytes]; out, with
     * ERROR_INSUFFICIENT_BUFFER: the size of one entry [bytes] (ENU-4)
     * @param[out] buffer where entries are stored
     * @param[out] count number of entries stored
     * @return ERROR_MORE_DATA if more entries follow, ERROR_NO_MORE_ITEMS with the last ones
     *         (possibly none), ERROR_INSUFFICIENT_BUFFER, or ERROR_INVALID_PARAMETER for a bad
     * handle
     */
    Status GroupEnumerationGetNext(EnumerationHandle enumeration,
                                   uint32_t& bufferSize,
                                   SourceGroupEntry* buffer,
                                   uint32_t& count);

    /**
     * @brief Ends an enumeration: MgmGroupEnumerationEnd.
     * @param enumeration the enumeration
     * @return NO_ERROR, or ERROR_INVALID_PARAMETER for a bad handle
     */
    Status GroupEnumerationEnd(EnumerationHandle enumeration);

    /** @} */

    /**
     * @name Forwarding entries (MFE)
     *
     * No handle is needed to read. Entries are ordered by group, then source (MFE-6). The functions
     * that fill a buffer return as many entries as fit, each with the room that GetMfeSize() or
     * GetMfeStatsSize() says, and `bufferSize` is changed only with ERROR_INSUFFICIENT_BUFFER: to
     * the room that the first entry needs. GetMfes() reads the same without buffers.
     * @{
     */

    /// @return all entries in order; the range is valid until an entry is made or removed
    MfeRange GetMfes() const;

    /**
     * @brief Reads one entry: MgmGetMfe.
     * @param key source and group
     * @param[in,out] bufferSize room for the entry [bytes]
     * @param[out] mfe the entry
     * @return NO_ERROR, ERROR_NOT_FOUND or ERROR_INSUFFICIENT_BUFFER
     */
    Status GetMfe(const SourceGroup& key, uint32_t& bufferSize, Mfe& mfe) const;

    /**
     * @brief Reads the first entries: MgmGetFirstMfe.
     * @param[in,out] bufferSize room for the entries [bytes]
     * @param[out] mfes the entries
     * @return ERROR_MORE_DATA, ERROR_NO_MORE_ITEMS (with the last entries, possibly none) or
     *         ERROR_INSUFFICIENT_BUFFER
     */
    Status GetFirstMfe(uint32_t& bufferSize, std::vector<Mfe>& mfes) const;

    /**
     * @brief Reads the entries after a given one: MgmGetNextMfe.
     * @param last the last source and group seen; there need not be such an entry any more
     * @param[in,out] bufferSize room for the entries [bytes]
     * @param[out] mfes the entries
     * @return as GetFirstMfe()
     */
    Status GetNextMfe(const SourceGroup& last, uint32_t& bufferSize, std::vector<Mfe>& mfes) const;

    /**
     * @brief Reads the statistics of one entry: MgmGetMfeStats.
     * @param key source and group
     * @param level which statistics
     * @param[in,out] bufferSize room for the statistics [bytes]
     * @param[out] stats the statistics
     * @return NO_ERROR, ERROR_NOT_FOUND or ERROR_INSUFFICIENT_BUFFER
     */
    Status GetMfeStats(const SourceGroup& key,
                       MfeStatsLevel level,
                       uint32_t& bufferSize,
                       MfeStats& stats) const;

    /**
     * @brief Reads the first statistics: MgmGetFirstMfeStats.
     * @param level which statistics
     * @param[in,out] bufferSize room for the statistics [bytes]
     * @param[out] stats the statistics
     * @return as GetFirstMfe()
     */
    Status GetFirstMfeStats(MfeStatsLevel level,
                            uint32_t& bufferSize,
                            std::vector<MfeStats>& stats) const;

    /**
     * @brief Reads the statistics after a given entry: MgmGetNextMfeStats.
     * @param last the last source and group seen; there need not be such an entry any more
     * @param level which statistics
     * @param[in,out] bufferSize room for the statistics [bytes]
     * @param[out] stats the statistics
     * @return as GetFirstMfe()
     */
    Status GetNextMfeStats(const SourceGroup& last,
                           MfeStatsLevel level,
                           uint32_t& bufferSize,
                           std::vector<MfeStats>& stats) const;

    /**
     * @brief Changes the upstream neighbor of an entry: MgmSetMfe.
     * @param client the client that has its incoming interface
     * @param mfe names source and group, and the new neighbor; nothing else of it matters
     * @return NO_ERROR, ERROR_INVALID_PARAMETER for a bad handle or a client that does not have the
     *         incoming interface (MFE-5), or ERROR_NOT_FOUND
     */
    Status SetMfe(ClientHandle client, const Mfe& mfe);

    /// @return how many expired entries were forgotten because there were more than the attribute
    /// MaxDormantMfes allows (MFE-7)
    uint64_t GetForgottenMfes() const;

    /** @} */

    /**
     * @name The forwarder
     * @{
     */

    /**
     * @brief Says which forwarding cache the manager programs.
     * @param plane the cache; null takes it away, and all forwarding entries with it
     */
    void AttachForwardingPlane(ForwardingPlane* plane);

    /**
     * @brief Upcall: a packet has arrived for which there is no entry (MFE-1).
     *
     * The answer is a call of ForwardingPlane::Install() or Remove(): within this call, or later if
     * that takes simulated time. Meanwhile there are no further upcalls for the same key.
     *
     * @param key source and group of the packet
     * @param arrival the interface on which it arrived
     * @param header its IP header
     */
    void HandleCacheMiss(const SourceGroup& key,
                         const InterfaceId& arrival,
                         const Ipv4Header& header);

    /**
     * @brief Upcall: a packet has arrived on another interface than the incoming one of its entry
     * (MFE-3).
     * @param key source and group of the packet
     * @param arrival the interface on which it arrived
     * @param header its IP header
     */
    void HandleWrongInterface(const SourceGroup& key,
                              const InterfaceId& arrival,
                              const Ipv4Header& header);

    /** @} */

    /**
     * @brief Calls back when a client's calls so far have returned in simulated time (section 5).
     *
     * A call of the C++ API returns at once. Its effects may take simulated time: the cost of the
     * call (attribute ApiCallCost), callbacks that are posted or cost time, and a change of
     * ownership. A client that models a blocking caller goes on from here. With every time
     * attribute at 0 and callbacks made inline, that is now, before this function returns.
     *
     * @param client the client
     * @param next what to call; dropped if the client is gone by then
     */
    void CallWhenReturned(ClientHandle client, Callback<void> next);

    /**
     * @brief Fixes the random streams of the manager.
     * @param stream first stream number
     * @return the number of streams used
     */
    int64_t AssignStreams(int64_t stream);

    /**
     * @name What a client may look up without a call
     *
     * Real clients would have to keep account of it. It takes no time and is not traced.
     * @{
     */

    /// @param client a handle
    /// @return whether it is that of a registered client
    bool IsRegistered(ClientHandle client) const;

    /// @param interface an interface
    /// @return whether it is known, and no protocol owns it: if IGMP is there, it is alone
    bool IsWithoutOwner(const InterfaceId& interface) const;

    /**
     * @param entry an entry
     * @param client a client
     * @return whether others have a membership for exactly that entry that counts
     */
    bool IsWantedByOthers(const SourceGroup& entry, ClientHandle client) const;

    /**
     * @param interface an interface
     * @param client a client
     * @return whether another client has it: its owner, or IGMP that is alone there
     */
    bool IsHeldByOther(const InterfaceId& interface, ClientHandle client) const;

    /// @param key source and group
    /// @return whether they have a forwarding entry: live, being made, or expired
    bool HasMfe(const SourceGroup& key) const;

    /// @param key source and group
    /// @return whether they have a forwarding entry that is live or being made
    bool HasMfeInUse(const SourceGroup& key) const;

    /// @param key source and group
    /// @return the upstream neighbor of their live forwarding entry, if they have one
    std::optional<Ipv4Address> GetUpstreamNeighbor(const SourceGroup& key) const;

    /**
     * @param key source and group
     * @param client a client
     * @return whether packets are sent on interfaces of others, as their forwarding entry says, be
     *         it an expired one; without one, or while it is being made, as memberships say
     */
    bool IsForwardedByOthers(const SourceGroup& key, ClientHandle client) const;

    /**
     * @brief Looks the route towards a source up, as the manager does (ALR-4).
     * @param source the source
     * @return the route; nothing if there is none
     */
    std::optional<MulticastRib::Route> FindRoute(Ipv4Address source) const;

    /// @brief A client relies on the trace source "ReversePaths" from now on. A view that has to
    ///        look for changes of routes does so while somebody relies on them.
    void BeginRouteUse();

    /// @brief A client does not rely on that any more.
    void EndRouteUse();

    /** @} */

    /**
     * @brief Signature of the trace source "ReversePaths".
     * @param network sources whose way back may be another one
     * @param mask its mask
     */
    typedef void (*ReversePathsTracedCallback)(Ipv4Address network, Ipv4Mask mask);

    /**
     * @brief Signature of the trace source "Answerer".
     * @param interface an interface that somebody else answers for now, or nobody
     */
    typedef void (*AnswererTracedCallback)(const InterfaceId& interface);

    /// @return the registered clients
    const ClientRegistry& GetClients() const;

    /// @return who has which interface
    const OwnershipTable& GetOwnership() const;

    /// @return the group memberships
    const MembershipTable& GetMemberships() const;

    /**
     * @brief The multicast view of the routing table (ALR-4, MFE-1).
     * @return the attribute Rib if it was set; otherwise a UnicastRib of the node, once the manager
     *         is aggregated to it
     */
    Ptr<MulticastRib> GetRib() const;

    /// @return whether nothing is in progress: no callback, change of owner, withheld alert, or
    /// making of a forwarding entry
    bool IsIdle() const;

  protected:
    void NotifyNewAggregate() override;
    void DoDispose() override;

  private:
    /// @brief Ends a call: its callbacks are made, and its cost is noted.
    /// @param client who called
    void Finish(ClientHandle client);

    /// @brief Answers GetProtocolOnInterface.
    /// @param client who asks; may be null
    /// @param interface the interface
    /// @param[out] id the owner
    /// @return the status
    Status DoGetProtocol(ClientHandle client, const InterfaceId& interface, ClientId& id);

    /// @brief Makes an Add or Delete that is valid.
    /// @param event whether it adds or deletes
    /// @param client the client
    /// @param entry the entry
    /// @param interface the interface
    /// @param flags the flags
    void MakeChange(MembershipEvent event,
                    const Client& client,
                    const SourceGroup& entry,
                    const InterfaceId& interface,
                    uint32_t flags);

    /// @brief Validates and makes an Add or Delete.
    /// @param event whether it adds or deletes
    /// @param client the client
    /// @param entry the entry
    /// @param interface the interface
    /// @param flags the flags
    /// @return the status
    Status ChangeMembership(MembershipEvent event,
                            ClientHandle client,
                            const SourceGroupEntry& entry,
                            const InterfaceId& interface,
                            uint32_t flags);

    /// @brief Fills the buffer of GroupEnumerationGetNext.
    /// @param enumeration the enumeration, or null
    /// @param[in,out] bufferSize its size [bytes]
    /// @param[out] buffer the buffer
    /// @param[out] count number of entries stored
    /// @return the status
    Status DoGetNext(GroupEnumerations::Enumeration* enumeration,
                     uint32_t& bufferSize,
                     SourceGroupEntry* buffer,
                     uint32_t& count);

    /// @brief Forgets a client that deregisters or is gone.
    /// @param client the client
    void ForgetClient(ClientHandle client);

    /// @return whether the node has an IPv4 interface of that index
    /// @param interface the interface
    bool IsInterfaceOfNode(const InterfaceId& interface) const;

    /// @brief Has all parts follow what happens in the others.
    void ConnectParts();

    /// @return the answers to what the alert policy asks
    AlertPolicy::Questions MakeQuestions();

    /// @return what the keeper of forwarding entries works with
    MfeTools MakeMfeTools();

    /// @param query what an RPF callback is asked
    /// @return the route towards the source, as ns-3 has it
    Ptr<Ipv4Route> MakeRoute(const RpfQuery& query) const;

    /// @brief Has those who watch routes follow changed ones (ALR-3, MFE-8).
    /// @param network the addresses whose routes may have changed
    /// @param mask its mask
    void HandleRoutesChanged(Ipv4Address network, Ipv4Mask mask);

    /// @brief As HandleRoutesChanged(), within a call or an upcall that makes the callbacks.
    /// @param network the addresses whose routes may have changed
    /// @param mask its mask
    void FollowRoutes(Ipv4Address network, Ipv4Mask mask);

    /// @brief Has those who watch routes look whether they have changed.
    void HandleTimeToLook();

    /**
     * @name Attribute accessors
     * @{
     */
    void SetCallbackDelivery(CallbackDelivery delivery);
    CallbackDelivery GetCallbackDelivery() const;
    void SetMaxCallbackChain(uint32_t limit);
    uint32_t GetMaxCallbackChain() const;
    void SetMaxChainedCallbacks(uint32_t limit);
    uint32_t GetMaxChainedCallbacks() const;
    void SetCallbackCost(Ptr<RandomVariableStream> cost);
    Ptr<RandomVariableStream> GetCallbackCost() const;
    void SetChangeDuration(Ptr<RandomVariableStream> duration);
    Ptr<RandomVariableStream> GetChangeDuration() const;
    void SetUpcallCost(Ptr<RandomVariableStream> cost);
    Ptr<RandomVariableStream> GetUpcallCost() const;
    void SetMfeTimeout(Time timeout);
    Time GetMfeTimeout() const;
    void SetMaxDormantMfes(uint32_t limit);
    uint32_t GetMaxDormantMfes() const;
    void SetWrongIfAlerts(bool isOn);
    bool GetWrongIfAlerts() const;
    void SetWrongIfInterval(Time interval);
    Time GetWrongIfInterval() const;
    void SetRib(Ptr<MulticastRib> rib);
    /** @} */

    Ptr<Node> m_node;     ///< the node
    Ptr<Tracer> m_tracer; ///< where records go

    bool m_hasStarted{true}; ///< whether clients can register

    AlertOrder m_alertOrder;                       ///< order of alerts (ALR-5)
    Ptr<UniformRandomVariable> m_alertOrderStream; ///< where ALERT_ORDER_RANDOM draws from
    Ptr<RandomVariableStream> m_callCost;          ///< cost of an API call [s]

    ClientRegistry m_registry;        ///< the clients
    OwnershipTable m_ownership;       ///< who has which interface
    CallTracer m_calls;               ///< traces the calls
    ReversePaths m_paths;             ///< where sources are
    Dispatcher m_dispatcher;          ///< the queue of callbacks
    CallClock m_clock;                ///< when calls return
    ClientCaller m_caller;            ///< makes the callbacks
    CallRules m_rules;                ///< which calls are allowed
    MembershipKeeper m_memberships;   ///< the memberships
    OwnershipChanger m_changer;       ///< changes of owner
    GroupEnumerations m_enumerations; ///< enumerations in progress
    MfeKeeper m_mfes;                 ///< the forwarding entries
    MfeBufferReader m_mfeBuffers;     ///< reads them as the Windows API does

    /// Sources whose way back may be another one.
    TracedCallback<Ipv4Address, Ipv4Mask> m_reversePathsTrace;
    /// Interfaces that somebody else answers for.
    TracedCallback<const InterfaceId&> m_answererTrace;
};

} // namespace mgm
} // namespace ns3

#endif // MGM_MULTICAST_GROUP_MANAGER_H
