/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_TRACE_COMPARISON_H
#define MGM_TRACE_COMPARISON_H

#include "mgm-difference-listener.h"
#include "mgm-record-comparison.h"
#include "mgm-record-pairing.h"
#include "mgm-record-window.h"
#include "trace/mgm-trace-reader.h"

#include <optional>

/*
 * DOC tools/diff: where two traces differ.
 *
 * RecordComparison says what counts: columns, times, and whether the order does. TraceComparison
 * reads two traces through a RecordWindow each, finds which record of one is which of the other,
 * and tells a DifferenceListener of all of them in order: the same, changed, or in one trace only.
 * The listener is the DifferenceReport, which shows the first difference with what is around it
 * and counts the others. The comparison owns windows and counterparts; readers, comparison and
 * listener are the caller's.
 *
 * Order: in lock step as long as the records are equal. At a difference the windows grow until
 * both traces run alike again; what lies between is aligned (mgm-sequence-alignment.h,
 * RecordPairing). Where the order within an instant does not count, an instant at a time.
 *
 * What must hold: numbers of records are never compared, and causes only as the records that they
 * are (RecordCounterparts), because one record more shifts all that follow; each record of both
 * traces is reported exactly once; memory is bounded by the window or the instant, unless times
 * are ignored.
 */

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief Compares two traces record by record.
 *
 * Where the order counts, both are read in lock step. At a difference, it looks ahead for the next
 * place where both run alike; what lies between is aligned. Where the order within an instant does
 * not count, the records of one instant are held; without times, those of the whole traces.
 */
class TraceComparison
{
  public:
    /// How many records of each trace it looks ahead at a difference.
    static constexpr std::size_t WINDOW = 8192;

    /// How many records it looks ahead first, and by how much more each time.
    static constexpr std::size_t FIRST_WINDOW = 64;

    /// How many records have to be equal to run alike again.
    static constexpr std::size_t RUN = 8;

    /**
     * @param a the first trace; it outlives the comparison
     * @param b the second trace; it outlives the comparison
     * @param comparison what is compared; it outlives the comparison
     * @param listener who is told; it outlives the comparison
     */
    TraceComparison(TraceReader& a,
                    TraceReader& b,
                    const RecordComparison& comparison,
                    DifferenceListener& listener);

    /// @brief Compares the traces.
    /// @throws InputError if a record can't be read
    void Run();

  private:
    /// Goes on where the order counts.
    void StepInOrder();

    /// Goes on with the records of the next instant.
    void StepByInstant();

    /// Finds the next place where both traces run alike.
    /// @return how many records of each lie before it; if there is none, how many to compare
    IndexPair FindResumption();

    /**
     * @brief Finds the next place where both traces run alike.
     * @param window how many records to look ahead
     * @return how many records of each lie before it; nothing if it is not that near
     */
    std::optional<IndexPair> FindResumption(std::size_t window);

    /**
     * @param window the next records of a trace
     * @param timeNs an instant [ns]
     * @return how many of them are of that instant
     */
    std::size_t CountInstant(RecordWindow& window, int64_t timeNs) const;

    /**
     * @brief Reports two blocks of records.
     * @param a records of the first trace
     * @param b records of the second trace
     * @param pairs which of them are counterparts
     */
    void Report(RecordBlock& a, RecordBlock& b, const Counterparts& pairs);

    /**
     * @brief Reports two counterparts.
     * @param a record of the first trace
     * @param b record of the second trace
     */
    void Report(ComparedRecord& a, const ComparedRecord& b);

    const RecordComparison& m_comparison; ///< what is compared
    DifferenceListener& m_listener;       ///< who is told
    RecordWindow m_a;                     ///< the next records of the first trace
    RecordWindow m_b;                     ///< the next records of the second trace
    RecordCounterparts m_counterparts;    ///< which records are counterparts
    bool m_isInStep{true};                ///< whether the last records were reported in lock step
};

} // namespace mgm
} // namespace ns3

#endif // MGM_TRACE_COMPARISON_H
