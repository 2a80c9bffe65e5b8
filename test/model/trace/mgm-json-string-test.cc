/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "ns3/mgm-json-string.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <rapidcheck/gtest.h>
#include <string>
#include <vector>

namespace ns3
{
namespace mgm
{

namespace
{

/// The text as another library writes it.
std::string
Expected(const std::string& text)
{
    return nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

} // namespace

TEST(JsonString, RFC_8259_7_EscapesWhatMustBe)
{
    EXPECT_EQ(ToJsonString(""), "\"\"");
    EXPECT_EQ(ToJsonString("a\"b\\c/d"), R"("a\"b\\c/d")");
    EXPECT_EQ(ToJsonString("\b\f\n\r\t\x01\x1F\x7F"), "\"\\b\\f\\n\\r\\t\\u0001\\u001f\x7F\"");
    EXPECT_EQ(ToJsonString({"\0", 1}), R"("\u0000")");
}

TEST(JsonString, BytesThatAreNotUtf8AreReplaced)
{
    EXPECT_EQ(ToJsonString("\xC3\xA4"), "\"\xC3\xA4\"");
    EXPECT_EQ(ToJsonString("\xC3"), "\"\xEF\xBF\xBD\"");
    EXPECT_EQ(ToJsonString("\xE2\x82x"), "\"\xEF\xBF\xBDx\"");
    EXPECT_EQ(ToJsonString("\xED\xA0\x80"), Expected("\xED\xA0\x80")) << "a surrogate";
}

RC_GTEST_PROP(JsonString, IsWhatAnotherLibraryWrites, ())
{
    // Bytes at which the classes of table 3-7 of Unicode begin and end are more probable.
    const auto byte =
        rc::gen::oneOf(rc::gen::arbitrary<uint8_t>(),
                       rc::gen::elementOf(std::vector<uint8_t>{
                           0x00, 0x1F, 0x22, 0x5C, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF,
                           0xC1, 0xC2, 0xDF, 0xE0, 0xED, 0xEF, 0xF0, 0xF1, 0xF4, 0xF5, 0xFF}));
    const auto bytes = *rc::gen::container<std::vector<uint8_t>>(byte);
    const std::string text(bytes.begin(), bytes.end());
    RC_ASSERT(ToJsonString(text) == Expected(text));
}

} // namespace mgm
} // namespace ns3
