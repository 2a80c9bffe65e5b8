/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-packet-checks.h"

#include "mgm-bounds.h"

#include "ns3/simulator.h"

#include <optional>
#include <string>

namespace ns3
{
namespace mgm
{

namespace
{

/// Checks what a receiver gets of a stream.
class StreamCheck : public ExpectationCheck
{
  public:
    StreamCheck(const StreamExpectation& spec, uint32_t receiver, const StreamMeter& meter)
        : m_spec(spec),
          m_receiver(receiver),
          m_meter(meter)
    {
    }

    ExpectationResult Finish() override
    {
        const auto result = m_meter.GetResult(m_receiver, m_spec.stream);
        Compare("sent", result.GetSent(), m_spec.sent);
        Compare("received", result.GetReceived(), m_spec.received);
        Compare("lost", result.GetLost(), m_spec.lost);
        Compare("duplicates", result.GetDuplicates(), m_spec.duplicates);
        for (const auto& time : result.GetFirstAfterJoin())
        {
            CompareTime("first-after-join", time, m_spec.firstAfterJoin);
        }
        if (result.GetFirstAfterJoin().empty())
        {
            CompareTime("first-after-join", {}, m_spec.firstAfterJoin);
        }
        const auto& gap = result.GetLongestGap();
        CompareTime("longest-gap",
                    gap ? std::make_optional(gap->length) : std::nullopt,
                    m_spec.longestGap);
        m_result.isMet = m_result.found.empty();
        return m_result;
    }

  private:
    /// Compares a number with its bounds.
    void Compare(const std::string& name,
                 uint64_t value,
                 const std::optional<Bounds>& bounds,
                 bool isTime = false)
    {
        if (bounds && !bounds->Contain(value))
        {
            NoteDifference(m_result,
                           name,
                           DescribeValue(value, isTime),
                           DescribeBounds(*bounds, isTime));
        }
    }

    /// Compares a time, which may never have come, with its bounds.
    void CompareTime(const std::string& name,
                     const std::optional<Time>& time,
                     const std::optional<Bounds>& bounds)
    {
        if (time)
        {
            Compare(name, static_cast<uint64_t>(time->GetNanoSeconds()), bounds, true);
        }
        else if (bounds)
        {
            NoteDifference(m_result, name, "never", DescribeBounds(*bounds, true));
        }
    }

    StreamExpectation m_spec;
    uint32_t m_receiver;
    const StreamMeter& m_meter;
    ExpectationResult m_result;
};

/// Checks what all packets came to.
class PacketsCheck : public ExpectationCheck
{
  public:
    PacketsCheck(const PacketsExpectation& spec, const PacketLedger& ledger)
        : m_spec(spec),
          m_ledger(ledger)
    {
    }

    ExpectationResult Finish() override
    {
        const auto totals = m_ledger.GetTotals(Simulator::Now());
        const bool isUnaccounted = m_spec.count == PacketsExpectation::Count::UNACCOUNTED;
        const auto number = isUnaccounted ? totals.unaccounted : totals.repeated;
        const auto describe = [isUnaccounted](uint64_t count) {
            return std::to_string(count) + (isUnaccounted ? " unaccounted" : " repeated");
        };
        return {number == m_spec.number, describe(number), describe(m_spec.number)};
    }

  private:
    PacketsExpectation m_spec;
    const PacketLedger& m_ledger;
};

} // namespace

std::unique_ptr<ExpectationCheck>
MakeCheck(const StreamExpectation& spec, uint32_t receiver, const StreamMeter& meter)
{
    return std::make_unique<StreamCheck>(spec, receiver, meter);
}

std::unique_ptr<ExpectationCheck>
MakeCheck(const PacketsExpectation& spec, const PacketLedger& ledger)
{
    return std::make_unique<PacketsCheck>(spec, ledger);
}

} // namespace mgm
} // namespace ns3
