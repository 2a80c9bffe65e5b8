/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-sequence-alignment.h"

#include <algorithm>
#include <unordered_map>

namespace ns3
{
namespace mgm
{

namespace
{

/// Where the farthest path on each diagonal ends, in the first sequence. Diagonal k holds the
/// places (x, x - k); only those from -d to d exist after d differences.
class Frontier
{
  public:
    explicit Frontier(std::ptrdiff_t differences)
        : m_ends(static_cast<std::size_t>(2 * differences + 3), 0),
          m_zero(differences + 1)
    {
    }

    std::ptrdiff_t& operator[](std::ptrdiff_t diagonal)
    {
        return m_ends[static_cast<std::size_t>(diagonal + m_zero)];
    }

  private:
    std::vector<std::ptrdiff_t> m_ends;
    std::ptrdiff_t m_zero;
};

/// Whether the farthest path to a diagonal comes from the one above, by a value of b only.
bool
ComesFromAbove(Frontier& before, std::ptrdiff_t diagonal, std::ptrdiff_t differences)
{
    return diagonal == -differences ||
           (diagonal != differences && before[diagonal - 1] < before[diagonal + 1]);
}

/// The search for a longest common subsequence.
class Search
{
  public:
    Search(const Sequence& a, const Sequence& b)
        : m_a(a),
          m_b(b)
    {
    }

    std::vector<IndexPair> Run()
    {
        const auto limit = static_cast<std::ptrdiff_t>(
            std::min<std::size_t>(MAX_DIFFERENCES, m_a.size() + m_b.size()));
        for (std::ptrdiff_t differences = 0; differences <= limit; ++differences)
        {
            if (Extend(differences))
            {
                return GoBack();
            }
        }
        return {};
    }

  private:
    /// Extends all paths by one difference, and as far as values are equal; tells whether one
    /// reaches the end of both.
    bool Extend(std::ptrdiff_t differences)
    {
        const auto sizeA = static_cast<std::ptrdiff_t>(m_a.size());
        const auto sizeB = static_cast<std::ptrdiff_t>(m_b.size());
        Frontier ends(differences);
        bool isDone = false;
        for (auto diagonal = -differences; diagonal <= differences && !isDone; diagonal += 2)
        {
            auto x = differences == 0 ? 0 : Step(m_history.back(), diagonal, differences);
            while (x < sizeA && x - diagonal < sizeB && AreEqual(x, x - diagonal))
            {
                ++x;
            }
            ends[diagonal] = x;
            isDone = x >= sizeA && x - diagonal >= sizeB;
            m_last = diagonal;
        }
        m_history.push_back(std::move(ends));
        return isDone;
    }

    /// Where a path goes by one more difference.
    static std::ptrdiff_t Step(Frontier& before,
                               std::ptrdiff_t diagonal,
                               std::ptrdiff_t differences)
    {
        return ComesFromAbove(before, diagonal, differences) ? before[diagonal + 1]
                                                             : before[diagonal - 1] + 1;
    }

    bool AreEqual(std::ptrdiff_t x, std::ptrdiff_t y) const
    {
        return m_a[static_cast<std::size_t>(x)] == m_b[static_cast<std::size_t>(y)];
    }

    /// Follows the path back from the end of both, and collects where values are equal.
    std::vector<IndexPair> GoBack()
    {
        std::vector<IndexPair> pairs;
        auto diagonal = m_last;
        for (auto differences = static_cast<std::ptrdiff_t>(m_history.size()) - 1; differences >= 0;
             --differences)
        {
            auto x = m_history[static_cast<std::size_t>(differences)][diagonal];
            auto start = std::ptrdiff_t{0};
            auto from = diagonal;
            if (differences > 0)
            {
                auto& before = m_history[static_cast<std::size_t>(differences - 1)];
                start = Step(before, diagonal, differences);
                from += ComesFromAbove(before, diagonal, differences) ? 1 : -1;
            }
            for (; x > start; --x)
            {
                pairs.emplace_back(x - 1, x - 1 - diagonal);
            }
            diagonal = from;
        }
        std::reverse(pairs.begin(), pairs.end());
        return pairs;
    }

    const Sequence& m_a;             ///< a sequence
    const Sequence& m_b;             ///< the other one
    std::vector<Frontier> m_history; ///< the frontier after each number of differences
    std::ptrdiff_t m_last{0};        ///< the diagonal that was extended last
};

/// Numbers that stand for the runs of a sequence, by where those begin.
std::vector<uint64_t>
HashRuns(const Sequence& sequence, std::size_t length)
{
    constexpr uint64_t FACTOR = 0x9E3779B97F4A7C15;
    std::vector<uint64_t> hashes;
    for (std::size_t i = 0; i + length <= sequence.size(); ++i)
    {
        uint64_t hash = 0;
        for (std::size_t j = i; j < i + length; ++j)
        {
            hash = (hash + sequence[j] + 1) * FACTOR;
            hash ^= hash >> 32;
        }
        hashes.push_back(hash);
    }
    return hashes;
}

} // namespace

std::vector<IndexPair>
AlignSequences(const Sequence& a, const Sequence& b)
{
    const auto both = std::min(a.size(), b.size());
    std::size_t head = 0;
    while (head < both && a[head] == b[head])
    {
        ++head;
    }
    std::size_t tail = 0;
    while (tail < both - head && a[a.size() - 1 - tail] == b[b.size() - 1 - tail])
    {
        ++tail;
    }
    std::vector<IndexPair> pairs;
    for (std::size_t i = 0; i < head; ++i)
    {
        pairs.emplace_back(i, i);
    }
    const auto begin = static_cast<std::ptrdiff_t>(head);
    const auto end = static_cast<std::ptrdiff_t>(tail);
    const Sequence middleOfA(a.begin() + begin, a.end() - end);
    const Sequence middleOfB(b.begin() + begin, b.end() - end);
    for (const auto& [i, j] : Search(middleOfA, middleOfB).Run())
    {
        pairs.emplace_back(head + i, head + j);
    }
    for (std::size_t i = tail; i > 0; --i)
    {
        pairs.emplace_back(a.size() - i, b.size() - i);
    }
    return pairs;
}

IndexPair
FindCommonRun(const Sequence& a, const Sequence& b, std::size_t length)
{
    std::unordered_map<uint64_t, std::size_t> first;
    const auto runsOfA = HashRuns(a, length);
    for (std::size_t i = 0; i < runsOfA.size(); ++i)
    {
        first.emplace(runsOfA[i], i);
    }
    IndexPair best{a.size(), b.size()};
    const auto runsOfB = HashRuns(b, length);
    for (std::size_t j = 0; j < runsOfB.size(); ++j)
    {
        const auto run = first.find(runsOfB[j]);
        if (run == first.end() || run->second + j >= best.first + best.second)
        {
            continue;
        }
        const auto i = static_cast<std::ptrdiff_t>(run->second);
        const auto size = static_cast<std::ptrdiff_t>(length);
        if (std::equal(a.begin() + i,
                       a.begin() + i + size,
                       b.begin() + static_cast<std::ptrdiff_t>(j)))
        {
            best = {run->second, j};
        }
    }
    return best;
}

} // namespace mgm
} // namespace ns3
