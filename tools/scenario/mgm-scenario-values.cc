/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-scenario-values.h"

#include "ns3/double.h"

#include <algorithm>
#include <iomanip>
#include <limits>
#include <optional>
#include <sstream>
#include <string_view>

namespace ns3
{
namespace mgm
{

namespace
{

/// A unit of time and its length.
struct Unit
{
    std::string_view name;
    int64_t nanoseconds;
};

constexpr Unit UNITS[]{
    {"ns", 1},
    {"us", 1000},
    {"ms", 1000000},
    {"s", 1000000000},
    {"min", 60000000000},
    {"h", 3600000000000},
};

/// The length of a unit [ns], or 0 if there is no such unit.
int64_t
UnitLength(std::string_view name)
{
    const auto unit = std::find_if(std::begin(UNITS), std::end(UNITS), [name](const auto& each) {
        return each.name == name;
    });
    return unit == std::end(UNITS) ? 0 : unit->nanoseconds;
}

/// The nanoseconds of a time such as "1.5ms"; nothing if it is none, or too many or not whole.
std::optional<int64_t>
ToNanoseconds(std::string_view text)
{
    constexpr int64_t GREATEST = MAX_SCENARIO_TIME_S * 1000000000;
    const auto unit = std::min(text.find_first_not_of("0123456789."), text.size());
    const auto length = UnitLength(text.substr(unit));
    if (unit == 0 || length == 0 || text.find('.') != text.rfind('.'))
    {
        return {};
    }
    int64_t nanoseconds = 0;
    auto place = length; // nanoseconds that a 1 at the present digit stands for
    bool isFraction = false;
    for (const char c : text.substr(0, unit))
    {
        const int64_t digit = c - '0';
        if (c == '.')
        {
            isFraction = true;
            continue;
        }
        if (isFraction && digit != 0 && (place == 0 || place % 10 != 0))
        {
            return {};
        }
        place = isFraction ? place / 10 : length;
        const int64_t before = isFraction ? 1 : 10; // times as much as so far
        if (nanoseconds > (GREATEST - digit * place) / before)
        {
            return {};
        }
        nanoseconds = nanoseconds * before + digit * place;
    }
    return nanoseconds;
}

/// Makes a random variable of times.
template <typename Variable>
Ptr<RandomVariableStream>
MakeVariable(const std::vector<std::pair<std::string, Time>>& attributes)
{
    const auto variable = CreateObject<Variable>();
    for (const auto& [name, time] : attributes)
    {
        variable->SetAttribute(name, DoubleValue(time.GetSeconds()));
    }
    return variable;
}

Ptr<RandomVariableStream>
ReadUniform(const JsonValue& value)
{
    const auto bounds = value.GetItems();
    const auto least = ReadTime(bounds[0]);
    const auto greatest = ReadTime(bounds[1]);
    if (greatest < least)
    {
        bounds[1].Fail("a time not below " + bounds[0].GetText() + ", the least");
    }
    return MakeVariable<UniformRandomVariable>({{"Min", least}, {"Max", greatest}});
}

/// The cut makes draws symmetric about the mean and never negative. ns-3 cuts by drawing again,
/// which takes long if the deviation is great.
Ptr<RandomVariableStream>
ReadNormal(const JsonValue& value)
{
    const auto parameters = value.GetItems();
    const auto mean = ReadTime(parameters[0]);
    const auto deviation = ReadTime(parameters[1]);
    if (deviation > mean)
    {
        parameters[1].Fail("a standard deviation not above " + parameters[0].GetText() +
                           ", the mean");
    }
    const auto variable = MakeVariable<NormalRandomVariable>({{"Mean", mean}, {"Bound", mean}});
    variable->SetAttribute("Variance",
                           DoubleValue(deviation.GetSeconds() * deviation.GetSeconds()));
    return variable;
}

/// How ns-3 writes a random variable.
std::string
WriteVariable(const std::string& type,
              const std::vector<std::pair<std::string, double>>& attributes)
{
    std::ostringstream text;
    text << std::setprecision(std::numeric_limits<double>::max_digits10) << "ns3::" << type
         << "RandomVariable";
    auto separator = '[';
    for (const auto& [name, number] : attributes)
    {
        text << separator << name << '=' << number;
        separator = '|';
    }
    text << ']';
    return text.str();
}

} // namespace

Time
ReadTime(const JsonValue& value)
{
    const auto nanoseconds = ToNanoseconds(value.GetText());
    if (!nanoseconds)
    {
        value.Fail("a time such as \"2s\", in whole nanoseconds and at most " +
                   std::to_string(MAX_SCENARIO_TIME_S) + "s");
    }
    return NanoSeconds(*nanoseconds);
}

std::string
WriteTime(Time time)
{
    const auto nanoseconds = time.GetNanoSeconds();
    const auto unit =
        std::find_if(std::rbegin(UNITS), std::rend(UNITS), [nanoseconds](const auto& each) {
            return nanoseconds % each.nanoseconds == 0;
        });
    return time.IsZero()
               ? "0s"
               : std::to_string(nanoseconds / unit->nanoseconds) + std::string(unit->name);
}

Ptr<RandomVariableStream>
ReadTimeVariable(const JsonValue& value)
{
    if (value.GetJson().is_string())
    {
        return MakeVariable<ConstantRandomVariable>({{"Constant", ReadTime(value)}});
    }
    const auto [kind, parameters] = value.GetMembers().front();
    if (kind == "uniform")
    {
        return ReadUniform(parameters);
    }
    if (kind == "normal")
    {
        return ReadNormal(parameters);
    }
    return MakeVariable<ExponentialRandomVariable>({{"Mean", ReadTime(parameters)}});
}

std::string
ReadNumberVariable(const JsonValue& value)
{
    if (!value.GetJson().is_object())
    {
        return WriteVariable("Constant", {{"Constant", value.Get<double>()}});
    }
    const auto [kind, parameters] = value.GetMembers().front();
    if (kind == "exponential")
    {
        return WriteVariable("Exponential", {{"Mean", parameters.Get<double>()}});
    }
    const auto items = parameters.GetItems();
    const auto first = items[0].Get<double>();
    const auto second = items[1].Get<double>();
    if (kind == "uniform")
    {
        if (second < first)
        {
            items[1].Fail("a number not below " + ShowJson(items[0].GetJson()) + ", the least");
        }
        return WriteVariable("Uniform", {{"Min", first}, {"Max", second}});
    }
    if (second > first)
    {
        items[1].Fail("a standard deviation not above " + ShowJson(items[0].GetJson()) +
                      ", the mean");
    }
    return WriteVariable("Normal",
                         {{"Mean", first}, {"Variance", second * second}, {"Bound", first}});
}

Time
ReadDuration(const JsonValue& value)
{
    const auto time = ReadTime(value);
    if (time.IsZero())
    {
        value.Fail("a time above 0s");
    }
    return time;
}

Ptr<RandomVariableStream>
ReadDurationVariable(const JsonValue& value)
{
    if (value.GetJson().is_string())
    {
        ReadDuration(value);
    }
    else
    {
        const auto parameters = value.GetMembers().front().second;
        const bool isMean = parameters.GetJson().is_string();
        // The mean, or the greatest time of a uniform variable.
        const auto items = isMean ? std::vector<JsonValue>{parameters} : parameters.GetItems();
        const bool isUniform = value.Has("uniform");
        ReadDuration(isUniform ? items.back() : items.front());
    }
    return ReadTimeVariable(value);
}

std::string
ToString(const Prefix& prefix)
{
    std::ostringstream text;
    text << prefix.network << '/' << prefix.mask.GetPrefixLength();
    return text.str();
}

Prefix
ReadPrefix(const JsonValue& value)
{
    const auto text = value.GetText();
    const auto slash = text.find('/');
    const Ipv4Address address(text.substr(0, slash).c_str());
    const Ipv4Mask mask(text.substr(slash).c_str());
    const Prefix prefix{address.CombineMask(mask), mask};
    if (address != prefix.network)
    {
        value.Fail("\"" + ToString(prefix) + "\", the prefix that this address is in");
    }
    return prefix;
}

bool
ReadMoves(const JsonValue& object, const std::string& time)
{
    if (!object.Has("moves") || !object["moves"].Get<bool>())
    {
        return false;
    }
    const auto value = object[time];
    if (!value.GetJson().is_string())
    {
        value.Fail("a time that is not random, of what moves");
    }
    return true;
}

Time
ReadStop(const JsonValue& object)
{
    const auto stop = ReadTime(object["stop"]);
    const auto start = object["start"];
    if (start.GetJson().is_string() && stop <= ReadTime(start))
    {
        object["stop"].Fail("a time after " + start.GetText() + ", the start");
    }
    return stop;
}

Ipv4Address
ReadUnicast(const JsonValue& value)
{
    const Ipv4Address address(value.GetText().c_str());
    const auto network = address.Get() >> 24;
    if (network == 0 || network == 127 || network >= 224)
    {
        value.Fail("the address of a host, from 1.0.0.0 to 223.255.255.255 without 127.0.0.0/8");
    }
    return address;
}

std::vector<Ipv4Address>
ReadUnicasts(const JsonValue& value)
{
    const auto items = value.GetItems();
    std::vector<Ipv4Address> addresses;
    std::transform(items.begin(), items.end(), std::back_inserter(addresses), ReadUnicast);
    return addresses;
}

Ipv4Address
ReadGroup(const JsonValue& value)
{
    const auto text = value.GetText();
    return text == "*" ? Ipv4Address::GetZero() : Ipv4Address(text.c_str());
}

} // namespace mgm
} // namespace ns3
