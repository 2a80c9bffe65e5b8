/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_PIM_ORACLE_TIMER_H
#define MGM_PIM_ORACLE_TIMER_H

#include <cstdint>
#include <limits>

namespace ns3
{
namespace mgm
{

/// A moment or a duration [ns].
using PimOracleTime = int64_t;

/// The end of a timer that never expires.
inline constexpr PimOracleTime PIM_ORACLE_NEVER = std::numeric_limits<PimOracleTime>::max();

/// One second [ns].
inline constexpr PimOracleTime PIM_ORACLE_SECOND = 1'000'000'000;

/// A holdtime that never ends [s] (RFC 3973 sections 4.3.3 and 4.7.6).
inline constexpr uint32_t PIM_ORACLE_FOREVER = 0xFFFF;

/**
 * @ingroup tests
 * @brief A countdown timer, kept as the moment of its end.
 */
class PimOracleTimer
{
  public:
    /// @brief Starts it, or starts it anew. @param now present time @param duration how long
    void Set(PimOracleTime now, PimOracleTime duration)
    {
        m_runs = true;
        m_end = duration == PIM_ORACLE_NEVER ? PIM_ORACLE_NEVER : now + duration;
    }

    /// @brief Raises its end, never lowers it. @param now present time @param duration how long
    void Raise(PimOracleTime now, PimOracleTime duration)
    {
        const auto end = duration == PIM_ORACLE_NEVER ? PIM_ORACLE_NEVER : now + duration;
        m_end = m_runs && m_end > end ? m_end : end;
        m_runs = true;
    }

    /// Stops it.
    void Cancel()
    {
        m_runs = false;
    }

    /// @return whether it runs
    bool IsRunning() const
    {
        return m_runs;
    }

    /// @return when it expires; never, if it does not run
    PimOracleTime GetEnd() const
    {
        return m_runs ? m_end : PIM_ORACLE_NEVER;
    }

  private:
    bool m_runs{false};     ///< whether it runs
    PimOracleTime m_end{0}; ///< when it expires
};

/// @param seconds a holdtime or an interval of a message [s] @return it [ns]
inline PimOracleTime
PimOracleHold(uint32_t seconds)
{
    return seconds == PIM_ORACLE_FOREVER ? PIM_ORACLE_NEVER : seconds * PIM_ORACLE_SECOND;
}

} // namespace mgm
} // namespace ns3

#endif // MGM_PIM_ORACLE_TIMER_H
