/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_PIM_DENSE_TIB_H
#define MGM_PIM_DENSE_TIB_H

/*
 * DOC model/pim/dense: the machines of PIM dense mode (RFC 3973).
 *
 * Who owns what. The Tree Information Base (PimDenseTib) has the parameters as attributes, the
 * random stream, and an entry for each (S,G) that has state (PimDenseEntry). An entry has the
 * machines Upstream(S,G) and Origination(S,G), and for each interface on which something has
 * happened DownstreamPState(S,G,I) and the Assert machine. A machine has its state, its transition
 * table (mgm-pim-dense-...-fsm.h) and its timers, which end with it. The macros of the RFC
 * (PimDenseMacros) are computed of the states and of the node whenever they are asked for: nothing
 * of them is stored. The node is a PimDenseEnvironment, which is not ours.
 *
 * Which events arrive. Messages, data packets and changes of the node through PimDenseTib, timers
 * in the machines.
 *
 * In which order they are handled. An entry first notes what has changed in the node, then handles
 * the event, then derives the events that follow (changes of olist, of RPF'(S), of CouldAssert),
 * and in the end tells the node how packets are to be forwarded. An event that comes while another
 * one is handled, because the node reacts to what it is told, is handled at once; what follows from
 * it is derived with the rest.
 *
 * What must hold. Nothing about a group is sent where it has a boundary. No machine but Upstream
 * sends to RPF'(S), and it sends nothing if there is none. The downstream machine of
 * RPF_interface(S) is in NoInfo. An entry whose timers have all ended and whose machines know
 * nothing is forgotten, unless the node forwards packets by it.
 */

#include "mgm-pim-dense-entry.h"

#include "ns3/object.h"
#include "ns3/random-variable-stream.h"

#include <functional>
#include <map>
#include <memory>
#include <vector>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief The Tree Information Base of dense mode: all (S,G) entries (RFC 3973 section 4.1).
 *
 * Its attributes are the parameters of RFC 3973 section 4.8. A change of one takes effect when a
 * timer is next set or a message is next made.
 */
class PimDenseTib : public Object, private PimDenseOwner
{
  public:
    /// @return the TypeId
    static TypeId GetTypeId();

    PimDenseTib();
    ~PimDenseTib() override;

    /**
     * @brief Begins, without entries.
     * @param environment the node; it outlives Stop() and Drop()
     */
    void Begin(PimDenseEnvironment& environment);

    /// @brief Says that this router does not forward any more, and forgets all entries. The node is
    ///        not told so.
    void Stop();

    /// @brief Forgets all entries without a word.
    void Drop();

    /**
     * @brief Handles a message other than a Hello. What is about no (S,G), about a group that is
     * not forwarded or has a boundary there, or is no message of dense mode is ignored.
     * @param message the message
     * @param interface the interface that it arrived on
     * @param sender its source address, that of a neighbor
     * @param destination its destination address
     */
    void Receive(const PimMessage& message,
                 uint32_t interface,
                 Ipv4Address sender,
                 Ipv4Address destination);

    /**
     * @brief Handles a data packet (RFC 3973 section 4.2).
     * @param sourceGroup its source and its group
     * @param interface the interface that it arrived on
     * @param ttl its TTL
     * @return where it is to be forwarded: nowhere if PIM is not in service on that interface,
     *         unless S is externally reached over it, if the group has a boundary there, or if
     *         there is no route to S
     */
    PimInterfaceSet ReceiveData(const SourceGroup& sourceGroup, uint32_t interface, uint8_t ttl);

    /// @brief Makes the entry of an (S,G) whose packets are going to be forwarded, unless there is
    ///        one, and has the node hear how.
    /// @param sourceGroup the (S,G)
    void Create(const SourceGroup& sourceGroup);

    /// @brief Handles a change of the node: of routes, interfaces, neighbors, members, boundaries
    ///        or what other components forward.
    void Update();

    /// @brief As Update(), if that concerns one (S,G).
    /// @param sourceGroup the (S,G)
    void Update(const SourceGroup& sourceGroup);

    /// @brief As Update(), if that concerns one group.
    /// @param group the group
    void UpdateGroup(Ipv4Address group);

    /// @brief Handles the end of a neighbor. The node does not count it any more.
    /// @param interface its interface
    /// @param neighbor the neighbor
    void LoseNeighbor(uint32_t interface, Ipv4Address neighbor);

    /// @brief Handles another Generation ID of a neighbor (RFC 3973 section 4.3.4).
    /// @param interface its interface
    /// @param neighbor the neighbor
    void RestartNeighbor(uint32_t interface, Ipv4Address neighbor);

    /// @brief Handles that PIM is not in service on an interface any more: the node does not have
    ///        it any more.
    /// @param interface the interface
    void LoseInterface(uint32_t interface);

    /**
     * @brief Fixes the random streams.
     * @param stream first stream number
     * @return the number of streams used
     */
    int64_t AssignStreams(int64_t stream);

    /// @param sourceGroup an (S,G)
    /// @return its entry; null if it has none
    std::shared_ptr<const PimDenseEntry> Find(const SourceGroup& sourceGroup) const;

    /// @return each (S,G) that has an entry, sorted
    std::vector<SourceGroup> GetSourceGroups() const;

    PimDenseParameters GetParameters() const override;

  protected:
    void DoDispose() override;

  private:
    Time DrawDelay(Time longest) override;
    void AckGraft(const SourceGroup& sourceGroup) override;
    void Forget(const SourceGroup& sourceGroup) override;

    /// @param group a group
    /// @param interface where something about it has come from
    /// @return whether it is to be handled
    bool IsConcerned(Ipv4Address group, uint32_t interface) const;

    /// @param source a source
    /// @param interface an interface
    /// @return whether the source is externally reached over the interface
    bool IsExternal(Ipv4Address source, uint32_t interface) const;

    /// @param address an address
    /// @param interface an interface
    /// @return whether it is that of this router there
    bool IsMe(Ipv4Address address, uint32_t interface) const;

    /// @brief Lets the entry of an (S,G) handle an event, if it is to be handled.
    /// @param sourceGroup the (S,G)
    /// @param interface where the event has come from
    /// @param handle handles it
    void Concern(const SourceGroup& sourceGroup,
                 uint32_t interface,
                 const std::function<void(PimDenseEntry&)>& handle);

    /// @brief Lets the entry of an (S,G) that can be forwarded handle an event; makes it if there
    ///        is none.
    /// @param sourceGroup the (S,G)
    /// @param handle handles the event
    void Attend(const SourceGroup& sourceGroup, const std::function<void(PimDenseEntry&)>& handle);

    /// @brief Lets each entry handle an event.
    /// @param handle handles it
    void ConcernAll(const std::function<void(PimDenseEntry&)>& handle);

    /// @brief Handles a Join/Prune.
    /// @param message the message
    /// @param interface the interface that it arrived on
    void ReceiveJoinPrune(const PimJoinPrune& message, uint32_t interface);

    /// @brief Handles a Graft to this router, and acknowledges it.
    /// @param message the message
    /// @param interface the interface that it arrived on
    /// @param sender who has sent it
    void ReceiveGraft(const PimJoinPrune& message, uint32_t interface, Ipv4Address sender);

    /// @brief Handles a GraftAck to this router.
    /// @param message the message
    /// @param interface the interface that it arrived on
    /// @param sender who has sent it
    void ReceiveGraftAck(const PimJoinPrune& message, uint32_t interface, Ipv4Address sender);

    Time m_graftRetryPeriod;           ///< Graft_Retry_Period
    uint32_t m_graftRetries;           ///< how often a Graft is repeated; 0: without end
    Time m_pruneLimit;                 ///< t_limit
    Time m_pruneHoldtime;              ///< holdtime of Prunes
    Time m_assertTime;                 ///< Assert_Time
    Time m_sourceLifetime;             ///< SourceLifetime
    Time m_refreshInterval;            ///< RefreshInterval
    Time m_refreshLimit;               ///< RefreshLimitInterval
    bool m_stateRefresh;               ///< whether it knows State Refresh
    bool m_replayRefresh;              ///< whether one is repeated for a restarted neighbor
    bool m_recordTtl;                  ///< whether State Refreshes have the TTL of data packets
    uint8_t m_refreshTtl;              ///< TTL that they have otherwise
    Ptr<RandomVariableStream> m_delay; ///< delays, as part of the longest one

    PimDenseEnvironment* m_environment{nullptr}; ///< the node, between Begin() and the end
    std::vector<SourceGroup> m_acknowledged;     ///< of the Graft that is being handled
    /// the entries
    std::map<SourceGroup, std::shared_ptr<PimDenseEntry>> m_entries;
};

} // namespace mgm
} // namespace ns3

#endif // MGM_PIM_DENSE_TIB_H
