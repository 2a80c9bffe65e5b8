/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_PIM_ORACLE_ENTRY_H
#define MGM_PIM_ORACLE_ENTRY_H

#include "mgm-pim-oracle-due.h"
#include "mgm-pim-oracle-view.h"
#include "mgm-pim-oracle-world.h"

namespace ns3
{
namespace mgm
{

/**
 * @ingroup tests
 * @brief One (S,G) of a PIM-DM router.
 *
 * It puts the machines together: finds out which events a message, a packet or a change is for
 * them, and does what their rows say.
 *
 * What a router MAY do, and what is OPTIONAL, is open: it asks its chooser. Where
 * RFC 3973 is silent or contradicts itself, this is settled:
 * - No route: 4.2 discards the packets. RPF_interface(S) is none, nobody is upstream (Upstream(S,G)
 *   does as when S becomes directly connected), the own metric is infinite, and CouldAssert is
 *   FALSE: a winner "is about to stop forwarding" (4.6.5) and cancels.
 * - When S is not directly connected any more, or a route is there again, RPF'(S) changes.
 * - RPF'(S) need not have said Hello: 4.1.3 knows no such condition.
 * - 4.6.4 says that a loser "must not forward", lost_assert (4.6.3) lets it if its own metric has
 *   become better. "The state machines and pseudocode provide the definitive behavior" (4.6.5).
 * - S directly connected: "olist(S,G) -> NULL AND S NOT directly connected" (4.4.1.1) leaves
 *   Forwarding, the table always. The text decides. By it nothing leaves Pruned; by 5.2 members get
 *   packets "in all cases" but one: olist(S,G) leaves it. Rows that do not say so apply no more
 *   than those that do, as nobody is to be sent anything.
 * - If one change is both, RPF'(S) changes, and olist(S,G) becomes NULL or not as part of that.
 * - OT "is set when a Prune(S,G) is received on the upstream interface where olist(S,G) != NULL"
 *   (4.4.1); the row has no such condition. With an empty olist(S,G), which in Forwarding is that
 * of an entry that has just started, the definition of Pruned ("The set, olist(S,G), is empty") and
 *   4.3.4 make a State Refresh with P=1 lead there. A row of Forwarding sends no Graft.
 * - Where the expiry of OT is N/A, in Pruned and without a router upstream, OT is cancelled.
 * - A seen Prune is one to any other router; the row names no upstream neighbor. In Pruned 4.4.1.2
 *   does.
 * - 4.4.2.2: "the received Prune_Hold_Time" is the largest of several, as in 4.4.2.3;
 *   J/P_Override_Interval is the one at the end of PPT.
 * - 4.4.2.3 resets PT always, 4.5.1 only "if StateRefreshCapable(I) == TRUE": pseudocode decides.
 * - A State Refresh goes to the Assert machine first, which decides who RPF'(S) is.
 * - 4.6.4 and 4.8 say two things of AT where all know State Refresh: the MUST of 4.6.4 decides.
 * - A State Refresh Interval of 0 is none: AT is Assert_Time.
 * - An AssertCancel is worse than any metric, also than an infinite one (4.6.2), and ends the state
 *   of a loser. A metric of the winner that is still not inferior, better or worse than before, is
 *   stored, as in RFC 7761 section 4.6.1, and sets AT; "the new Assert winner" (4.6.4.3) whom a
 *   Prune is sent to is another router.
 * - For a winner "preferred" is what is better than its metric now (4.6.4.2).
 * - State Refreshes are not originated on RPF_interface(S), as they are not forwarded there
 *   (4.5.1). "Except for the TTL" (4.5.2.2) is about what they have, not about the threshold.
 * - An interface that goes down forgets prune and assert state without a word.
 * - What comes across a boundary of its group (5.4) is ignored.
 */
class PimOracleEntry
{
  public:
    /// @param world what the router knows @param key S and G
    PimOracleEntry(const PimOracleWorld& world, const PimOracleKey& key);

    /// @brief Receives a message about (S,G). @param world what the router knows @param message it
    void Receive(PimOracleWorld& world, const PimOracleMessage& message);

    /**
     * @brief Receives a data packet from S to G (sections 4.2, 4.4.1, 4.5.2 and 4.6.4).
     * @param world what the router knows
     * @param interface where it arrives
     * @param ttl as received
     */
    void ReceiveData(PimOracleWorld& world, uint32_t interface, uint32_t ttl);

    /// @brief Something that the router knows has changed. @param world what it knows now
    void React(PimOracleWorld& world);

    /// @brief A neighbor is gone. @param world what the router knows
    /// @param interface where @param address which
    void LoseNeighbor(PimOracleWorld& world, uint32_t interface, uint32_t address);

    /// @brief A neighbor has restarted. @param world what the router knows
    /// @param interface where @param address which
    void NoteRestart(PimOracleWorld& world, uint32_t interface, uint32_t address);

    /// @brief An interface goes down. @param interface which
    void CloseInterface(uint32_t interface);

    /// @brief The router is about to be taken down. @param world what the router knows
    void TakeDown(PimOracleWorld& world);

    /// @return timers that run, and when they expire
    std::vector<PimOracleDue> GetTimers() const;

    /// @return when a Join may and must be sent because OT expires
    std::optional<PimOracleUpstream::Window> GetOverride() const;

    /// @brief A timer expires. @param world what the router knows @param due which
    void Fire(PimOracleWorld& world, const PimOracleDue& due);

    /// @brief OT expires: a Join is sent. @param world what the router knows
    void FireOverride(PimOracleWorld& world);

    /// @return RPF'(S); 0: nobody
    uint32_t GetUpstreamNeighbor() const
    {
        return m_seen.neighbor;
    }

    /// @return RPF_interface(S); 0: none
    uint32_t GetUpstreamInterface() const
    {
        return m_seen.interface;
    }

    /// @param interface an interface @return the assert winner there; 0: this router, or nobody
    uint32_t GetAssertWinner(uint32_t interface) const;

    /// @param interface an interface @return AssertWinnerMetric(S,G,I)
    PimOracleMetric GetWinnerMetric(uint32_t interface) const
    {
        return m_asserts.at(interface).winner;
    }

    /// @return the states
    PimOracleView GetView() const;

    /// @return whether no timer runs: section 4.1, "all information concerning that (S,G) route may
    /// be discarded"
    bool IsIdle() const;

    /// @param view what was seen of a machine @return whether it may be in this state. Where
    /// nothing is sent when OT expires it is not seen.
    bool Allows(const PimOracleView& view) const;

    /// @brief Writes all that there is to know. @param os where
    void Dump(std::ostream& os) const;

  private:
    /// The macros, as they were when they were last looked at.
    struct Look
    {
        uint32_t interface {
            0
        };                      ///< RPF_interface(S)
        uint32_t neighbor{0};   ///< RPF'(S)
        bool isDirect{false};   ///< whether S is directly connected
        bool isBoundary{false}; ///< whether RPF_interface(S) is a boundary of G

        /// Whether there is a router upstream to send to.
        bool HasUpstream() const
        {
            return interface != 0 && !isDirect;
        }

        PimOracleInterfaces olist{0}; ///< olist(S,G), with what other components forward
    };

    Look LookAt(const PimOracleWorld& world) const;
    bool HasLost(const PimOracleWorld& world, uint32_t interface) const;
    PimOracleMetric GetOwnMetric(const PimOracleWorld& world, uint32_t interface) const;
    PimOracleMetric GetAssertMetric(const PimOracleWorld& world, uint32_t interface) const;

    bool CouldAssert(uint32_t interface) const
    {
        return m_seen.interface != 0 && m_seen.interface != interface;
    }

    void Begin(PimOracleWorld& world);
    void Finish(PimOracleWorld& world);
    void Forget(const PimOracleWorld& world);
    bool Forgets(PimOracleWorld& world) const;
    void FollowRoute(PimOracleWorld& world, uint32_t interface);
    void FollowUpstream(PimOracleWorld& world, const Look& before);
    void FollowDirect();
    void FollowOverride(PimOracleWorld& world);
    bool IsMute() const;

    void FireRetry(PimOracleWorld& world);
    void ReceiveAddressed(PimOracleWorld& world, const PimOracleMessage& message);
    void ReceiveSeen(PimOracleWorld& world, const PimOracleMessage& message);
    void ReceiveAssert(PimOracleWorld& world, const PimOracleMessage& message);
    void ReceiveFromOther(PimOracleWorld& world, const PimOracleMessage& message);
    void ReceiveFromWinner(PimOracleWorld& world, const PimOracleMessage& message);
    void ReceiveRefresh(PimOracleWorld& world, const PimOracleMessage& message);
    void ReceiveUpstreamRefresh(PimOracleWorld& world, const PimOracleMessage& message);
    bool IsRefreshSoon(const PimOracleWorld& world) const;
    void Originate(PimOracleWorld& world);
    void SendRefresh(PimOracleWorld& world, PimOracleMessage refresh, uint32_t skipped);

    void StepUpstream(PimOracleWorld& world, PimOracleUpstream::Event event, uint32_t holdtime = 0);
    void StepDownstream(PimOracleWorld& world,
                        uint32_t interface,
                        PimOracleDownstream::Event event,
                        const PimOracleMessage* message = nullptr);
    void StepAssert(PimOracleWorld& world,
                    uint32_t interface,
                    PimOracleAssert::Event event,
                    const PimOracleMessage* message = nullptr);
    void StepOrigin(PimOracleWorld& world, PimOracleOrigin::Event event, uint32_t ttl = 0);

    void Do(PimOracleWorld& world, PimOracleUpstream::Deed deed, uint32_t holdtime);
    void Do(PimOracleWorld& world,
            uint32_t interface,
            PimOracleDownstream::Deed deed,
            const PimOracleMessage* message);
    void Do(PimOracleWorld& world,
            uint32_t interface,
            PimOracleAssert::Deed deed,
            const PimOracleMessage* message);
    void Do(PimOracleWorld& world, PimOracleOrigin::Deed deed, uint32_t ttl);

    void SetPrune(PimOracleWorld& world, uint32_t interface);
    void ResetPrune(PimOracleWorld& world, uint32_t interface);
    void SetAssert(PimOracleWorld& world, uint32_t interface, const PimOracleMessage* message);
    static PimOracleTime RefreshedTime(const PimOracleWorld& world, uint32_t interval);
    void SendUpstream(PimOracleWorld& world, PimOracleKind kind);
    void SendEcho(PimOracleWorld& world, uint32_t interface);
    void SendAck(PimOracleWorld& world, const PimOracleMessage& graft);
    void SendAssert(PimOracleWorld& world, uint32_t interface, const PimOracleMetric& metric);
    void SendPruneToWinner(PimOracleWorld& world, uint32_t interface);

    PimOracleKey m_key;                             ///< S and G
    PimOracleUpstream m_upstream;                   ///< Upstream(S,G)
    PimOracleOrigin m_origin;                       ///< Origination(S,G)
    std::vector<PimOracleDownstream> m_downstream;  ///< by interface
    std::vector<PimOracleAssert> m_asserts;         ///< by interface
    Look m_seen;                                    ///< the macros at the end of the last event
    bool m_wasIdle{true};                           ///< IsIdle() when this event began
    bool m_wasMute{false};                          ///< IsMute() then
    std::optional<PimOracleTime> m_refreshReceived; ///< the last State Refresh from RPF'(S)
};

} // namespace mgm
} // namespace ns3

#endif // MGM_PIM_ORACLE_ENTRY_H
