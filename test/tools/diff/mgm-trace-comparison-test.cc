/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "base/mgm-input-error.h"
#include "diff/mgm-trace-comparison.h"
#include "tools/stats/mgm-record-list.h"

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

using Records = std::vector<TraceRecord>;
using Names = std::vector<std::string>;

/// What a comparison tells.
struct Findings : DifferenceListener
{
    void Same(ComparedRecord) override
    {
        ++same;
    }

    void Changed(const ComparedRecord& a, const ComparedRecord& b, const Names& columns) override
    {
        changed.emplace_back(a.Get().seq, b.Get().seq);
        differing = columns;
    }

    void OnlyIn(TraceSide side, const ComparedRecord& record, const ComparedRecord* other) override
    {
        (side == TraceSide::A ? onlyInA : onlyInB).push_back(record.Get().seq);
        place = other ? other->Get().seq : 0;
    }

    bool AreNone() const
    {
        return changed.empty() && onlyInA.empty() && onlyInB.empty();
    }

    std::size_t same{0};                                ///< how many records are equal
    std::vector<std::pair<uint64_t, uint64_t>> changed; ///< numbers of the changed ones
    std::vector<uint64_t> onlyInA;                      ///< numbers of those in A only
    std::vector<uint64_t> onlyInB;                      ///< numbers of those in B only
    Names differing;                                    ///< columns of the last changed one
    uint64_t place{0};                                  ///< what stands for the last missing one
};

Findings
Compare(const Records& a, const Records& b, const Names& ignored = {})
{
    RecordListReader readerOfA(a);
    RecordListReader readerOfB(b);
    const RecordComparison comparison(ignored);
    Findings findings;
    TraceComparison(readerOfA, readerOfB, comparison, findings).Run();
    return findings;
}

/// Operations of records.
const std::vector<std::string_view> OPS{"a", "b", "c"};

/// What comparisons ignore.
const std::vector<Names> IGNORED{{}, {"order"}, {"time"}, {"time", "order"}};

/// Records whose times rise by a few nanoseconds now and then, and that cause one another. With
/// distinct ones, no two have the same columns.
Records
MakeRecords(std::size_t size, bool areDistinct)
{
    Records records(size);
    int64_t timeNs = 0;
    for (std::size_t i = 0; i < size; ++i)
    {
        timeNs += *rc::gen::element(0, 0, 0, 1, 2);
        records[i].seq = i + 1;
        records[i].timeNs = timeNs;
        records[i].op = *rc::gen::elementOf(OPS);
        records[i].cause = *rc::gen::inRange<uint64_t>(0, i + 1);
        records[i].node = areDistinct ? static_cast<uint32_t>(i) : 0;
    }
    return records;
}

/// Gives records their numbers anew, and causes those of the records that they mean.
Records
Renumber(Records records)
{
    std::map<uint64_t, uint64_t> numbers;
    for (std::size_t i = 0; i < records.size(); ++i)
    {
        numbers[records[i].seq] = i + 1;
    }
    for (auto& record : records)
    {
        record.seq = numbers[record.seq];
        record.cause = numbers.count(record.cause) ? numbers[record.cause] : 0;
    }
    return records;
}

/// Records of one kind, one each nanosecond.
Records
Row(std::size_t size)
{
    Records records(size);
    for (std::size_t i = 0; i < size; ++i)
    {
        records[i].seq = i + 1;
        records[i].timeNs = static_cast<int64_t>(i);
        records[i].cause = i;
    }
    return records;
}

RC_GTEST_PROP(TraceComparisonTest, ATraceDoesNotDifferFromItself, ())
{
    const auto records = MakeRecords(*rc::gen::inRange(0, 100), false);
    const auto ignored = *rc::gen::elementOf(IGNORED);
    const auto findings = Compare(records, records, ignored);
    RC_ASSERT(findings.AreNone());
    RC_ASSERT(findings.same == records.size());
}

RC_GTEST_PROP(TraceComparisonTest, ARemovedRecordIsFound, ())
{
    auto a = MakeRecords(*rc::gen::inRange(1, 100), true);
    const auto removed = *rc::gen::inRange<std::size_t>(0, a.size());
    for (auto& record : a)
    {
        record.cause = record.cause == removed + 1 ? 0 : record.cause;
    }
    auto b = a;
    b.erase(b.begin() + static_cast<std::ptrdiff_t>(removed));
    b = Renumber(b);
    const auto ignored = *rc::gen::elementOf(IGNORED);
    const auto less = Compare(a, b, ignored);
    RC_ASSERT(less.onlyInA == std::vector<uint64_t>{removed + 1});
    RC_ASSERT(less.onlyInB.empty() && less.changed.empty());
    const auto more = Compare(b, a, ignored);
    RC_ASSERT(more.onlyInB == std::vector<uint64_t>{removed + 1});
    RC_ASSERT(more.onlyInA.empty() && more.changed.empty());
}

RC_GTEST_PROP(TraceComparisonTest, AChangedRecordIsFound, ())
{
    const auto a = MakeRecords(*rc::gen::inRange(1, 100), true);
    const auto changed = *rc::gen::inRange<std::size_t>(0, a.size());
    auto b = a;
    b[changed].detail = "another";
    const auto ignored = *rc::gen::elementOf(IGNORED);
    const auto findings = Compare(a, b, ignored);
    RC_ASSERT(findings.changed.size() == 1U);
    RC_ASSERT(findings.changed[0] == std::make_pair(changed + 1, changed + 1));
    RC_ASSERT(findings.differing == Names{"detail"});
    RC_ASSERT(findings.onlyInA.empty() && findings.onlyInB.empty());
    RC_ASSERT(Compare(a, b, {"detail"}).AreNone());
}

RC_GTEST_PROP(TraceComparisonTest, AnotherCauseIsFound, ())
{
    const auto a = MakeRecords(*rc::gen::inRange(2, 100), true);
    const auto changed = *rc::gen::inRange<std::size_t>(1, a.size());
    auto b = a;
    b[changed].cause = a[changed].cause == 0 ? 1 : a[changed].cause - 1;
    const auto findings = Compare(a, b);
    RC_ASSERT(findings.changed.size() == 1U);
    RC_ASSERT(findings.changed[0].first == changed + 1);
    RC_ASSERT(findings.differing == Names{"cause"});
    RC_ASSERT(Compare(a, b, {"cause"}).AreNone());
}

RC_GTEST_PROP(TraceComparisonTest, TheOrderOfAnInstantMayBeIgnored, ())
{
    const auto a = MakeRecords(*rc::gen::inRange(0, 100), true);
    auto b = a;
    const auto keys =
        *rc::gen::container<std::vector<uint32_t>>(a.size(), rc::gen::arbitrary<uint32_t>());
    std::sort(b.begin(), b.end(), [&keys](const auto& x, const auto& y) {
        return std::tuple(x.timeNs, keys[x.node], x.node) <
               std::tuple(y.timeNs, keys[y.node], y.node);
    });
    const bool isMoved =
        !std::equal(a.begin(), a.end(), b.begin(), [](auto& x, auto& y) { return x.seq == y.seq; });
    b = Renumber(b);
    RC_ASSERT(Compare(a, b, {"order"}).AreNone());
    RC_ASSERT(Compare(a, b, {"order", "time"}).AreNone());
    RC_ASSERT(Compare(a, b).AreNone() != isMoved);
}

RC_GTEST_PROP(TraceComparisonTest, AnyOrderMayBeIgnored, ())
{
    const auto a = MakeRecords(*rc::gen::inRange(0, 100), true);
    auto b = a;
    std::reverse(b.begin(), b.end());
    RC_ASSERT(Compare(a, Renumber(b), {"order", "time"}).AreNone());
}

RC_GTEST_PROP(TraceComparisonTest, EachRecordIsReportedOnce, ())
{
    const auto a = MakeRecords(*rc::gen::inRange(0, 200), false);
    const auto b = MakeRecords(*rc::gen::inRange(0, 200), false);
    const auto ignored = *rc::gen::elementOf(IGNORED);
    const auto findings = Compare(a, b, ignored);
    const auto common = findings.same + findings.changed.size();
    RC_ASSERT(common + findings.onlyInA.size() == a.size());
    RC_ASSERT(common + findings.onlyInB.size() == b.size());
}

TEST(TraceComparisonTest, TimesAreComparedUnlessIgnored)
{
    const auto a = Row(20);
    auto b = a;
    b[7].timeNs += 1;
    EXPECT_EQ(Compare(a, b).differing, Names{"t_ns"});
    EXPECT_TRUE(Compare(a, b, {"time"}).AreNone());
    EXPECT_TRUE(Compare(a, b, {"t_ns"}).AreNone());
}

TEST(TraceComparisonTest, WhatFollowsAMissingRecordDoesNotDiffer)
{
    const auto a = Row(20); // each record causes the next one
    auto b = a;
    b.erase(b.begin() + 9);
    const auto findings = Compare(a, b);
    EXPECT_EQ(findings.onlyInA, std::vector<uint64_t>{10});
    EXPECT_EQ(findings.place, 11U);
    EXPECT_TRUE(findings.changed.empty()); // the cause of the next one is in neither
}

TEST(TraceComparisonTest, CausesThatOnlyOneTraceHasCorrespond)
{
    auto a = Row(20);
    auto b = a;
    for (const std::size_t i : {4, 5}) // numbers 5 and 6
    {
        a[i].op = "in A";
        b[i].op = "in B";
    }
    a[6].cause = 5;
    b[6].cause = 6;
    const auto findings = Compare(a, b);
    EXPECT_EQ(findings.onlyInA, (std::vector<uint64_t>{5, 6}));
    EXPECT_EQ(findings.onlyInB, (std::vector<uint64_t>{5, 6}));
    EXPECT_TRUE(findings.changed.empty());
}

TEST(TraceComparisonTest, ATraceMayEndBeforeTheOther)
{
    const auto findings = Compare(Row(20), Row(18));
    EXPECT_EQ(findings.onlyInA, (std::vector<uint64_t>{19, 20}));
    EXPECT_EQ(findings.place, 0U);
    EXPECT_EQ(Compare({}, Row(1)).onlyInB, std::vector<uint64_t>{1});
    EXPECT_EQ(Compare({}, Row(1), {"order"}).onlyInB, std::vector<uint64_t>{1});
}

TEST(TraceComparisonTest, EqualRecordsOfAnInstantAreToldApartByTheirCauses)
{
    Records a(4);
    for (std::size_t i = 0; i < a.size(); ++i)
    {
        a[i].seq = i + 1;
    }
    a[0].op = "one";
    a[1].op = "two";
    a[2].cause = 1;
    a[3].cause = 2;
    auto b = a;
    std::swap(b[2].cause, b[3].cause);
    EXPECT_TRUE(Compare(a, b, {"order"}).AreNone());
    EXPECT_EQ(Compare(a, b).changed.size(), 2U);
}

TEST(TraceComparisonTest, ALongStretchIsBridged)
{
    const auto a = Row(12000);
    auto b = a;
    b.erase(b.begin() + 1000, b.begin() + 6000);
    const auto findings = Compare(a, b);
    EXPECT_EQ(findings.onlyInA.size(), 5000U);
    EXPECT_EQ(findings.same, 7000U);
}

TEST(TraceComparisonTest, WithTimesALongerStretchThanTheWindowIsBridgedToo)
{
    const auto a = Row(3 * TraceComparison::WINDOW);
    auto b = a;
    b.erase(b.begin() + 10, b.begin() + 10 + 2 * TraceComparison::WINDOW);
    const auto findings = Compare(a, b);
    EXPECT_EQ(findings.onlyInA.size(), 2 * TraceComparison::WINDOW);
    EXPECT_EQ(findings.same, TraceComparison::WINDOW);
    EXPECT_TRUE(findings.changed.empty());
}

TEST(TraceComparisonTest, TracesWithNothingInCommonEndUpWithOnlyDifferences)
{
    const auto a = Row(2 * TraceComparison::WINDOW + 5);
    auto b = a;
    for (auto& record : b)
    {
        record.op = "other";
    }
    for (const auto& ignored : {Names{}, Names{"time"}, Names{"order"}})
    {
        const auto findings = Compare(a, b, ignored);
        EXPECT_EQ(findings.same, 0U);
        EXPECT_EQ(findings.onlyInA.size(), a.size());
        EXPECT_EQ(findings.onlyInB.size(), b.size());
    }
}

TEST(TraceComparisonTest, AnUnknownNameIsAnError)
{
    EXPECT_THROW(RecordComparison({"tme"}), InputError);
    EXPECT_THROW(RecordComparison({""}), InputError);
    for (const auto& column : GetTraceColumns())
    {
        EXPECT_NO_THROW(RecordComparison({std::string(column.name)})) << column.name;
    }
}

} // namespace

} // namespace mgm
} // namespace ns3
