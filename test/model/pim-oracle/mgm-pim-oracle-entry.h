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

    /// @brief An interface is about to go down. @param world what the router knows
    /// @param interface which
    void CloseInterface(PimOracleWorld& world, uint32_t interface);

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

    /// @brief Writes all that there is to know. @param os where
    void Dump(std::ostream& os) const;

  private:
    /// The macros, as they were when they were last looked at.
    struct Look
    {
        uint32_t interface {
            0
        };                            ///< RPF_interface(S)
        uint32_t neighbor{0};         ///< RPF'(S)
        bool isDirect{false};         ///< whether S is directly connected
        bool isBoundary{false};       ///< whether RPF_interface(S) is a boundary of G
        PimOracleInterfaces olist{0}; ///< olist(S,G)
    };

    Look LookAt(const PimOracleWorld& world) const;
    bool HasLost(const PimOracleWorld& world, uint32_t interface) const;
    PimOracleMetric GetOwnMetric(const PimOracleWorld& world, uint32_t interface) const;
    PimOracleMetric GetAssertMetric(const PimOracleWorld& world, uint32_t interface) const;

    void Begin(PimOracleWorld& world);
    void Finish(PimOracleWorld& world);
    void Forget(const PimOracleWorld& world);
    bool Forgets(PimOracleWorld& world) const;
    void FollowRoute(PimOracleWorld& world, uint32_t interface);
    void FollowUpstream(PimOracleWorld& world, const Look& before);
    void FollowDirect(PimOracleWorld& world);
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
    bool IsLimited(PimOracleWorld& world);
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
    void SendUpstream(PimOracleWorld& world, PimOracleKind kind);
    void SendEcho(PimOracleWorld& world, uint32_t interface);
    void SendAck(PimOracleWorld& world, const PimOracleMessage& graft);
    void SendAssert(PimOracleWorld& world, uint32_t interface, const PimOracleMetric& metric);
    void SendPruneToWinner(PimOracleWorld& world, uint32_t interface);

    PimOracleKey m_key;                              ///< S and G
    PimOracleUpstream m_upstream;                    ///< Upstream(S,G)
    PimOracleOrigin m_origin;                        ///< Origination(S,G)
    std::vector<PimOracleDownstream> m_downstream;   ///< by interface
    std::vector<PimOracleAssert> m_asserts;          ///< by interface
    Look m_seen;                                     ///< the macros at the end of the last event
    bool m_wasIdle{true};                            ///< IsIdle() when this event began
    bool m_wasMute{false};                           ///< IsMute() then
    std::optional<PimOracleTime> m_refreshReceived;  ///< the last State Refresh from RPF'(S)
    std::optional<PimOracleTime> m_refreshForwarded; ///< the last one that was forwarded
    uint32_t m_refreshInterval{0};                   ///< RefreshInterval(S,G), as received [s]
};

} // namespace mgm
} // namespace ns3

#endif // MGM_PIM_ORACLE_ENTRY_H
