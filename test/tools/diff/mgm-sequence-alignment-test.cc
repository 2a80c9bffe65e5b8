/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "diff/mgm-sequence-alignment.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <numeric>
#include <rapidcheck/gtest.h>

namespace ns3
{
namespace mgm
{

namespace
{

using Pairs = std::vector<IndexPair>;

/// Length of a longest common subsequence, by its textbook recurrence.
std::size_t
CommonLength(const Sequence& a, const Sequence& b)
{
    std::vector<std::vector<std::size_t>> lengths(a.size() + 1,
                                                  std::vector<std::size_t>(b.size() + 1, 0));
    for (std::size_t i = 1; i <= a.size(); ++i)
    {
        for (std::size_t j = 1; j <= b.size(); ++j)
        {
            lengths[i][j] = a[i - 1] == b[j - 1] ? lengths[i - 1][j - 1] + 1
                                                 : std::max(lengths[i - 1][j], lengths[i][j - 1]);
        }
    }
    return lengths[a.size()][b.size()];
}

rc::Gen<Sequence>
FewValues()
{
    return rc::gen::container<Sequence>(rc::gen::inRange<uint32_t>(0, 4));
}

TEST(SequenceAlignmentTest, WhatIsEqualIsPaired)
{
    EXPECT_EQ(AlignSequences({1, 2, 3}, {1, 2, 3}), (Pairs{{0, 0}, {1, 1}, {2, 2}}));
    EXPECT_EQ(AlignSequences({1, 2, 3}, {1, 3}), (Pairs{{0, 0}, {2, 1}}));
    EXPECT_EQ(AlignSequences({1, 3}, {1, 2, 3}), (Pairs{{0, 0}, {1, 2}}));
    EXPECT_EQ(AlignSequences({1, 2, 3}, {1, 9, 3}), (Pairs{{0, 0}, {2, 2}}));
    EXPECT_EQ(AlignSequences({1}, {2}), Pairs{});
    EXPECT_EQ(AlignSequences({}, {2}), Pairs{});
    EXPECT_EQ(AlignSequences({}, {}), Pairs{});
}

RC_GTEST_PROP(SequenceAlignmentTest, ALongestCommonSubsequenceIsFound, ())
{
    const auto a = *FewValues();
    const auto b = *FewValues();
    const auto pairs = AlignSequences(a, b);
    RC_ASSERT(pairs.size() == CommonLength(a, b));
    for (std::size_t i = 0; i < pairs.size(); ++i)
    {
        RC_ASSERT(a.at(pairs[i].first) == b.at(pairs[i].second));
        const bool ascends = i == 0 || (pairs[i - 1].first < pairs[i].first &&
                                        pairs[i - 1].second < pairs[i].second);
        RC_ASSERT(ascends); // which would evaluate both sides
    }
}

TEST(SequenceAlignmentTest, TooManyDifferencesLeaveOnlyBothEnds)
{
    Sequence a(3 * MAX_DIFFERENCES);
    std::iota(a.begin(), a.end(), 0);
    auto b = a;
    std::reverse(b.begin() + 1, b.end() - 1);
    EXPECT_EQ(AlignSequences(a, b), (Pairs{{0, 0}, {a.size() - 1, a.size() - 1}}));
}

TEST(SequenceAlignmentTest, TheNearestCommonRunIsFound)
{
    // 5 6 7 is at 3 in the first and at 1 in the second; 1 2 3 at 0 and at 5.
    EXPECT_EQ(FindCommonRun({1, 2, 3, 5, 6, 7}, {9, 5, 6, 7, 9, 1, 2, 3}, 3), (IndexPair{3, 1}));
    EXPECT_EQ(FindCommonRun({1, 2, 3}, {1, 2, 4}, 3), (IndexPair{3, 3}));
    EXPECT_EQ(FindCommonRun({1, 2}, {1, 2}, 3), (IndexPair{2, 2}));
    EXPECT_EQ(FindCommonRun({}, {1}, 3), (IndexPair{0, 1}));
}

RC_GTEST_PROP(SequenceAlignmentTest, NoCommonRunIsNearer, ())
{
    const auto a = *FewValues();
    const auto b = *FewValues();
    constexpr std::size_t LENGTH = 3;
    auto least = a.size() + b.size();
    for (std::size_t i = 0; i + LENGTH <= a.size(); ++i)
    {
        for (std::size_t j = 0; j + LENGTH <= b.size(); ++j)
        {
            if (a[i] == b[j] && a[i + 1] == b[j + 1] && a[i + 2] == b[j + 2])
            {
                least = std::min(least, i + j);
            }
        }
    }
    const auto [i, j] = FindCommonRun(a, b, LENGTH);
    RC_ASSERT(i + j == least);
}

} // namespace

} // namespace mgm
} // namespace ns3
