/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_DIFFERENCE_LISTENER_H
#define MGM_DIFFERENCE_LISTENER_H

#include "mgm-compared-record.h"

#include <cstdint>
#include <string>
#include <vector>

namespace ns3
{
namespace mgm
{

/// @ingroup mgm
/// @brief One of the two traces that are compared.
enum class TraceSide : uint8_t
{
    A, ///< The first one.
    B, ///< The second one.
};

/**
 * @ingroup mgm
 * @brief Is told of all records of two traces, in order.
 */
class DifferenceListener
{
  public:
    virtual ~DifferenceListener() = default;

    /// @brief A record is in both traces.
    /// @param a the record of the first one
    virtual void Same(ComparedRecord a) = 0;

    /**
     * @brief A record of the first trace is another one in the second.
     * @param a the record of the first trace
     * @param b the record of the second trace
     * @param columns names of the columns that differ
     */
    virtual void Changed(const ComparedRecord& a,
                         const ComparedRecord& b,
                         const std::vector<std::string>& columns) = 0;

    /**
     * @brief A record is in one trace only.
     * @param side the trace
     * @param record the record
     * @param other the record that the other trace has in its place; null if that has ended
     */
    virtual void OnlyIn(TraceSide side,
                        const ComparedRecord& record,
                        const ComparedRecord* other) = 0;
};

} // namespace mgm
} // namespace ns3

#endif // MGM_DIFFERENCE_LISTENER_H
