/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_TRACE_CONTEXT_H
#define MGM_TRACE_CONTEXT_H

#include <cstdint>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief Numbers the trace records of a simulation and knows what caused the current one.
 *
 * There is one per simulation, shared by all nodes, so that `seq` is a total order of the run. It
 * starts anew with every simulation.
 */
class TraceContext
{
  public:
    /// @return the context of the running simulation
    static TraceContext& Get();

    /// @return the number for the next record, from 1
    uint64_t NextSeq()
    {
        return ++m_lastSeq;
    }

    /// @return `seq` of the record that causes what happens now; 0 if there is none
    uint64_t GetCause() const
    {
        return m_cause;
    }

    /// @return nesting of calls and callbacks
    uint32_t GetDepth() const
    {
        return m_depth;
    }

  private:
    friend class CauseScope;

    uint64_t m_lastSeq{0}; ///< number of the newest record
    uint64_t m_cause{0};   ///< number of the record that causes what happens now
    uint32_t m_depth{0};   ///< open scopes that nest
};

/**
 * @ingroup mgm
 * @brief While it lives, records are caused by a given one.
 *
 * Scopes follow the C++ stack. An event that runs later opens one with the cause that was current
 * when it was scheduled.
 */
class CauseScope
{
  public:
    /// Whether the records inside count as nested in the cause.
    enum class Nesting : uint8_t
    {
        SAME,   ///< They follow it: a timer, a packet, a posted callback.
        DEEPER, ///< They happen within it: a callback within a call.
    };

    /**
     * @param cause `seq` of the causing record; 0 keeps the present cause
     * @param nesting whether what follows is nested in it
     */
    explicit CauseScope(uint64_t cause, Nesting nesting = Nesting::SAME);
    ~CauseScope();

    CauseScope(const CauseScope&) = delete;
    CauseScope& operator=(const CauseScope&) = delete;

  private:
    uint64_t m_outerCause; ///< cause to return to
    uint32_t m_outerDepth; ///< depth to return to
};

} // namespace mgm
} // namespace ns3

#endif // MGM_TRACE_CONTEXT_H
