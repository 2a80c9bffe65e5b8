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
Including(SourceSet sources)
{
    return {FilterMode::INCLUDE, std::move(sources)};
}

MulticastFilter
Excluding(SourceSet sources)
{
    return {FilterMode::EXCLUDE, std::move(sources)};
}

TEST(MulticastFilter, RFC_3376_3_2_NoRecordIsIncludeOfNone)
{
    EXPECT_TRUE(MergeFilters({}).IsNothing());
    EXPECT_TRUE(MergeFilters({Including({}), Including({})}).IsNothing());
}

/// The first example of the section.
TEST(MulticastFilter, RFC_3376_3_2_AllInclude_IsTheUnion)
{
    const auto merged = MergeFilters({Including({A, B, C}), Including({B, C, D}), Including({E})});
    EXPECT_EQ(merged, Including({A, B, C, D, E}));
}

/// The second example of the section: from (i, m, EXCLUDE, {a, b, c, d}), (i, m, EXCLUDE,
/// {b, c, d, e}) and (i, m, INCLUDE, {d, e, f}).
TEST(MulticastFilter, RFC_3376_3_2_SomeExclude_IsTheIntersectionLessTheIncluded)
{
    const Ipv4Address F("192.0.2.6");
    const auto merged =
        MergeFilters({Excluding({A, B, C, D}), Excluding({B, C, D, E}), Including({D, E, F})});
    EXPECT_EQ(merged, Excluding({B, C}));
}

TEST(MulticastFilter, RFC_3376_3_2_ExcludeOfNoneWinsOverAll)
{
    EXPECT_EQ(MergeFilters({Excluding({}), Excluding({A}), Including({B})}), Excluding({}));
}

TEST(MulticastFilter, AcceptsWhatTheModeSays)
{
    EXPECT_TRUE(Including({A}).Accepts(A));
    EXPECT_FALSE(Including({A}).Accepts(B));
    EXPECT_FALSE(Excluding({A}).Accepts(A));
    EXPECT_TRUE(Excluding({A}).Accepts(B));
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
