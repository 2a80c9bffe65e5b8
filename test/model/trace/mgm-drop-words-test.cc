/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "tools/scenario/mgm-scenario-file.h"

#include "ns3/mgm-drop-reason.h"
#include "ns3/mgm-drop-words.h"
#include "ns3/mgm-enum-names.h"

#include <gtest/gtest.h>
#include <regex>
#include <set>
#include <sstream>

namespace ns3
{
namespace mgm
{

namespace
{

enum class Colour
{
    RED,
    GREEN,
    COUNT,
};

constexpr EnumNames<Colour> COLOURS{"red", "green"};
static_assert(COLOURS[Colour::GREEN] == "green");

} // namespace

TEST(EnumNames, AValueThatIsNoneIsUnknown)
{
    EXPECT_EQ(COLOURS[Colour::RED], "red");
    EXPECT_EQ(COLOURS[Colour::COUNT], "unknown");
    EXPECT_EQ(COLOURS[static_cast<Colour>(-1)], "unknown");
}

TEST(DropWords, AreSpelledInOneWayAndOnce)
{
    const std::regex spelling("[a-z0-9]+(-[a-z0-9]+)*");
    std::set<std::string_view> words;
    for (const auto& [word, meaning, isOfData] : DROP_WORDS)
    {
        EXPECT_TRUE(std::regex_match(std::string(word), spelling)) << word;
        EXPECT_TRUE(words.insert(word).second) << word;
        EXPECT_FALSE(meaning.empty()) << word;
    }
}

TEST(DropWords, AMisspeltWordIsNoticed)
{
    EXPECT_EQ(FindDropWord("no-owner"), "no-owner");
    EXPECT_THROW(FindDropWord("no owner"), std::invalid_argument);
    EXPECT_THROW(AreDropWords(COLOURS), std::invalid_argument);
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
