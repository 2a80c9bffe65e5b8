/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-record-pairing.h"

#include <deque>
#include <string>
#include <unordered_map>

namespace ns3
{
namespace mgm
{

namespace
{

/// What a record keeps when it changes.
std::string
IdentityOf(const TraceRecord& record)
{
    return std::to_string(record.node) + ' ' + std::string(ToString(record.kind)) + ' ' +
           std::string(record.op);
}

/// What a record and its cause are compared by.
std::string
WithCause(const ComparedRecord& record, uint64_t cause)
{
    return record.GetKey() + std::to_string(cause);
}

} // namespace

RecordPairing::RecordPairing(const RecordBlock& a, const RecordBlock& b)
    : m_a(a),
      m_b(b),
      m_toB(a.size()),
      m_isInA(b.size(), false)
{
}

void
RecordPairing::Pair(std::size_t i, std::size_t j)
{
    m_toB[i] = j;
    m_isInA[j] = true;
}

void
RecordPairing::PairInOrder()
{
    std::unordered_map<std::string, uint32_t> numbers;
    Sequence sequences[2];
    for (const auto* block : {&m_a, &m_b})
    {
        for (const auto& record : *block)
        {
            const auto next = static_cast<uint32_t>(numbers.size());
            const auto number = numbers.emplace(record.GetKey(), next).first->second;
            sequences[block == &m_a ? 0 : 1].push_back(number);
        }
    }
    for (const auto& [i, j] : AlignSequences(sequences[0], sequences[1]))
    {
        Pair(i, j);
    }
}

template <typename KeyOfA, typename KeyOfB>
void
RecordPairing::PairLeft(IndexPair begin, IndexPair end, KeyOfA keyOfA, KeyOfB keyOfB)
{
    std::unordered_map<std::string, std::deque<std::size_t>> left;
    for (auto j = begin.second; j < end.second; ++j)
    {
        if (!m_isInA[j])
        {
            left[keyOfB(m_b[j])].push_back(j);
        }
    }
    for (auto i = begin.first; i < end.first && !left.empty(); ++i)
    {
        const auto key = m_toB[i] ? std::nullopt : std::optional<std::string>(keyOfA(m_a[i]));
        const auto found = key ? left.find(*key) : left.end();
        if (found != left.end() && !found->second.empty())
        {
            Pair(i, found->second.front());
            found->second.pop_front();
        }
    }
}

void
RecordPairing::PairInAnyOrder(const RecordCounterparts& counterparts)
{
    const IndexPair end{m_a.size(), m_b.size()};
    std::unordered_map<uint64_t, std::size_t> indices;
    for (std::size_t i = 0; i < m_a.size(); ++i)
    {
        indices[m_a[i].Get().seq] = i;
    }
    // A cause comes before what it causes, so its counterpart in these blocks is known by then.
    const auto causeInB = [&](uint64_t cause) -> std::optional<uint64_t> {
        const auto index = indices.find(cause);
        if (index == indices.end())
        {
            return cause == 0 ? cause : counterparts.FindInB(cause);
        }
        const auto& inB = m_toB[index->second];
        return inB ? std::make_optional(m_b[*inB].Get().seq) : std::nullopt;
    };
    PairLeft(
        {0, 0},
        end,
        [&](const ComparedRecord& a) -> std::optional<std::string> {
            const auto cause = causeInB(a.Get().cause);
            return cause ? std::make_optional(WithCause(a, *cause)) : std::nullopt;
        },
        [](const ComparedRecord& b) { return WithCause(b, b.Get().cause); });
    const auto keyOf = [](const ComparedRecord& record) { return record.GetKey(); };
    PairLeft({0, 0}, end, keyOf, keyOf);
}

void
RecordPairing::PairChangesInOrder()
{
    IndexPair begin{0, 0};
    for (std::size_t i = 0; i < m_a.size(); ++i)
    {
        // A pair made here is behind i, or is i itself only when it was made before.
        if (m_toB[i] && *m_toB[i] >= begin.second && m_a[i].GetKey() == m_b[*m_toB[i]].GetKey())
        {
            PairChanges(begin, {i, *m_toB[i]});
            begin = {i + 1, *m_toB[i] + 1};
        }
    }
    PairChanges(begin, {m_a.size(), m_b.size()});
}

void
RecordPairing::PairChanges()
{
    PairChanges({0, 0}, {m_a.size(), m_b.size()});
}

void
RecordPairing::PairChanges(IndexPair begin, IndexPair end)
{
    const auto keyOf = [](const ComparedRecord& record) { return IdentityOf(record.Get()); };
    PairLeft(begin, end, keyOf, keyOf);
}

} // namespace mgm
} // namespace ns3
