/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "tools/scenario/mgm-scenario-file.h"

#include "ns3/mgm-trace-column.h"
#include "ns3/mgm-trace-record.h"
#include "ns3/mgm-trace-words.h"

#include <gtest/gtest.h>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace ns3
{
namespace mgm
{

namespace
{

const std::string DISSECTOR = MGM_SOURCE_DIR "/tools/wireshark/mgm.lua";

/// What the groups of an expression match in a text, with a space between groups.
std::vector<std::string>
FindAll(const std::string& text, const std::regex& expression)
{
    std::vector<std::string> found;
    for (std::sregex_iterator i(text.begin(), text.end(), expression), end; i != end; ++i)
    {
        found.push_back(i->size() > 2 ? i->str(1) + ' ' + i->str(2) : i->str(1));
    }
    return found;
}

} // namespace

TEST(TraceWords, TheDocumentationListsThem)
{
    std::ostringstream table;
    DescribeTraceWords(table);
    const auto text = ReadWholeFile(MGM_SOURCE_DIR "/doc/traces.md");
    EXPECT_NE(text.find(table.str()), std::string::npos) << table.str();
}

TEST(TraceWords, TellWhatAnOperationIs)
{
    EXPECT_TRUE(words::IsCall("TakeInterfaceOwnership"));
    EXPECT_FALSE(words::IsCall("takeInterfaceOwnership"));
    EXPECT_FALSE(words::IsCall("ENABLE_IGMP"));
    EXPECT_TRUE(words::IsCallback("ENABLE_IGMP"));
    EXPECT_FALSE(words::IsCallback("membership"));
    EXPECT_TRUE(words::IsTable("membership"));
    EXPECT_FALSE(words::IsTable("IgmpQuerier"));
    EXPECT_TRUE(words::IsEnumeration("GroupEnumerationGetNext"));
    EXPECT_FALSE(words::IsEnumeration("GetNextMfe"));
    EXPECT_TRUE(words::IsOfIgmp("IgmpQuerier"));
    EXPECT_TRUE(words::IsOfIgmp("IGMPv3 Report"));
    EXPECT_FALSE(words::IsOfIgmp("igmp"));
    EXPECT_TRUE(words::IsOfPim("PimDenseUpstream"));
    EXPECT_TRUE(words::IsOfPim("PIM Graft"));
    EXPECT_FALSE(words::IsOfPim("pim"));
}

TEST(TraceWords, TheDissectorKnowsTheColumns)
{
    const std::regex column("\\{\"(\\w+)\", \"(number|text)\", ");
    std::vector<std::string> expected;
    for (const auto& each : GetTraceColumns())
    {
        const bool isNumber = each.type == TraceColumn::Type::NUMBER;
        expected.push_back(std::string(each.name) + (isNumber ? " number" : " text"));
    }
    EXPECT_EQ(FindAll(ReadWholeFile(DISSECTOR), column), expected);
}

TEST(TraceWords, TheDissectorKnowsNoOtherKindsOfRecords)
{
    const std::regex comparison("values\\.kind [=~]= \"([a-z-]+)\"");
    std::set<std::string_view> kinds;
    for (auto kind = TraceKind::CALL; kind <= TraceKind::FORWARD;
         kind = static_cast<TraceKind>(static_cast<int>(kind) + 1))
    {
        kinds.insert(ToString(kind));
    }
    const auto found = FindAll(ReadWholeFile(DISSECTOR), comparison);
    EXPECT_FALSE(found.empty());
    for (const auto& kind : found)
    {
        EXPECT_EQ(kinds.count(kind), 1U) << kind;
    }
}

TEST(DropWords, AreSpelledInOneWayAndOnce)
{
    const std::regex spelling("[a-z0-9]+(-[a-z0-9]+)*");
    std::set<std::string_view> known;
    for (const auto& [word, meaning, isOfData] : DROP_WORDS)
    {
        EXPECT_TRUE(std::regex_match(std::string(word), spelling)) << word;
        EXPECT_TRUE(known.insert(word).second) << word;
        EXPECT_FALSE(meaning.empty()) << word;
    }
}

TEST(DropWords, TheDocumentationListsThem)
{
    std::ostringstream table;
    DescribeDropWords(table);
    const auto text = ReadWholeFile(MGM_SOURCE_DIR "/doc/traces.md");
    EXPECT_NE(text.find(table.str()), std::string::npos) << table.str();
}

} // namespace mgm
} // namespace ns3
