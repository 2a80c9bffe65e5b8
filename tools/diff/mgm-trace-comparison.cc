/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-trace-comparison.h"

#include <algorithm>
#include <string>
#include <unordered_map>

namespace ns3
{
namespace mgm
{

namespace
{

/// Gives equal keys equal numbers.
class Numbering
{
  public:
    Sequence Number(RecordWindow& window, std::size_t count)
    {
        Sequence sequence;
        for (std::size_t i = 0; i < count; ++i)
        {
            const auto next = static_cast<uint32_t>(m_numbers.size());
            sequence.push_back(m_numbers.emplace(window.Find(i)->GetKey(), next).first->second);
        }
        return sequence;
    }

  private:
    std::unordered_map<std::string, uint32_t> m_numbers;
};

/// Cuts what is later than an instant off a number of records.
std::size_t
CountUntil(RecordWindow& window, std::size_t count, int64_t timeNs)
{
    while (count > 0 && window.Find(count - 1)->Get().timeNs > timeNs)
    {
        --count;
    }
    return count;
}

} // namespace

TraceComparison::TraceComparison(TraceReader& a,
                                 TraceReader& b,
                                 const RecordComparison& comparison,
                                 DifferenceListener& listener)
    : m_comparison(comparison),
      m_listener(listener),
      m_a(a, comparison),
      m_b(b, comparison)
{
}

void
TraceComparison::Run()
{
    while (m_a.Find() || m_b.Find())
    {
        m_comparison.HasOrder() ? StepInOrder() : StepByInstant();
    }
}

void
TraceComparison::StepInOrder()
{
    const auto* nextOfA = m_a.Find();
    const auto* nextOfB = m_b.Find();
    if (nextOfA && nextOfB && nextOfA->GetKey() == nextOfB->GetKey())
    {
        auto a = m_a.Take(1);
        const auto b = m_b.Take(1);
        m_counterparts.Add(a[0].Get().seq, b[0].Get().seq, m_isInStep);
        m_isInStep = true;
        Report(a[0], b[0]);
        return;
    }
    const auto [countOfA, countOfB] = FindResumption();
    auto a = m_a.Take(countOfA);
    auto b = m_b.Take(countOfB);
    RecordPairing pairing(a, b);
    pairing.PairInOrder();
    pairing.PairChangesInOrder();
    Report(a, b, pairing.Get());
}

IndexPair
TraceComparison::FindResumption()
{
    // Most differences are short, and then it is not worth looking far.
    for (std::size_t window = FIRST_WINDOW; window < WINDOW; window *= FIRST_WINDOW)
    {
        if (const auto place = FindResumption(window))
        {
            return *place;
        }
    }
    if (const auto place = FindResumption(WINDOW))
    {
        return *place;
    }
    auto a = m_a.Fill(WINDOW);
    auto b = m_b.Fill(WINDOW);
    if (m_comparison.HasTime())
    {
        // Otherwise the trace with more records in a time would fall behind.
        const auto end = std::min(m_a.Find(a - 1)->Get().timeNs, m_b.Find(b - 1)->Get().timeNs);
        a = CountUntil(m_a, a, end);
        b = CountUntil(m_b, b, end);
    }
    return {a, b};
}

std::optional<IndexPair>
TraceComparison::FindResumption(std::size_t window)
{
    const auto sizeOfA = m_a.Fill(window);
    const auto sizeOfB = m_b.Fill(window);
    Numbering numbering;
    const auto a = numbering.Number(m_a, sizeOfA);
    const auto b = numbering.Number(m_b, sizeOfB);
    const IndexPair ends{sizeOfA, sizeOfB};
    const auto place = FindCommonRun(a, b, RUN);
    const bool haveEnded = sizeOfA < window && sizeOfB < window;
    return place != ends || haveEnded || sizeOfA == 0 || sizeOfB == 0 ? std::make_optional(place)
                                                                      : std::nullopt;
}

std::size_t
TraceComparison::CountInstant(RecordWindow& window, int64_t timeNs) const
{
    std::size_t count = 0;
    for (const auto* record = window.Find(); record; record = window.Find(count))
    {
        if (m_comparison.HasTime() && record->Get().timeNs != timeNs)
        {
            break;
        }
        ++count;
    }
    return count;
}

void
TraceComparison::StepByInstant()
{
    const auto* nextOfA = m_a.Find();
    const auto* nextOfB = m_b.Find();
    const auto timeOfA = (nextOfA ? nextOfA : nextOfB)->Get().timeNs;
    const auto timeNs = nextOfB ? std::min(timeOfA, nextOfB->Get().timeNs) : timeOfA;
    auto a = m_a.Take(CountInstant(m_a, timeNs));
    auto b = m_b.Take(CountInstant(m_b, timeNs));
    RecordPairing pairing(a, b);
    pairing.PairInAnyOrder(m_counterparts);
    pairing.PairChanges();
    Report(a, b, pairing.Get());
}

void
TraceComparison::Report(RecordBlock& a, RecordBlock& b, const Counterparts& pairs)
{
    m_isInStep = false;
    std::vector<bool> isInA(b.size(), false);
    for (std::size_t i = 0; i < a.size(); ++i)
    {
        if (pairs[i])
        {
            m_counterparts.Add(a[i].Get().seq, b[*pairs[i]].Get().seq, false);
            isInA[*pairs[i]] = true;
        }
    }
    std::size_t next = 0; // of the second block
    const auto reportB = [&](std::size_t end, const ComparedRecord* other) {
        for (; next < end; ++next)
        {
            if (!isInA[next])
            {
                m_listener.OnlyIn(TraceSide::B, b[next], other);
            }
        }
    };
    for (std::size_t i = 0; i < a.size(); ++i)
    {
        if (pairs[i])
        {
            reportB(*pairs[i], &a[i]);
            Report(a[i], b[*pairs[i]]);
        }
        else
        {
            m_listener.OnlyIn(TraceSide::A, a[i], next < b.size() ? &b[next] : m_b.Find());
        }
    }
    reportB(b.size(), m_a.Find());
}

void
TraceComparison::Report(ComparedRecord& a, const ComparedRecord& b)
{
    auto columns = m_comparison.FindDifferences(a.Get(), b.Get());
    if (m_comparison.HasCause() && !m_counterparts.Correspond(a.Get().cause, b.Get().cause))
    {
        columns.emplace_back("cause");
    }
    if (columns.empty())
    {
        m_listener.Same(std::move(a));
    }
    else
    {
        m_listener.Changed(a, b, columns);
    }
}

} // namespace mgm
} // namespace ns3
