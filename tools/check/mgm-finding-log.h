/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_FINDING_LOG_H
#define MGM_FINDING_LOG_H

#include "mgm-record-note.h"
#include "mgm-trace-rule.h"

#include <array>
#include <cstdint>
#include <set>
#include <string>
#include <vector>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief A place of a trace where a rule does not hold.
 */
struct TraceFinding
{
    TraceRule rule;                  ///< The rule.
    std::vector<RecordNote> records; ///< The records concerned.
    std::string explanation;         ///< What is wrong, in plain words.
    uint64_t place{0};               ///< Number of the record at which it is wrong.
};

/**
 * @ingroup mgm
 * @brief The findings of a check.
 *
 * A finding is about something: an interface, a group that a client knows, a packet. What was found
 * wrong once is not reported again, because what follows is mostly a consequence. Of each rule some
 * findings are kept and the others are counted, so that memory is bounded.
 */
class FindingLog
{
  public:
    /// Findings of each rule that are kept.
    static constexpr std::size_t KEPT = 20;

    /**
     * @brief Says how far the trace has been read.
     * @param place number of the record that is being judged
     */
    void SetPlace(uint64_t place)
    {
        m_place = place;
    }

    /**
     * @brief Notes a finding.
     * @param rule the rule
     * @param about what it is about
     * @param records the records concerned; those with number 0 are left out
     * @param explanation what is wrong
     * @param place number of the record at which it is wrong; 0 is the one that is being judged
     */
    void Report(TraceRule rule,
                const std::string& about,
                const std::vector<RecordNote>& records,
                const std::string& explanation,
                uint64_t place = 0);

    /**
     * @brief Puts the findings in the order of their places: that something should have happened
     * and did not is found late.
     */
    void Sort();

    /// @return the findings that are kept, in the order in which they were found or sorted
    const std::vector<TraceFinding>& GetAll() const
    {
        return m_findings;
    }

    /**
     * @param rule a rule
     * @return the number of findings, with those that are not kept
     */
    uint64_t GetCount(TraceRule rule) const
    {
        return m_counts[static_cast<std::size_t>(rule)];
    }

    /**
     * @param rule a rule
     * @return whether it does not hold for something that was known to be wrong already
     */
    bool IsHidden(TraceRule rule) const
    {
        return m_isHidden[static_cast<std::size_t>(rule)];
    }

    /// @return the number of findings of all rules
    uint64_t GetTotal() const;

  private:
    std::vector<TraceFinding> m_findings;              ///< what is kept
    std::array<uint64_t, TRACE_RULE_COUNT> m_counts{}; ///< findings of each rule
    std::array<bool, TRACE_RULE_COUNT> m_isHidden{};   ///< rules with findings left out
    std::set<std::string> m_known;                     ///< what is known to be wrong
    uint64_t m_place{0};                               ///< number of the record that is judged
};

} // namespace mgm
} // namespace ns3

#endif // MGM_FINDING_LOG_H
