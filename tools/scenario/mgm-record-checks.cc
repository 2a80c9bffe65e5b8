/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-record-checks.h"

#include "mgm-record-matcher.h"

#include <limits>
#include <optional>
#include <set>
#include <sstream>
#include <vector>

namespace ns3
{
namespace mgm
{

namespace
{

const std::string RECORD = "record";

/// The nodes whose records may match; nothing if those of all nodes may.
std::optional<std::set<uint32_t>>
GetNodesOf(const std::vector<RecordMatcher>& matchers)
{
    std::set<uint32_t> nodes;
    for (const auto& matcher : matchers)
    {
        if (!matcher.GetNode())
        {
            return {};
        }
        nodes.insert(*matcher.GetNode());
    }
    return nodes;
}

/// Counts records.
class CountCheck : public ExpectationCheck
{
  public:
    explicit CountCheck(const RecordsExpectation& spec)
        : m_spec(spec),
          m_matcher(spec.match)
    {
    }

    std::optional<std::set<uint32_t>> GetNodes() const override
    {
        return GetNodesOf({m_matcher});
    }

    void Observe(const TraceRecord& record) override
    {
        const auto time = NanoSeconds(record.timeNs);
        if (time >= m_spec.from && time <= m_spec.until && m_matcher.Matches(record))
        {
            ++m_count;
        }
    }

    ExpectationResult Finish() override
    {
        return {m_count >= m_spec.least && m_count <= m_spec.most,
                DescribeCount(m_count, RECORD),
                DescribeBounds() + " with " + m_matcher.Describe()};
    }

  private:
    std::string DescribeBounds() const
    {
        if (m_spec.least == m_spec.most)
        {
            return DescribeCount(m_spec.least, RECORD);
        }
        if (m_spec.most == std::numeric_limits<uint64_t>::max())
        {
            return "at least " + DescribeCount(m_spec.least, RECORD);
        }
        return std::to_string(m_spec.least) + " to " + DescribeCount(m_spec.most, RECORD);
    }

    RecordsExpectation m_spec;
    RecordMatcher m_matcher;
    uint64_t m_count{0};
};

/// Waits for one record after the other.
class OrderCheck : public ExpectationCheck
{
  public:
    explicit OrderCheck(const OrderExpectation& spec)
    {
        for (const auto& match : spec.matches)
        {
            m_matchers.emplace_back(match);
        }
    }

    std::optional<std::set<uint32_t>> GetNodes() const override
    {
        return GetNodesOf(m_matchers);
    }

    void Observe(const TraceRecord& record) override
    {
        if (m_next < m_matchers.size() && m_matchers[m_next].Matches(record))
        {
            ++m_next;
            m_lastTimeNs = record.timeNs;
        }
    }

    ExpectationResult Finish() override
    {
        if (m_next == m_matchers.size())
        {
            return {true, "", ""};
        }
        std::ostringstream found;
        found << "the first " << m_next << " of " << m_matchers.size() << " records";
        if (m_next > 0)
        {
            found << ", the last at " << DescribeTime(NanoSeconds(m_lastTimeNs));
        }
        return {false, found.str(), "then one with " + m_matchers[m_next].Describe()};
    }

  private:
    std::vector<RecordMatcher> m_matchers;
    std::size_t m_next{0};
    int64_t m_lastTimeNs{0};
};

} // namespace

std::unique_ptr<ExpectationCheck>
MakeCheck(const RecordsExpectation& spec)
{
    return std::make_unique<CountCheck>(spec);
}

std::unique_ptr<ExpectationCheck>
MakeCheck(const OrderExpectation& spec)
{
    return std::make_unique<OrderCheck>(spec);
}

} // namespace mgm
} // namespace ns3
