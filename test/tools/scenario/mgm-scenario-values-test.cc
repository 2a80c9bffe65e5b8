/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "base/mgm-input-error.h"
#include "mgm-test-fixture.h"
#include "scenario/mgm-scenario-values.h"

#include "ns3/mgm-time-variable.h"

#include <optional>
#include <string>

namespace ns3
{
namespace mgm
{

namespace
{

/// The nanoseconds of a time, or nothing if it is refused.
std::optional<int64_t>
NanosecondsOf(const std::string& text)
{
    const JsonDocument document(Json(text).dump(), "f");
    try
    {
        return ReadTime(JsonValue(document)).GetNanoSeconds();
    }
    catch (const InputError&)
    {
        return {};
    }
}

Ptr<RandomVariableStream>
VariableOf(const std::string& text)
{
    const JsonDocument document(text, "f");
    const auto variable = ReadTimeVariable(JsonValue(document));
    variable->SetStream(1);
    return variable;
}

class ScenarioValues : public MgmTest
{
};

/// A random number, or the end of the message that refuses it.
std::string
NumberOf(const std::string& text)
{
    const JsonDocument document(text, "f");
    try
    {
        return ReadNumberVariable(JsonValue(document));
    }
    catch (const InputError& error)
    {
        const std::string message = error.what();
        return message.substr(message.find("expected"));
    }
}

TEST_F(ScenarioValues, NumbersCanBeRandom)
{
    EXPECT_EQ(NumberOf("0.5"), "ns3::ConstantRandomVariable[Constant=0.5]");
    EXPECT_EQ(NumberOf(R"({"uniform": [0, 0.25]})"), "ns3::UniformRandomVariable[Min=0|Max=0.25]");
    EXPECT_EQ(NumberOf(R"({"exponential": 2})"), "ns3::ExponentialRandomVariable[Mean=2]");
    EXPECT_EQ(NumberOf(R"({"normal": [2, 0.5]})"),
              "ns3::NormalRandomVariable[Mean=2|Variance=0.25|Bound=2]");
    EXPECT_EQ(NumberOf(R"({"uniform": [1, 0.25]})"), "expected a number not below 1, the least");
    EXPECT_EQ(NumberOf(R"({"normal": [1, 2]})"),
              "expected a standard deviation not above 1, the mean");
}

TEST_F(ScenarioValues, TimesHaveUnits)
{
    EXPECT_EQ(NanosecondsOf("7ns"), 7);
    EXPECT_EQ(NanosecondsOf("7us"), 7000);
    EXPECT_EQ(NanosecondsOf("7ms"), 7000000);
    EXPECT_EQ(NanosecondsOf("7s"), 7000000000);
    EXPECT_EQ(NanosecondsOf("7min"), 420000000000);
    EXPECT_EQ(NanosecondsOf("7h"), 25200000000000);
    EXPECT_EQ(NanosecondsOf("0s"), 0);
}

TEST_F(ScenarioValues, FractionsOfTimesAreExact)
{
    EXPECT_EQ(NanosecondsOf("0.3s"), 300000000);
    EXPECT_EQ(NanosecondsOf("1.000000001s"), 1000000001);
    EXPECT_EQ(NanosecondsOf("11.999999999s"), 11999999999);
    EXPECT_EQ(NanosecondsOf("0.5min"), 30000000000);
    EXPECT_EQ(NanosecondsOf("1.500000000000000000000us"), 1500);
}

TEST_F(ScenarioValues, TimesAreWholeNanosecondsThatFit)
{
    EXPECT_FALSE(NanosecondsOf("1.5ns"));
    EXPECT_FALSE(NanosecondsOf("1.0000000001s"));
    EXPECT_FALSE(NanosecondsOf("0.00000000000000000001h"));
    EXPECT_EQ(NanosecondsOf("1000000000s"), 1000000000000000000);
    EXPECT_FALSE(NanosecondsOf("1000000000.000000001s"));
    EXPECT_FALSE(NanosecondsOf("1000000001s"));
    EXPECT_FALSE(NanosecondsOf("99999999999999999999999999ns"));
    EXPECT_FALSE(NanosecondsOf("18446744073709551617s"));
}

TEST_F(ScenarioValues, WhatIsNoTimeIsRefused)
{
    for (const auto* text :
         {"", "5", "s", ".", "1.2.3s", "-1s", "1 s", "1S", "1sec", "0x5s", "1e3s"})
    {
        EXPECT_FALSE(NanosecondsOf(text)) << text;
    }
}

TEST_F(ScenarioValues, ATimeIsAConstantVariable)
{
    EXPECT_EQ(DrawTime(VariableOf(R"("1.5ms")")), MicroSeconds(1500));
}

TEST_F(ScenarioValues, UniformVariablesStayInBounds)
{
    const auto variable = VariableOf(R"({"uniform": ["1s", "3s"]})");
    for (int i = 0; i < 1000; ++i)
    {
        const auto time = DrawTime(variable);
        EXPECT_GE(time, Seconds(1));
        EXPECT_LE(time, Seconds(3));
    }
}

TEST_F(ScenarioValues, NormalVariablesAreNeverNegative)
{
    const auto variable = VariableOf(R"({"normal": ["1s", "1s"]})");
    for (int i = 0; i < 1000; ++i)
    {
        const auto value = variable->GetValue();
        EXPECT_GE(value, 0);
        EXPECT_LE(value, 2);
    }
    EXPECT_EQ(DrawTime(VariableOf(R"({"normal": ["0s", "0s"]})")), Time());
    EXPECT_THROW(VariableOf(R"({"normal": ["1s", "1.1s"]})"), InputError);
}

TEST_F(ScenarioValues, ExponentialVariablesHaveTheirMean)
{
    constexpr int DRAWS = 10000;
    const auto variable = VariableOf(R"({"exponential": "2s"})");
    double sum = 0;
    for (int i = 0; i < DRAWS; ++i)
    {
        sum += variable->GetValue();
    }
    EXPECT_NEAR(sum / DRAWS, 2, 0.1);
}

} // namespace

} // namespace mgm
} // namespace ns3
