/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-sample-records.h"

#include "ns3/mgm-trace-column.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <sstream>

namespace ns3
{
namespace mgm
{

TEST(TraceColumn, NamesAndTypesAreThoseOfTheDesign)
{
    std::vector<std::string> names;
    std::vector<std::string> numbers;
    for (const auto& column : GetTraceColumns())
    {
        names.emplace_back(column.name);
        if (column.type == TraceColumn::Type::NUMBER)
        {
            numbers.emplace_back(column.name);
        }
    }
    EXPECT_EQ(names, COLUMN_NAMES);
    EXPECT_EQ(numbers, NUMBER_COLUMNS);
}

TEST(TraceColumn, GivesEveryValueOfARecord)
{
    ColumnScratch scratch;
    for (const auto& column : GetTraceColumns())
    {
        EXPECT_EQ(column.get(FullRecord(), scratch), FULL_VALUES.at(std::string(column.name)));
    }
}

TEST(TraceColumn, WildcardsAreStars)
{
    TraceRecord record;
    record.sourceGroup = SourceGroup{};
    ColumnScratch scratch;
    for (const auto& column : GetTraceColumns())
    {
        if (column.name == "source" || column.name == "group")
        {
            EXPECT_EQ(column.get(record, scratch), "*");
        }
    }
}

TEST(TraceColumn, DescriptionNamesEveryKind)
{
    const auto& columns = GetTraceColumns();
    const auto kind = std::find_if(columns.begin(), columns.end(), [](const auto& column) {
        return column.name == "kind";
    });
    for (int i = 0; ToString(static_cast<TraceKind>(i)) != "unknown"; ++i)
    {
        const auto name = ToString(static_cast<TraceKind>(i));
        EXPECT_NE(kind->description.find(name), std::string_view::npos) << name;
    }
}

TEST(TraceColumn, MarkdownTableHasARowForEachColumn)
{
    std::ostringstream os;
    DescribeTraceColumns(os);
    std::istringstream lines(os.str());
    std::string line;
    std::getline(lines, line);
    EXPECT_EQ(line, "| column | type | meaning |");
    std::getline(lines, line);
    EXPECT_EQ(line, "|---|---|---|");
    for (const auto& name : COLUMN_NAMES)
    {
        ASSERT_TRUE(std::getline(lines, line));
        EXPECT_EQ(line.rfind("| `" + name + "` | ", 0), 0U) << line;
        EXPECT_EQ(std::count(line.begin(), line.end(), '|'), 4) << line;
    }
    EXPECT_FALSE(std::getline(lines, line));
}

} // namespace mgm
} // namespace ns3
