/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "base/mgm-failure-text.h"
#include "base/mgm-input-error.h"

#include <filesystem>
#include <gtest/gtest.h>
#include <new>
#include <nlohmann/json.hpp>
#include <system_error>

namespace ns3
{
namespace mgm
{

namespace
{

/// What users read of what a function throws.
template <typename Function>
std::string
TextOf(Function function)
{
    try
    {
        function();
    }
    catch (const std::exception& error)
    {
        return GetFailureText(error);
    }
    return "";
}

TEST(FailureTextTest, OursIsLeftAsItIs)
{
    EXPECT_EQ(TextOf([]() { throw InputError("a.json: found x, expected y"); }),
              "a.json: found x, expected y");
}

TEST(FailureTextTest, OfFilesItNamesTheFile)
{
    EXPECT_EQ(TextOf([]() { static_cast<void>(std::filesystem::file_size("/nowhere/at/all")); }),
              "/nowhere/at/all: found \"No such file or directory\", expected a file or directory "
              "that can be used");
    const std::error_code code = std::make_error_code(std::errc::permission_denied);
    EXPECT_EQ(TextOf([&code]() { throw std::filesystem::filesystem_error("x", code); }),
              "mgm: found \"Permission denied\", expected a file or directory that can be used");
}

TEST(FailureTextTest, NothingElseIsShown)
{
    EXPECT_EQ(TextOf([]() { throw std::bad_alloc(); }),
              "mgm: found no memory left, expected enough for the work");
    EXPECT_EQ(TextOf([]() { nlohmann::json::parse("{").dump(); }),
              "mgm: found a fault of its own, expected none; please report what you did");
}

} // namespace

} // namespace mgm
} // namespace ns3
