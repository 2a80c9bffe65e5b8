/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_RANDOM_STREAMS_H
#define MGM_RANDOM_STREAMS_H

#include "ns3/mgm-time-variable.h"
#include "ns3/nstime.h"
#include "ns3/random-variable-stream.h"

#include <cstdint>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief Gives random variables their streams, one number after the other.
 */
class RandomStreams
{
  public:
    /**
     * @brief Gives an object its streams.
     * @param object what has AssignStreams()
     */
    template <typename T>
    void AssignTo(const T& object)
    {
        Skip(object->AssignStreams(m_next));
    }

    /**
     * @brief Counts streams that were given out from GetNext() on.
     * @param count how many
     */
    void Skip(int64_t count)
    {
        m_next += count;
    }

    /// @return number of the next stream
    int64_t GetNext() const
    {
        return m_next;
    }

    /**
     * @brief Gives a variable the next stream.
     * @param variable the variable
     */
    void AssignTo(const Ptr<RandomVariableStream>& variable)
    {
        variable->SetStream(m_next++);
    }

    /**
     * @brief Draws a time from a variable that gets the next stream.
     * @param variable the variable [s]
     * @return the time
     */
    Time Draw(const Ptr<RandomVariableStream>& variable)
    {
        AssignTo(variable);
        return DrawTime(variable);
    }

  private:
    int64_t m_next{0}; ///< number of the next stream
};

} // namespace mgm
} // namespace ns3

#endif // MGM_RANDOM_STREAMS_H
