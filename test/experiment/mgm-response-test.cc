/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "ns3/mgm-input-error.h"
#include "ns3/mgm-response.h"

#include <gtest/gtest.h>

namespace ns3
{
namespace mgm
{

namespace
{

const Json SUMMARY = Json::parse(R"({
  "violations": 2,
  "packets": {"unaccounted": 0, "a/b": 4},
  "name": "x",
  "met": true,
  "streams": [
    {"lost": 3, "gap": {"length_ns": 5}, "joins": [7, null]},
    {"lost": 4, "gap": null, "joins": [9]}
  ],
  "none": []
})");

Json
Evaluate(const std::string& text)
{
    return Response(text, "test").Evaluate(SUMMARY);
}

std::string
FaultOf(const std::string& text)
{
    try
    {
        Evaluate(text);
    }
    catch (const InputError& error)
    {
        return error.what();
    }
    return "";
}

TEST(Response, TakesSingleValues)
{
    EXPECT_EQ(Evaluate("/violations"), 2);
    EXPECT_EQ(Evaluate("/packets/unaccounted"), 0);
    EXPECT_EQ(Evaluate("/packets/a~1b"), 4);
    EXPECT_EQ(Evaluate("/streams/1/lost"), 4);
    EXPECT_EQ(Evaluate("/met"), 1);
}

TEST(Response, IsNullWithoutAValue)
{
    EXPECT_EQ(Evaluate("/packets/lots"), nullptr);
    EXPECT_EQ(Evaluate("/streams/2/lost"), nullptr);
    EXPECT_EQ(Evaluate("/streams/x/lost"), nullptr);
    EXPECT_EQ(Evaluate("/streams/1/gap/length_ns"), nullptr);
    EXPECT_EQ(Evaluate("/violations/0"), nullptr);
    EXPECT_EQ(Evaluate("sum(/none/*)"), nullptr);
}

TEST(Response, AppliesFunctionsToAllMatches)
{
    EXPECT_EQ(Evaluate("sum(/streams/*/lost)"), 7);
    EXPECT_EQ(Evaluate("mean(/streams/*/lost)"), 3.5);
    EXPECT_EQ(Evaluate("min(/streams/*/lost)"), 3);
    EXPECT_EQ(Evaluate("max(/streams/*/lost)"), 4);
    EXPECT_EQ(Evaluate("sum(/packets/*)"), 4);
    EXPECT_EQ(Evaluate("count(/streams/*)"), 2);
    EXPECT_EQ(Evaluate("count(/none/*)"), 0);
    EXPECT_EQ(Evaluate("count(/streams/*/joins/*)"), 2);
}

TEST(Response, IsUnknownIfAPartIsUnknown)
{
    EXPECT_EQ(Evaluate("max(/streams/*/gap/length_ns)"), nullptr);
    EXPECT_EQ(Evaluate("max(/streams/*/joins/*)"), nullptr);
    EXPECT_EQ(Evaluate("max(/streams/1/joins/*)"), 9);
}

TEST(Response, HasAName)
{
    EXPECT_EQ(Response("/packets/unaccounted", "test").GetName(), "packets.unaccounted");
    EXPECT_EQ(Response("sum(/streams/*/lost)", "test").GetName(), "sum.streams.lost");
    EXPECT_EQ(Response("/violations", "test", "bad").GetName(), "bad");
}

TEST(Response, RefusesOtherForms)
{
    EXPECT_EQ(FaultOf("violations"),
              "test: found \"violations\", expected a JSON pointer such as \"/violations\", or "
              "sum, mean, min, max or count of one, such as \"sum(/streams/*/lost)\"");
    EXPECT_EQ(FaultOf("/streams/*/lost"),
              "test: found \"/streams/*/lost\", expected a function of all values that \"*\" "
              "stands for, such as sum(/streams/*/lost)");
    EXPECT_EQ(FaultOf("/a~3"), "test: found \"/a~3\", expected a JSON pointer (RFC 6901)");
    EXPECT_EQ(FaultOf("/name"),
              "response /name: found \"x\" in summary.json, expected a number or a truth value");
}

} // namespace

} // namespace mgm
} // namespace ns3
