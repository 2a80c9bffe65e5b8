/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_EXPECTATION_CHECK_H
#define MGM_EXPECTATION_CHECK_H

#include "ns3/mgm-trace-record.h"
#include "ns3/nstime.h"

#include <cstdint>
#include <optional>
#include <set>
#include <string>

namespace ns3
{
namespace mgm
{

/// @ingroup mgm
/// @brief What became of an expectation.
struct ExpectationResult
{
    bool isMet{false};    ///< Whether the run showed it.
    std::string found;    ///< What the run showed instead.
    std::string expected; ///< What was expected.
};

/**
 * @ingroup mgm
 * @brief An expectation that is being checked.
 */
class ExpectationCheck
{
  public:
    virtual ~ExpectationCheck() = default;

    /// @return ids of the nodes whose records it takes; nothing: it takes those of all nodes
    virtual std::optional<std::set<uint32_t>> GetNodes() const;

    /// @brief Takes a trace record.
    /// @param record the record
    virtual void Observe(const TraceRecord& record);

    /// @brief Ends, after the run.
    /// @return whether the expectation is met
    virtual ExpectationResult Finish() = 0;
};

/**
 * @brief Notes something of an expectation that is not as expected, behind what was noted before.
 * @param[in,out] result what became of the expectation
 * @param name what it is
 * @param found its value
 * @param expected what was expected
 */
void NoteDifference(ExpectationResult& result,
                    const std::string& name,
                    const std::string& found,
                    const std::string& expected);

/**
 * @param time a time that is not negative
 * @return it in seconds, for people, with all its digits
 */
std::string DescribeTime(Time time);

/**
 * @param count a number
 * @param noun what there is so many of, in the singular
 * @return both, such as "1 record" or "2 records"
 */
std::string DescribeCount(uint64_t count, const std::string& noun);

} // namespace mgm
} // namespace ns3

#endif // MGM_EXPECTATION_CHECK_H
