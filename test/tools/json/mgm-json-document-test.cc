/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "base/mgm-input-error.h"
#include "json/mgm-json-document.h"

#include <gtest/gtest.h>
#include <string>

namespace ns3
{
namespace mgm
{

namespace
{

/// The message about a text that can't be parsed.
std::string
ErrorOf(const std::string& text)
{
    try
    {
        JsonDocument(text, "f");
    }
    catch (const InputError& error)
    {
        return error.what();
    }
    return "";
}

/// The message about a change that can't be made.
std::string
ErrorOfSet(const std::string& pointer)
{
    try
    {
        JsonDocument(R"({"a": [1, 2], "b": 3})", "f").Set(pointer, "0", "--set");
    }
    catch (const InputError& error)
    {
        return error.what();
    }
    return "";
}

TEST(JsonDocument, KeepsTheOrderOfMembers)
{
    const JsonDocument document(R"({"z": 1, "a": [true, null, "x", -2, 1.5], "m": {}})", "f");
    EXPECT_EQ(document.GetRoot().dump(), R"({"z":1,"a":[true,null,"x",-2,1.5],"m":{}})");
}

TEST(JsonDocument, KnowsWhereEachValueStarts)
{
    const JsonDocument document("{\n  \"a\" : [1,\n    -22,{\"b\":\"x,y\"}] ,\n\n  \"c\":\n 3\n}",
                                "f");
    EXPECT_EQ(document.Locate(JsonPointer("")), "f:1:1");
    EXPECT_EQ(document.Locate(JsonPointer("/a")), "f:2:9");
    EXPECT_EQ(document.Locate(JsonPointer("/a/0")), "f:2:10");
    EXPECT_EQ(document.Locate(JsonPointer("/a/1")), "f:3:5");
    EXPECT_EQ(document.Locate(JsonPointer("/a/2")), "f:3:9");
    EXPECT_EQ(document.Locate(JsonPointer("/a/2/b")), "f:3:14");
    EXPECT_EQ(document.Locate(JsonPointer("/c")), "f:6:2");
}

TEST(JsonDocument, LocatesWhatIsMissingInItsContainer)
{
    const JsonDocument document("{\n  \"a\": {\"b\": 1}\n}", "f");
    EXPECT_EQ(document.Locate(JsonPointer("/a/x/y")), "f:2:8");
}

TEST(JsonDocument, LocatesValuesBehindEscapes)
{
    const JsonDocument document(R"({"a\"b": "\"\\", "c~/d": 7})", "f");
    EXPECT_EQ(document.Locate(JsonPointer("/a\"b")), "f:1:10");
    EXPECT_EQ(document.Locate(JsonPointer("/c~0~1d")), "f:1:26");
}

TEST(JsonDocument, RefusesDuplicateMembers)
{
    EXPECT_EQ(ErrorOf("{\"a\": {\"b\": 1,\n \"b\": 2}}"),
              "f:2:2: /a/b: found a second member \"b\", expected each name once in an object");
    EXPECT_EQ(ErrorOf(R"([{"a": 1}, {"a": 1}])"), "");
}

TEST(JsonDocument, ReportsSyntaxErrors)
{
    EXPECT_EQ(ErrorOf("{\"a\": 1,\n  }"), "f:2:3: /: found '}', expected string literal");
    EXPECT_EQ(ErrorOf("[1, 2"), "f:1:6: /: found end of input, expected ']'");
    EXPECT_EQ(ErrorOf("{\"a\": [1 2]}"), "f:1:10: /a: found number literal, expected ']'");
    EXPECT_EQ(ErrorOf("{} {}"), "f:1:4: /: found '{', expected end of input");
}

TEST(JsonDocument, RefusesWhatDoesNotFitInMemory)
{
    EXPECT_NE(ErrorOf(std::string(100000, '[')), "");
    EXPECT_NE(ErrorOf("[1e400]"), "");
    EXPECT_NE(ErrorOf(std::string("[\"\xff\"]")), "");
}

TEST(JsonDocument, SetTakesJsonAndElseText)
{
    JsonDocument document(R"({"a": {}})", "f");
    document.Set("/a/n", "5", "o");
    document.Set("/a/s", "5s", "o");
    document.Set("/a/o", R"({"x": [1]})", "o");
    EXPECT_EQ(document.GetRoot().dump(), R"({"a":{"n":5,"s":"5s","o":{"x":[1]}}})");
}

TEST(JsonDocument, SetReplacesAndAppends)
{
    JsonDocument document(R"({"a": [1, 2]})", "f");
    document.Set("/a/0", "7", "o");
    document.Set("/a/-", "8", "o");
    document.Set("/a/3", "9", "o");
    EXPECT_EQ(document.GetRoot().dump(), R"({"a":[7,2,8,9]})");
}

TEST(JsonDocument, SetIsTheOriginOfWhatItChanges)
{
    JsonDocument document(R"({"a": {"b": 1}, "c": 2})", "f");
    document.Set("/a", R"({"b": 3})", "--set /a");
    EXPECT_EQ(document.Locate(JsonPointer("/a/b")), "--set /a");
    EXPECT_EQ(document.Locate(JsonPointer("/c")), "f:1:22");
}

TEST(JsonDocument, SetNeedsUtf8)
{
    JsonDocument document("{}", "f");
    EXPECT_THROW(document.Set("/a", "\xff", "--set"), InputError);
    EXPECT_THROW(document.Set("/a\xff", "1", "--set"), InputError);
    EXPECT_NO_THROW(document.Set("/a", "\xc3\xa4", "--set"));
}

TEST(JsonDocument, SetNeedsAPlace)
{
    EXPECT_NE(ErrorOfSet("a"), "");
    EXPECT_NE(ErrorOfSet(""), "");
    EXPECT_NE(ErrorOfSet("/x/y"), "");
    EXPECT_NE(ErrorOfSet("/b/y"), "");
    EXPECT_NE(ErrorOfSet("/a/4"), "");
    EXPECT_NE(ErrorOfSet("/a/01"), "");
    EXPECT_NE(ErrorOfSet("/a/x"), "");
    EXPECT_NE(ErrorOfSet("/a/-1"), "");
    EXPECT_NE(ErrorOfSet("/a/99999999999999999999"), "");
    EXPECT_EQ(
        ErrorOfSet("/a/99999999999999999999/x"),
        "--set: /a/99999999999999999999/x: found no /a/99999999999999999999, expected a member "
        "of an object or an element of a list in the scenario");
    EXPECT_NE(ErrorOfSet("/~2"), "");
    EXPECT_EQ(ErrorOfSet("/x"), "");
}

TEST(ShowJson, IsShortAndOnOneLine)
{
    EXPECT_EQ(ShowJson(Json::object()), "an empty object");
    EXPECT_EQ(ShowJson({{"a", 1}}), "an object");
    EXPECT_EQ(ShowJson(Json::array({1})), "a list");
    EXPECT_EQ(ShowJson("a\nb"), "\"a\\nb\"");
    EXPECT_EQ(ShowJson(std::string(1000, 'x')).size(), 63U);
}

} // namespace

} // namespace mgm
} // namespace ns3
