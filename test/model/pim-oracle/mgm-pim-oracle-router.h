/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_PIM_ORACLE_ROUTER_H
#define MGM_PIM_ORACLE_ROUTER_H

#include "mgm-pim-oracle-entry.h"

namespace ns3
{
namespace mgm
{

/// @ingroup tests
/// @brief A message that is sent at a random moment.
struct PimOracleRandom
{
    PimOracleTime from;     ///< not before
    PimOracleTime until;    ///< not after
    PimOracleKind kind;     ///< HELLO, or JOIN when OT expires
    uint32_t interface;     ///< where
    PimOracleKey key{0, 0}; ///< S and G of a JOIN
};

/**
 * @ingroup tests
 * @brief A PIM-DM router, written from RFC 3973 alone.
 *
 * It takes things as they happen, and has no clock: who uses it says which timer expires next.
 * Where the RFC leaves something open it asks its chooser, so that a router can be led through all
 * that is allowed; where it is silent PimOracleEntry lists what is settled. Of RFC 2715 section 4.3
 * it has sources that are reached over another component, and what others forward. Two things that
 * the RFC allows it never does: replay a State Refresh to a neighbor that has restarted, and make
 * state of the first State Refreshes after its own start (both "MAY", section 4.3.4).
 */
class PimOracleRouter
{
  public:
    /// @param setup its configuration
    explicit PimOracleRouter(std::shared_ptr<const PimOracleSetup> setup);

    /// @brief Something happens. @param event it @param chooser decides what is open
    void Apply(const PimOracleEvent& event, PimOracleChooser& chooser);

    /// @return timers that run
    std::vector<PimOracleDue> GetTimers() const;

    /// @return messages that are sent at random moments
    std::vector<PimOracleRandom> GetRandoms() const;

    /// @brief A timer expires, at its time. @param due which @param chooser decides what is open
    void Fire(const PimOracleDue& due, PimOracleChooser& chooser);

    /// @brief A random moment has come. @param random of which message @param now when
    /// @param chooser decides what is open
    void FireRandom(const PimOracleRandom& random, PimOracleTime now, PimOracleChooser& chooser);

    /// Forgets what was sent and forwarded, and which rows were taken.
    void BeginStep();

    /// @return what it knows, and what it has sent since BeginStep()
    const PimOracleWorld& GetWorld() const
    {
        return m_world;
    }

    /// @return all (S,G) that it has state for
    const std::map<PimOracleKey, PimOracleEntry>& GetEntries() const
    {
        return m_entries;
    }

    /// @return all that there is to know, as text
    std::string Dump() const;

  private:
    PimOracleEntry& EntryOf(const PimOracleKey& key);
    void ReceiveHello(const PimOracleMessage& hello);
    void Receive(const PimOracleMessage& message);
    void ReceiveData(const PimOracleEvent& event);
    void ChangeInterface(const PimOracleEvent& event);
    void LoseNeighbor(uint32_t interface, uint32_t address);
    void TakeDown();
    void React();

    PimOracleWorld m_world;                           ///< what it knows
    std::map<PimOracleKey, PimOracleEntry> m_entries; ///< (S,G) that something was heard of
};

} // namespace mgm
} // namespace ns3

#endif // MGM_PIM_ORACLE_ROUTER_H
