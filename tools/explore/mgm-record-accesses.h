/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_RECORD_ACCESSES_H
#define MGM_RECORD_ACCESSES_H

#include "mgm-footprint.h"
#include "scenario/mgm-record-matcher.h"
#include "scenario/mgm-scenario.h"

#include "ns3/mgm-trace-record.h"

#include <vector>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief By what outcomes of runs are told apart, beside the state at the end.
 */
enum class Distinction : uint8_t
{
    NODE,   ///< The callbacks on each node, in their order.
    CLIENT, ///< The callbacks to each client, in their order.
    STATE,  ///< Nothing else.
};

/**
 * @ingroup mgm
 * @brief Tells from a trace record what was read and written.
 *
 * What it does not know is taken for everything on the node.
 */
class RecordAccesses
{
  public:
    /**
     * @param scenario the scenario; it outlives this
     * @param distinction by what outcomes are told apart
     */
    RecordAccesses(const Scenario& scenario, Distinction distinction);

    /**
     * @brief Adds the accesses of a record.
     * @param record the record
     * @param footprint what to add them to
     * @return whether the record is one of the work with registrations, interfaces and memberships
     */
    bool AddTo(Footprint& footprint, const TraceRecord& record) const;

  private:
    /// @brief Adds the accesses of a call and of its answer.
    /// @param record the record
    /// @param footprint what to add them to
    /// @return whether the call is known
    static bool AddCall(Footprint& footprint, const TraceRecord& record);

    /// @brief Adds the accesses of a change of state or of an event.
    /// @param record the record
    /// @param footprint what to add them to
    /// @return whether it is known
    static bool AddChange(Footprint& footprint, const TraceRecord& record);

    /// @brief Adds what IGMP does by itself.
    /// @param record the record
    /// @param footprint what to add it to
    /// @return whether it is that
    static bool AddIgmp(Footprint& footprint, const TraceRecord& record);

    /// @brief Adds that a client is called.
    /// @param record the record
    /// @param footprint what to add it to
    /// @return whether the callback is about memberships or IGMP
    bool AddCallback(Footprint& footprint, const TraceRecord& record) const;

    /// @brief Adds that expectations of an order look at a record.
    /// @param record the record
    /// @param footprint what to add it to
    void AddExpectations(Footprint& footprint, const TraceRecord& record) const;

    Distinction m_distinction;                        ///< by what outcomes are told apart
    std::vector<std::vector<RecordMatcher>> m_orders; ///< the orders that are expected
};

} // namespace mgm
} // namespace ns3

#endif // MGM_RECORD_ACCESSES_H
