/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "base/mgm-input-error.h"
#include "sweep/mgm-response.h"

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
FaultOfResponse(const std::string& text)
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

/// What can never be measured is told from what this run does not have.
TEST(Response, TellsWhatLeadsNowhere)
{
    const auto fault = [](const std::string& text) {
        return Response(text, "test").FindFault(SUMMARY);
    };
    for (const auto* possible : {"/violations",
                                 "/met",
                                 "/streams/1/gap/length_ns",
                                 "max(/streams/*/gap/length_ns)",
                                 "/streams/0/joins/1",
                                 "sum(/none/*/lost)",
                                 "count(/streams/*)"})
    {
        EXPECT_EQ(fault(possible), "");
    }
    EXPECT_EQ(fault("/packets/lots"),
              "test: found no \"lots\" in /packets of summary.json, expected one of unaccounted, "
              "a/b");
    EXPECT_EQ(fault("sum(/streams/*/lots)"),
              "test: found no \"lots\" in /streams/0 of summary.json, expected one of lost, gap, "
              "joins");
    EXPECT_EQ(fault("/streams/2/lost"),
              "test: found no \"2\" in /streams of summary.json, expected an index below 2, or *");
    EXPECT_EQ(fault("/stream/0/lost").substr(0, 62),
              "test: found no \"stream\" in / of summary.json, expected one of ");
    EXPECT_EQ(fault("/violations/0"),
              "test: found no \"0\" in /violations of summary.json, expected no more: it is 2");
    EXPECT_EQ(fault("/name"),
              "test: found \"x\" at /name of summary.json, expected a number or a truth value");
}

/// Not every part has to have it, if one does.
TEST(Response, MayBeWhatOnlySomePartsHave)
{
    const auto summary = Json::parse(R"({"nodes": {"h": {}, "r": {"calls": 3}}})");
    EXPECT_EQ(Response("count(/nodes/*/calls)", "test").FindFault(summary), "");
    EXPECT_NE(Response("count(/nodes/*/cells)", "test").FindFault(summary), "");
}

TEST(Response, RefusesOtherForms)
{
    EXPECT_EQ(FaultOfResponse("violations"),
              "test: found \"violations\", expected a JSON pointer such as \"/violations\", or "
              "sum, mean, min, max or count of one, such as \"sum(/streams/*/lost)\"");
    EXPECT_EQ(FaultOfResponse("/streams/*/lost"),
              "test: found \"/streams/*/lost\", expected a function of all values that \"*\" "
              "stands for, such as sum(/streams/*/lost)");
    EXPECT_EQ(FaultOfResponse("/a~3"), "test: found \"/a~3\", expected a JSON pointer (RFC 6901)");
    EXPECT_EQ(FaultOfResponse("/name"),
              "test: found \"x\" at /name of summary.json, expected a number or a truth value");
}

} // namespace

} // namespace mgm
} // namespace ns3
