/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "base/mgm-input-error.h"
#include "mgm-fuzz-target.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <iostream>
#include <iterator>

namespace ns3
{
namespace mgm
{

void
PrintTo(const FuzzTarget& target, std::ostream* os)
{
    *os << target.name;
}

namespace
{

std::string
ReadInput(const std::filesystem::path& path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

/// The inputs of a target that are kept: a seed corpus, and what was found to break something.
std::vector<std::filesystem::path>
FindInputs(std::string_view target)
{
    std::vector<std::filesystem::path> inputs;
    for (const auto* kind : {"corpus", "found"})
    {
        const auto folder = std::filesystem::path(MGM_SOURCE_DIR "/test/fuzz") / kind / target;
        if (std::filesystem::is_directory(folder))
        {
            const std::filesystem::directory_iterator files(folder);
            std::copy(begin(files), end(files), std::back_inserter(inputs));
        }
    }
    std::sort(inputs.begin(), inputs.end());
    return inputs;
}

/// Replays without libFuzzer what it starts from, and what it has found.
class FuzzReplay : public testing::TestWithParam<FuzzTarget>
{
};

TEST_P(FuzzReplay, NoInputThatIsKeptBreaksTheTarget)
{
    const auto inputs = FindInputs(GetParam().name);
    EXPECT_FALSE(inputs.empty());
    for (const auto& input : inputs)
    {
        std::cout << input.string() << std::endl; // the last one is that of a crash
        EXPECT_NO_THROW(GetParam().run(ReadInput(input))) << input;
    }
}

std::string
NameOf(const testing::TestParamInfo<FuzzTarget>& target)
{
    std::string name(target.param.name);
    std::replace(name.begin(), name.end(), '-', '_');
    return name;
}

INSTANTIATE_TEST_SUITE_P(Kept, FuzzReplay, testing::ValuesIn(GetFuzzTargets()), NameOf);

TEST(FuzzTarget, AnUnknownNameIsAnError)
{
    EXPECT_THROW(FindFuzzTarget("no-target"), std::invalid_argument);
    EXPECT_EQ(FindFuzzTarget("igmp").name, "igmp");
}

TEST(FuzzTarget, WhatAnInputMustNotShowIsAFault)
{
    EXPECT_NO_THROW(RequireOfInput(true, "right"));
    EXPECT_THROW(RequireOfInput(false, "wrong"), FuzzFault);
}

} // namespace

} // namespace mgm
} // namespace ns3
