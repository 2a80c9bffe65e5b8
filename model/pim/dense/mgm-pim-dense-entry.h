/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_PIM_DENSE_ENTRY_H
#define MGM_PIM_DENSE_ENTRY_H

#include "mgm-pim-dense-assert.h"
#include "mgm-pim-dense-downstream.h"
#include "mgm-pim-dense-originator.h"
#include "mgm-pim-dense-refresher.h"
#include "mgm-pim-dense-upstream.h"

#include <map>
#include <memory>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief What an (S,G) entry asks of the Tree Information Base.
 */
class PimDenseOwner
{
  public:
    virtual ~PimDenseOwner() = default;

    /// @return the parameters at this moment
    virtual PimDenseParameters GetParameters() const = 0;

    /// @param longest a time
    /// @return a random time between 0 and that
    virtual Time DrawDelay(Time longest) = 0;

    /// @brief Notes that an (S,G) of the Graft that is being handled is to be acknowledged.
    /// @param sourceGroup the (S,G)
    virtual void AckGraft(const SourceGroup& sourceGroup) = 0;

    /// @brief Forgets an entry, which has no state worth keeping (RFC 3973 section 4.1).
    /// @param sourceGroup its (S,G)
    virtual void Forget(const SourceGroup& sourceGroup) = 0;
};

/**
 * @ingroup mgm
 * @brief The state of an (S,G) and its machines (RFC 3973 section 4.1.2).
 *
 * It decides which events a message, a packet or a change of the node is to which machine, and
 * derives the events that follow from the state of other machines: changes of olist(S,G), of
 * RPF'(S) and of CouldAssert(S,G,I).
 *
 * Where the RFC is silent:
 * - A State Refresh goes to the Assert machine first, because that decides who RPF'(S) is, then to
 *   the upstream machine, and is sent on in the end.
 * - When several things change at once, interfaces are told first, then the originator, then the
 *   upstream machine: "S becomes directly connected" comes before "RPF'(S) changes", and that
 *   before "olist(S,G) -> NULL" or non-NULL.
 * - A Prune, Join or Graft to this router on RPF_interface(S) does not make prune state there; a
 *   Graft is acknowledged, and it and the others are answered by a loser's Assert.
 * - A seen Prune or Join is one to another router. A Prune need not be to RPF'(S).
 * - An interval of 0 in a State Refresh is none: AT is set to Assert_Time.
 */
class PimDenseEntry final : public std::enable_shared_from_this<PimDenseEntry>,
                            private PimDenseContext,
                            private PimDenseStates
{
  public:
    /**
     * @param owner the Tree Information Base; it outlives the entry
     * @param environment the node; it outlives the entry
     * @param sourceGroup the (S,G)
     */
    PimDenseEntry(PimDenseOwner& owner,
                  PimDenseEnvironment& environment,
                  const SourceGroup& sourceGroup);

    /**
     * @name What happens
     * @{
     */

    /**
     * @brief Handles a data packet (RFC 3973 section 4.2).
     * @param interface the interface that it arrived on
     * @param ttl its TTL
     * @return where it is to be forwarded
     */
    PimInterfaceSet ReceiveData(uint32_t interface, uint8_t ttl);

    /// @brief Handles a Prune.
    /// @param interface the interface that it arrived on
    /// @param upstream to whom it is
    /// @param holdtime its holdtime [s]
    void ReceivePrune(uint32_t interface, Ipv4Address upstream, uint16_t holdtime);

    /// @brief Handles a Join.
    /// @param interface the interface that it arrived on
    /// @param upstream to whom it is
    void ReceiveJoin(uint32_t interface, Ipv4Address upstream);

    /// @brief Handles a Graft to this router.
    /// @param interface the interface that it arrived on
    void ReceiveGraft(uint32_t interface);

    /// @brief Handles a GraftAck to this router.
    /// @param interface the interface that it arrived on
    /// @param sender who has sent it
    void ReceiveGraftAck(uint32_t interface, Ipv4Address sender);

    /// @brief Handles an Assert.
    /// @param interface the interface that it arrived on
    /// @param metric its metric, with the address of the sender
    void ReceiveAssert(uint32_t interface, const PimDenseMetric& metric);

    /// @brief Handles a State Refresh.
    /// @param interface the interface that it arrived on
    /// @param sender who has sent it
    /// @param message the message
    void ReceiveRefresh(uint32_t interface, Ipv4Address sender, const PimStateRefresh& message);

    /// @brief Handles whatever has changed in the node.
    void Update();

    /// @brief Handles the end of a neighbor.
    /// @param interface its interface
    /// @param neighbor the neighbor
    void LoseNeighbor(uint32_t interface, Ipv4Address neighbor);

    /// @brief Handles another Generation ID of a neighbor.
    /// @param interface its interface
    /// @param neighbor the neighbor
    void RestartNeighbor(uint32_t interface, Ipv4Address neighbor);

    /// @brief Handles the end of an interface.
    /// @param interface the interface
    void LoseInterface(uint32_t interface);

    /// @brief Handles that the router is being taken down (RFC 3973 section 4.6.5).
    void TakeDown();

    /// @brief Ends: no timer expires, and nothing is sent or told any more.
    void Stop();

    /** @} */

    const SourceGroup& GetSourceGroup() const override;
    const PimDenseMacros& GetMacros() const override;

    /// @return its upstream machine
    const PimDenseUpstream& GetUpstream() const
    {
        return m_upstream;
    }

    /// @return its originator
    const PimDenseOriginator& GetOriginator() const
    {
        return m_originator;
    }

    /// @param interface an interface
    /// @return its downstream machine; null if nothing has happened to it there
    const PimDenseDownstream* GetDownstream(uint32_t interface) const;

    /// @param interface an interface
    /// @return its Assert machine; null if nothing has happened to it there
    const PimDenseAssert* GetAssert(uint32_t interface) const;

    /// @return where packets that arrive on RPF_interface(S) are to be forwarded (RFC 3973 section
    ///         4.2)
    PimInterfaceSet GetOutgoing() const;

  private:
    /// The machines of an interface.
    struct Interface
    {
        /// @param context the entry
        /// @param interface the interface
        Interface(PimDenseContext& context, uint32_t interface)
            : downstream(context, interface),
              assertion(context, interface)
        {
        }

        PimDenseDownstream downstream; ///< DownstreamPState(S,G,I)
        PimDenseAssert assertion;      ///< the Assert machine
    };

    /// What the upstream machine was last told of.
    struct View
    {
        std::optional<uint32_t> rpfInterface; ///< RPF_interface(S)
        Ipv4Address rpfPrime;                 ///< RPF'(S)
        bool hasUpstream;                     ///< whether there is somebody to send to
        bool hasOlist;                        ///< whether olist(S,G) is not empty
    };

    PimDenseParameters GetParameters() const override;
    const PimDenseEnvironment& GetEnvironment() const override;
    Time DrawOverrideDelay(uint32_t interface) override;
    void Handle(const std::function<void()>& event) override;
    void Send(const PimMessage& message, uint32_t interface, Ipv4Address destination) override;
    void AckGraft() override;
    void OriginateRefresh(uint8_t ttl, bool pruneNow) override;
    void OnRefreshSent(uint32_t interface, Time interval) override;
    MachineSubject GetSubject(std::string_view machine,
                              std::optional<uint32_t> interface) const override;
    bool IsPruned(uint32_t interface) const override;
    bool IsAssertLoser(uint32_t interface) const override;
    bool HasNoAssert(uint32_t interface) const override;
    PimDenseMetric GetAssertWinner(uint32_t interface) const override;

    /// @param interface an interface
    /// @return its machines
    Interface& At(uint32_t interface);

    /// @param interface an interface
    /// @return its machines; null if it has none
    const Interface* Find(uint32_t interface) const;

    /// @return what there is to be told to the upstream machine
    View Look() const;

    /// @brief Derives events from what has changed.
    void Settle();

    /// @brief Derives the events of machines of interfaces.
    void SettleInterfaces();

    /// @brief Derives the events of the upstream machine.
    void SettleUpstream();

    /// @brief Lets the upstream machine handle an event, if there is a router upstream.
    /// @param event the event
    void StepUpstream(PimDenseUpstream::Event event);

    /// @brief Tells how packets are to be forwarded, if that is new.
    void Tell();

    /// @brief Ends because there is nothing to be kept.
    void Vanish();

    /// @brief Traces that the (S,G) is forgotten, and all machines with it.
    void TellEnd() const;

    /// @return whether no timer runs and no state is to be kept
    bool IsIdle() const;

    PimDenseOwner& m_owner;                     ///< the Tree Information Base
    PimDenseEnvironment& m_environment;         ///< the node
    SourceGroup m_sourceGroup;                  ///< the (S,G)
    std::map<uint32_t, Interface> m_interfaces; ///< machines of interfaces
    PimDenseMacros m_macros;                    ///< the macros
    PimDenseUpstream m_upstream;                ///< Upstream(S,G)
    PimDenseOriginator m_originator;            ///< Origination(S,G)
    PimDenseRefresher m_refresher;              ///< sends State Refreshes
    View m_view;                                ///< what the upstream machine knows
    std::optional<PimDenseForwarding> m_told;   ///< what was told of forwarding
    bool m_busy{false};                         ///< whether an event is being handled
    bool m_again{false};                        ///< whether another one was handled meanwhile
    bool m_stopped{false};                      ///< whether it has ended
};

} // namespace mgm
} // namespace ns3

#endif // MGM_PIM_DENSE_ENTRY_H
