/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_PIM_ORACLE_NEIGHBORS_H
#define MGM_PIM_ORACLE_NEIGHBORS_H

#include "mgm-pim-oracle-setup.h"

#include <map>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup tests
 * @brief The PIM neighbors on an interface, as their Hellos tell (RFC 3973 sections 4.3.2
 * to 4.3.5).
 */
class PimOracleNeighbors
{
  public:
    /// What a Hello means.
    enum class News : uint8_t
    {
        NONE,
        NEW,       ///< from a new neighbor
        RESTARTED, ///< from one whose Generation ID has changed
        GONE,      ///< with Hold Time 0
    };

    /// @brief Receives a Hello. @param now present time @param hello it
    /// @return what it means; GONE only for a neighbor that there was
    News Receive(PimOracleTime now, const PimOracleMessage& hello);

    /// @brief Forgets a neighbor. @param address its address
    void Remove(uint32_t address);

    /// Forgets all.
    void Clear();

    /// @param address an address @return whether it is that of a neighbor
    bool Has(uint32_t address) const;

    /// @return number of neighbors
    std::size_t Count() const;

    /// @return when NLT(N,I) of each neighbor expires, by address
    std::map<uint32_t, PimOracleTime> GetEnds() const;

    /// @return StateRefreshCapable(I), section 4.5.1
    bool IsRefreshCapable() const;

    /// @param own the option of this router, if it has it
    /// @return Propagation Delay and Override Interval of the interface, sections 4.3.5 and 4.8
    PimOracleLanDelay GetLanDelay(const std::optional<PimOracleLanDelay>& own) const;

  private:
    /// What is known of a neighbor.
    struct Neighbor
    {
        PimOracleTimer alive;                      ///< NLT(N,I)
        std::optional<uint32_t> generation;        ///< Generation ID
        std::optional<PimOracleLanDelay> lanDelay; ///< LAN Prune Delay
        bool isRefreshCapable{false};              ///< State Refresh Capable
    };

    std::map<uint32_t, Neighbor> m_neighbors; ///< by address
};

} // namespace mgm
} // namespace ns3

#endif // MGM_PIM_ORACLE_NEIGHBORS_H
