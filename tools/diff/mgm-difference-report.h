/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_DIFFERENCE_REPORT_H
#define MGM_DIFFERENCE_REPORT_H

#include "mgm-difference-listener.h"
#include "mgm-record-line.h"

#include "ns3/mgm-trace-header.h"

#include <cstdint>
#include <deque>
#include <map>
#include <ostream>
#include <string>
#include <utility>
#include <vector>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief Shows the first difference of two traces with records around it, then how many there are.
 */
class DifferenceReport : public DifferenceListener
{
  public:
    /**
     * @param os where to write
     * @param a header of the first trace
     * @param b header of the second trace
     * @param context how many records to show before and behind the first difference
     */
    DifferenceReport(std::ostream& os,
                     const TraceHeader& a,
                     const TraceHeader& b,
                     std::size_t context);

    void Same(ComparedRecord a) override;
    void Changed(const ComparedRecord& a,
                 const ComparedRecord& b,
                 const std::vector<std::string>& columns) override;
    void OnlyIn(TraceSide side, const ComparedRecord& record, const ComparedRecord* other) override;

    /// @return whether there is no difference so far
    bool IsEmpty() const
    {
        return m_counts.empty();
    }

    /// Writes how many differences there are.
    void Finish();

  private:
    /// Numbers of differences.
    struct Counts
    {
        uint64_t onlyInA{0}; ///< records of the first trace only
        uint64_t onlyInB{0}; ///< records of the second trace only
        uint64_t changed{0}; ///< records that are others in the second trace
    };

    /**
     * @param record a record
     * @return the numbers for records of its kind and operation
     */
    Counts& CountsOf(const ComparedRecord& record);

    /// @brief Begins a difference; the first one gets a title and the records before.
    /// @param title what it is
    void Begin(const std::string& title);

    /**
     * @brief Shows a record, if it is near the first difference.
     * @param mark what stands before it
     * @param side the trace that it is of
     * @param record the record
     */
    void Show(char mark, TraceSide side, const ComparedRecord& record);

    std::ostream& m_os;                                             ///< where to write
    RecordLine m_lineOfA;                                           ///< shows the first trace
    RecordLine m_lineOfB;                                           ///< shows the second trace
    std::size_t m_context;                                          ///< how many records to show
    std::size_t m_left{0};                                          ///< how many are still shown
    std::deque<ComparedRecord> m_before;                            ///< the last equal records
    std::map<std::pair<std::string, std::string>, Counts> m_counts; ///< by kind and operation
    uint64_t m_same{0};                                             ///< equal records
};

/**
 * @brief Writes where two headers differ, one line for each field.
 * @param os where to write
 * @param a header of the first trace
 * @param b header of the second trace
 * @return whether they are equal
 */
bool CompareHeaders(std::ostream& os, const TraceHeader& a, const TraceHeader& b);

} // namespace mgm
} // namespace ns3

#endif // MGM_DIFFERENCE_REPORT_H
