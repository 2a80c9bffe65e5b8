/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-record-checks.h"

#include "mgm-occurrence-counter.h"
#include "mgm-record-matcher.h"

#include "ns3/simulator.h"

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
        : m_counter(spec.occurrences, "record"),
          m_matcher(spec.match)
    {
    }

    std::optional<std::set<uint32_t>> GetNodes() const override
    {
        auto nodes = m_counter.GetNodes();
        const auto node = m_matcher.GetNode();
        if (!nodes || !node)
        {
            return {};
        }
        nodes->insert(*node);
        return nodes;
    }

    void Observe(const TraceRecord& record) override
    {
        // In this order: no record follows itself.
        const auto time = NanoSeconds(record.timeNs);
        if (m_counter.IsTime(time) && m_matcher.Matches(record))
        {
            m_counter.Count(time);
        }
        m_counter.Observe(record);
    }

    ExpectationResult Finish() override
    {
        return m_counter.Finish(Simulator::Now(), m_matcher.Describe());
    }

  private:
    OccurrenceCounter m_counter;
    RecordMatcher m_matcher;
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
