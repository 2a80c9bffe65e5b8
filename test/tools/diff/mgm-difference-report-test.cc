/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "diff/mgm-difference-report.h"

#include <gtest/gtest.h>
#include <sstream>

namespace ns3
{
namespace mgm
{

namespace
{

/// A header whose node 0 has a name.
TraceHeader
Header(const std::string& name, uint32_t seed)
{
    TraceHeader header;
    header.ns3Version = "3.37";
    header.seed = seed;
    header.nodes = {{0, name, {}}};
    return header;
}

/// A record of node 0, one second later for each number.
ComparedRecord
Record(uint64_t seq, std::string_view op, std::string_view detail = "")
{
    TraceRecord record;
    record.seq = seq;
    record.timeNs = static_cast<int64_t>(seq) * 1000000000 + 1;
    record.kind = TraceKind::EVENT;
    record.op = op;
    record.detail = detail;
    return {record, ""};
}

class DifferenceReportTest : public testing::Test
{
  protected:
    std::ostringstream m_os;                                                   ///< what is written
    DifferenceReport m_report{m_os, Header("left", 1), Header("right", 1), 1}; ///< who writes it
};

TEST_F(DifferenceReportTest, WithoutADifferenceItSaysSo)
{
    m_report.Same(Record(1, "a"));
    m_report.Same(Record(2, "b"));
    m_report.Finish();
    EXPECT_TRUE(m_report.IsEmpty());
    EXPECT_EQ(m_os.str(), "No difference in 2 records\n");
}

TEST_F(DifferenceReportTest, TheFirstDifferenceIsShownAndAllAreCounted)
{
    const auto next = Record(9, "z");
    m_report.Same(Record(1, "a"));
    m_report.Same(Record(2, "b"));
    m_report.Changed(Record(3, "c", "old"), Record(4, "c", "new"), {"t_ns", "detail"});
    m_report.Same(Record(5, "d"));
    m_report.OnlyIn(TraceSide::A, Record(6, "e"), &next);
    m_report.OnlyIn(TraceSide::B, Record(7, "e"), nullptr);
    m_report.Finish();
    EXPECT_FALSE(m_report.IsEmpty());
    // clang-format off
    EXPECT_EQ(m_os.str(),
R"(First difference: A has record 3 at 3.000000001 s, B has record 4 at 4.000000001 s, with another t_ns, detail
  #   seq   cause          time [s] node     kind            operation                    client   about
        2       -       2.000000001 left     event           b
-       3       -       3.000000001 left     event           c                                     -- old
+       4       -       4.000000001 right    event           c                                     -- new
        5       -       5.000000001 left     event           d

kind   operation  only in A  only in B  changed
event  c                  0          0        1
event  e                  1          1        0

1 records only in A, 1 only in B, 1 changed, 3 equal
)");
    // clang-format on
}

TEST_F(DifferenceReportTest, ARecordThatIsMissingIsNamedWithItsPlace)
{
    const auto next = Record(9, "z");
    m_report.OnlyIn(TraceSide::A, Record(6, "e"), &next);
    EXPECT_EQ(m_os.str().substr(0, m_os.str().find('\n')),
              "First difference: only A has record 6 at 6.000000001 s; B has record 9 at "
              "9.000000001 s there");
}

TEST_F(DifferenceReportTest, ATraceThatHasEndedIsNamed)
{
    m_report.OnlyIn(TraceSide::B, Record(6, "e"), nullptr);
    EXPECT_EQ(m_os.str().substr(0, m_os.str().find('\n')),
              "First difference: only B has record 6 at 6.000000001 s; A has ended");
}

TEST_F(DifferenceReportTest, ALineHasAnEndWhateverTheDepth)
{
    TraceRecord record;
    record.op = "a";
    record.depth = 4294967295U;
    EXPECT_LT(RecordLine(Header("r", 1)).Show(record).size(), 1000U);
}

TEST_F(DifferenceReportTest, HeadersAreComparedFieldByField)
{
    EXPECT_TRUE(CompareHeaders(m_os, Header("r", 1), Header("r", 1)));
    EXPECT_EQ(m_os.str(), "");
    EXPECT_FALSE(CompareHeaders(m_os, Header("r", 1), Header("r", 2)));
    EXPECT_EQ(m_os.str(), "A # seed: 1\nB # seed: 2\n");
}

} // namespace

} // namespace mgm
} // namespace ns3
