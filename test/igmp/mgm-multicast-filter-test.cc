/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "ns3/mgm-multicast-filter.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace ns3
{
namespace mgm
{

namespace
{

const Ipv4Address A("192.0.2.1");
const Ipv4Address B("192.0.2.2");
const Ipv4Address C("192.0.2.3");
const Ipv4Address D("192.0.2.4");
const Ipv4Address E("192.0.2.5");

MulticastFilter
Include(SourceSet sources)
{
    return {FilterMode::INCLUDE, std::move(sources)};
}

MulticastFilter
Exclude(SourceSet sources)
{
    return {FilterMode::EXCLUDE, std::move(sources)};
}

TEST(MulticastFilter, RFC_3376_3_2_NoRecordIsIncludeOfNone)
{
    EXPECT_TRUE(MergeFilters({}).IsNothing());
    EXPECT_TRUE(MergeFilters({Include({}), Include({})}).IsNothing());
}

/// The first example of the section.
TEST(MulticastFilter, RFC_3376_3_2_AllInclude_IsTheUnion)
{
    const auto merged = MergeFilters({Include({A, B, C}), Include({B, C, D}), Include({E})});
    EXPECT_EQ(merged, Include({A, B, C, D, E}));
}

/// The second example of the section: from (i, m, EXCLUDE, {a, b, c, d}), (i, m, EXCLUDE,
/// {b, c, d, e}) and (i, m, INCLUDE, {d, e, f}).
TEST(MulticastFilter, RFC_3376_3_2_SomeExclude_IsTheIntersectionLessTheIncluded)
{
    const Ipv4Address F("192.0.2.6");
    const auto merged =
        MergeFilters({Exclude({A, B, C, D}), Exclude({B, C, D, E}), Include({D, E, F})});
    EXPECT_EQ(merged, Exclude({B, C}));
}

TEST(MulticastFilter, RFC_3376_3_2_ExcludeOfNoneWinsOverAll)
{
    EXPECT_EQ(MergeFilters({Exclude({}), Exclude({A}), Include({B})}), Exclude({}));
}

TEST(MulticastFilter, AcceptsWhatTheModeSays)
{
    EXPECT_TRUE(Include({A}).Accepts(A));
    EXPECT_FALSE(Include({A}).Accepts(B));
    EXPECT_FALSE(Exclude({A}).Accepts(A));
    EXPECT_TRUE(Exclude({A}).Accepts(B));
}

/// What the section is about: the interface wants what any socket wants, and nothing else.
RC_GTEST_PROP(MulticastFilterProperty, RFC_3376_3_2_TheInterfaceWantsWhatAnySocketWants, ())
{
    const auto count = *rc::gen::inRange(0, 5);
    std::vector<MulticastFilter> filters;
    for (int i = 0; i < count; ++i)
    {
        std::vector<Ipv4Address> sources;
        for (const auto number : *rc::gen::container<std::vector<int>>(rc::gen::inRange(1, 9)))
        {
            sources.emplace_back(0xC0000200 + number);
        }
        const bool include = *rc::gen::arbitrary<bool>();
        filters.push_back(
            {include ? FilterMode::INCLUDE : FilterMode::EXCLUDE, SourceSet(std::move(sources))});
    }
    const auto merged = MergeFilters(filters);
    for (uint32_t number = 1; number < 10; ++number)
    {
        const Ipv4Address source(0xC0000200 + number);
        bool isWanted = false;
        for (const auto& filter : filters)
        {
            isWanted = isWanted || filter.Accepts(source);
        }
        RC_ASSERT(merged.Accepts(source) == isWanted);
    }
}

} // namespace

} // namespace mgm
} // namespace ns3
