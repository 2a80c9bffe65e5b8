/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-expectation-checker.h"

#include "mgm-record-matcher.h"
#include "mgm-state-probe.h"

#include "ns3/simulator.h"

#include <iomanip>
#include <limits>
#include <sstream>

namespace ns3
{
namespace mgm
{

/// What all kinds of expectations have.
class ExpectationChecker::Check
{
  public:
    virtual ~Check() = default;

    /// Takes a record.
    virtual void Observe(const TraceRecord& /* record */)
    {
    }

    /// Ends, after the run.
    virtual ExpectationResult Finish() = 0;
};

namespace
{

using Check = ExpectationChecker::Check;

/// `1 record`, `2 records`, ...
std::string
Records(uint64_t count)
{
    return std::to_string(count) + (count == 1 ? " record" : " records");
}

/// A time in seconds.
std::string
TextOf(Time time)
{
    std::ostringstream text;
    text << std::setprecision(std::numeric_limits<double>::digits10) << time.GetSeconds() << " s";
    return text.str();
}

/// Counts records.
class CountCheck : public Check
{
  public:
    explicit CountCheck(const RecordsExpectation& spec)
        : m_spec(spec),
          m_matcher(spec.match)
    {
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
                Records(m_count),
                DescribeBounds() + " with " + m_matcher.Describe()};
    }

  private:
    std::string DescribeBounds() const
    {
        if (m_spec.least == m_spec.most)
        {
            return Records(m_spec.least);
        }
        if (m_spec.most == std::numeric_limits<uint64_t>::max())
        {
            return "at least " + Records(m_spec.least);
        }
        return std::to_string(m_spec.least) + " to " + Records(m_spec.most);
    }

    RecordsExpectation m_spec;
    RecordMatcher m_matcher;
    uint64_t m_count{0};
};

/// Waits for one record after the other.
class OrderCheck : public Check
{
  public:
    explicit OrderCheck(const OrderExpectation& spec)
    {
        for (const auto& match : spec.matches)
        {
            m_matchers.emplace_back(match);
        }
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
            found << ", the last at " << TextOf(NanoSeconds(m_lastTimeNs));
        }
        return {false, found.str(), "then one with " + m_matchers[m_next].Describe()};
    }

  private:
    std::vector<RecordMatcher> m_matchers;
    std::size_t m_next{0};
    int64_t m_lastTimeNs{0};
};

/// Looks at the state at some time, or at the end.
template <typename Spec>
class StateCheck : public Check
{
  public:
    StateCheck(const Spec& spec, const ScenarioNetwork::Node& node)
        : m_spec(spec),
          m_node(node)
    {
        if (m_spec.at)
        {
            Simulator::Schedule(*m_spec.at, [this]() { Look(); });
        }
    }

    ExpectationResult Finish() override
    {
        if (!m_spec.at)
        {
            Look();
        }
        if (m_result.expected.empty())
        {
            return {false, "the end of the run before", "a look at " + TextOf(*m_spec.at)};
        }
        return m_result;
    }

  private:
    /// Compares the state with what is expected.
    void Look();

    Spec m_spec;
    const ScenarioNetwork::Node& m_node;
    ExpectationResult m_result;
};

template <>
void
StateCheck<OwnerExpectation>::Look()
{
    const auto holder = GetHolder(m_node, m_spec.interface);
    const bool isSame =
        holder && m_spec.id &&
        (holder->second == *m_spec.id || (holder->second.IsIgmp() && m_spec.id->IsIgmp()));
    m_result = {isSame || (!holder && !m_spec.id),
                holder ? "owner " + holder->first : "no owner",
                m_spec.id ? "owner " + m_spec.name : "no owner"};
}

ExpectationResult
Compare(const std::vector<SourceGroup>& found, const std::vector<SourceGroup>& expected)
{
    return {found == expected, Describe(found), Describe(expected)};
}

template <>
void
StateCheck<KnownExpectation>::Look()
{
    m_result = Compare(GetKnownGroups(m_node, m_spec.protocol), m_spec.groups);
}

template <>
void
StateCheck<MembersExpectation>::Look()
{
    m_result = Compare(GetMembers(m_node, m_spec.interface), m_spec.groups);
}

/// Makes the check of an expectation.
struct CheckMaker
{
    const ScenarioNetwork& network;

    std::unique_ptr<Check> operator()(const RecordsExpectation& spec) const
    {
        return std::make_unique<CountCheck>(spec);
    }

    std::unique_ptr<Check> operator()(const OrderExpectation& spec) const
    {
        return std::make_unique<OrderCheck>(spec);
    }

    template <typename Spec>
    std::unique_ptr<Check> operator()(const Spec& spec) const
    {
        return std::make_unique<StateCheck<Spec>>(spec, network.GetNodes()[spec.node]);
    }
};

} // namespace

ExpectationChecker::ExpectationChecker(const Scenario& scenario, const ScenarioNetwork& network)
{
    for (const auto& expectation : scenario.expectations)
    {
        m_checks.push_back(std::visit(CheckMaker{network}, expectation.what));
    }
}

ExpectationChecker::~ExpectationChecker() = default;

void
ExpectationChecker::Observe(const TraceRecord& record)
{
    for (const auto& check : m_checks)
    {
        check->Observe(record);
    }
}

std::vector<ExpectationResult>
ExpectationChecker::Finish()
{
    std::vector<ExpectationResult> results;
    for (const auto& check : m_checks)
    {
        results.push_back(check->Finish());
    }
    return results;
}

} // namespace mgm
} // namespace ns3
