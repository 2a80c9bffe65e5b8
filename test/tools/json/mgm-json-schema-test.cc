/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "base/mgm-input-error.h"
#include "json/mgm-json-schema.h"

#include <gtest/gtest.h>
#include <string>

namespace ns3
{
namespace mgm
{

namespace
{

constexpr auto SCHEMA = R"({
  "$schema": "http://json-schema.org/draft-07/schema#",
  "description": "a shape",
  "type": "object",
  "required": ["kind"],
  "additionalProperties": false,
  "properties": {
    "kind": {"description": "a kind", "enum": ["circle", "square"]},
    "size": {"description": "how big it is", "allOf": [{"$ref": "#/definitions/size"}], "default": 1},
    "tags": {"type": "array", "items": {"description": "a tag", "type": "string"}, "default": []},
    "names": {
      "type": "object",
      "propertyNames": {"$ref": "#/definitions/name"},
      "patternProperties": {"^[a-z]+$": {"$ref": "#/definitions/size"}},
      "additionalProperties": false
    },
    "radius": {"description": "the radius", "type": "integer"},
    "parts": {"type": "array", "items": {"$ref": "#"}}
  },
  "dependencies": {
    "radius": {"properties": {"kind": {"description": "what has a radius", "enum": ["circle"]}}}
  },
  "if": {"required": ["kind"], "properties": {"kind": {"const": "circle"}}},
  "then": {"required": ["radius"]},
  "definitions": {
    "size": {"description": "a number from 1 to 9", "type": "integer", "minimum": 1, "maximum": 9},
    "name": {"description": "a word", "type": "string", "pattern": "^[a-z]+$"}
  }
})";

/// What the schema says is wrong with a text, without file, line and column.
std::string
FaultOf(const std::string& text)
{
    try
    {
        JsonSchema(SCHEMA).Check(JsonDocument(text, "f"));
    }
    catch (const InputError& error)
    {
        const std::string message = error.what();
        return message.substr(message.find(' ') + 1);
    }
    return "";
}

TEST(JsonSchema, AcceptsWhatIsValid)
{
    EXPECT_EQ(FaultOf(R"({"kind": "square"})"), "");
    EXPECT_EQ(FaultOf(R"({"kind": "circle", "radius": 1, "size": 9, "tags": ["x"]})"), "");
    EXPECT_EQ(FaultOf(R"({"kind": "square", "names": {"a": 1}, "parts": [{"kind": "square"}]})"),
              "");
}

TEST(JsonSchema, ExplainsWrongTypes)
{
    EXPECT_EQ(FaultOf("[]"), "/: found an empty list, expected a shape");
    EXPECT_EQ(FaultOf(R"({"kind": "square", "tags": ["x", 5]})"),
              "/tags/1: found 5, expected a tag");
    EXPECT_EQ(FaultOf(R"({"kind": "square", "size": "5"})"),
              "/size: found \"5\", expected a number from 1 to 9");
}

TEST(JsonSchema, ExplainsMissingMembers)
{
    EXPECT_EQ(FaultOf("{}"),
              "/kind: found nothing, expected a kind, one of \"circle\", \"square\"");
}

TEST(JsonSchema, ExplainsUnknownMembers)
{
    EXPECT_EQ(FaultOf(R"({"kind": "square", "color": 1})"),
              "/color: found the name \"color\", expected one of \"kind\", \"size\", \"tags\", "
              "\"names\", \"radius\", \"parts\"");
    EXPECT_EQ(FaultOf(R"({"kind": "square", "names": {"A": 1}})"),
              "/names/A: found the name \"A\", expected a word");
}

TEST(JsonSchema, ExplainsRanges)
{
    EXPECT_EQ(FaultOf(R"({"kind": "square", "size": 0})"),
              "/size: found 0, expected a number from 1 to 9");
    EXPECT_EQ(FaultOf(R"({"kind": "square", "names": {"a": 10}})"),
              "/names/a: found 10, expected a number from 1 to 9");
}

TEST(JsonSchema, ExplainsConditions)
{
    EXPECT_EQ(FaultOf(R"({"kind": "circle"})"), "/radius: found nothing, expected the radius");
    EXPECT_EQ(FaultOf(R"({"kind": "square", "radius": 1})"),
              "/kind: found \"square\", expected what has a radius, \"circle\"");
}

TEST(JsonSchema, LooksIntoTheDepth)
{
    EXPECT_EQ(
        FaultOf(R"({"kind": "square", "parts": [{"kind": "square", "parts": [{}]}]})"),
        "/parts/0/parts/0/kind: found nothing, expected a kind, one of \"circle\", \"square\"");
}

TEST(JsonSchema, FillsDefaultsEverywhere)
{
    auto value = Json::parse(R"({"kind": "square", "parts": [{"kind": "square", "size": 3}]})");
    JsonSchema(SCHEMA).FillDefaults(value);
    EXPECT_EQ(value["size"], 1);
    EXPECT_EQ(value["tags"], Json::array());
    EXPECT_EQ(value["parts"][0]["size"], 3);
    EXPECT_EQ(value["parts"][0]["tags"], Json::array());
    EXPECT_FALSE(value.contains("names"));
}

/// What becomes of a square when something is to be set.
Json
MakeWayFor(const std::string& pointer)
{
    JsonDocument document(R"({"kind": "square", "parts": [{}], "size": 1})", "f");
    JsonSchema(SCHEMA).MakeWay(pointer, "--set", document);
    return document.GetRoot();
}

TEST(JsonSchema, MakesObjectsThatItNames)
{
    const auto square = MakeWayFor("/names");
    EXPECT_EQ(square.dump(), R"({"kind":"square","parts":[{}],"size":1})");
    EXPECT_EQ(MakeWayFor("/names/a")["names"], Json::object());
    EXPECT_EQ(MakeWayFor("/parts/0/names/a")["parts"][0]["names"], Json::object());
    for (const auto* pointer : {"",
                                "names/a",
                                "/other/a",
                                "/tags/0",
                                "/size/a",
                                "/radius/a",
                                "/names/a/b/c",
                                "/parts/1/names/a",
                                "/parts/99999999999999999999/names/a"})
    {
        auto made = MakeWayFor(pointer);
        made.erase("names");
        EXPECT_EQ(made, square) << pointer;
    }
}

TEST(JsonSchema, TheChangeIsTheOriginOfWhatIsMade)
{
    JsonDocument document(R"({"kind": "square"})", "f");
    JsonSchema(SCHEMA).MakeWay("/names/a", "--set /names/a=1", document);
    EXPECT_EQ(document.Locate(JsonPointer("/names")), "--set /names/a=1");
}

} // namespace

} // namespace mgm
} // namespace ns3
