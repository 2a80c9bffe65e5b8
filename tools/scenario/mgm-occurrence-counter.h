/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_OCCURRENCE_COUNTER_H
#define MGM_OCCURRENCE_COUNTER_H

#include "mgm-expectation-check.h"
#include "mgm-record-matcher.h"
#include "mgm-scenario.h"

#include "ns3/mgm-trace-record.h"
#include "ns3/nstime.h"

#include <cstdint>
#include <deque>
#include <optional>
#include <set>
#include <string>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief Counts what is expected to happen so often: between two times, or at some time after each
 * record of a kind.
 */
class OccurrenceCounter
{
  public:
    /**
     * @param spec how often, and when
     * @param noun what happens, in the singular
     */
    OccurrenceCounter(const Occurrences& spec, const std::string& noun);

    /// @return ids of the nodes whose records Observe() takes; nothing: it takes those of all nodes
    std::optional<std::set<uint32_t>> GetNodes() const;

    /// @brief Takes a trace record: what happens later may be counted because of it.
    /// @param record the record
    void Observe(const TraceRecord& record);

    /// @param time the present time
    /// @return whether what happens now may be counted
    bool IsTime(Time time) const;

    /// @brief Counts something that happens now, if it is time.
    /// @param time now
    void Count(Time time);

    /**
     * @brief Ends.
     *
     * What is expected within a time that the end of the run cuts off is not missing: it might
     * have come. Something must have been seen, however.
     *
     * @param end the end of the run
     * @param what what is counted, for people
     * @return whether there were as many as expected
     */
    ExpectationResult Finish(Time end, const std::string& what);

  private:
    /// What has happened after a record.
    struct Window
    {
        Time since;     ///< when the record came
        uint64_t count; ///< how much has happened in the time after it
    };

    /// @param count a number
    /// @return whether it is as expected
    bool IsMet(uint64_t count) const;

    /// @brief Ends windows whose time is over.
    /// @param now the present time
    void CloseBefore(Time now);

    /// @brief Judges a window.
    /// @param window the window
    void Close(const Window& window);

    /// @return what came instead of what was expected after records
    std::string DescribeWindows() const;

    /// @return how often it is expected, for people
    std::string DescribeNumber() const;

    /// @return after what it is expected, for people
    std::string DescribeAfter() const;

    Occurrences m_spec;                   ///< how often, and when
    std::string m_noun;                   ///< what happens
    std::optional<RecordMatcher> m_after; ///< the records that it is to follow
    uint64_t m_count{0};                  ///< how much has happened, if it is to follow none
    std::deque<Window> m_windows;         ///< those whose time is not over, by time
    uint64_t m_met{0};                    ///< how many windows showed what is expected
    std::optional<Window> m_unmet;        ///< the first one that did not
};

} // namespace mgm
} // namespace ns3

#endif // MGM_OCCURRENCE_COUNTER_H
