/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-distribution.h"

#include "mgm-double-policy.h"

#include <algorithm>
#include <boost/math/distributions/exponential.hpp>
#include <boost/math/distributions/lognormal.hpp>
#include <boost/math/distributions/normal.hpp>
#include <cmath>
#include <map>

namespace ns3
{
namespace mgm
{

namespace
{

using Quantiles = std::function<double(double)>;
using Quantities = std::vector<Quantity>;

/// Throws InputError if a quantity is not above 0.
void
RequirePositive(const JsonValue& value, const Quantity& quantity, const std::string& what)
{
    if (quantity.billionths <= 0)
    {
        value.Fail(what + " above 0");
    }
}

Quantiles
MakeUniform(const std::vector<JsonValue>& values, const Quantities& parameters)
{
    const auto least = parameters[0].GetNumber();
    const auto greatest = parameters[1].GetNumber();
    if (greatest <= least)
    {
        values[1].Fail("a value above " + ToString(parameters[0]) + ", the least");
    }
    return [=](double probability) { return least + probability * (greatest - least); };
}

/// The cut is that of the random times of scenarios: draws are symmetric and never negative.
Quantiles
MakeNormal(const std::vector<JsonValue>& values, const Quantities& parameters)
{
    RequirePositive(values[0], parameters[0], "a mean");
    RequirePositive(values[1], parameters[1], "a standard deviation");
    const boost::math::normal_distribution<double, DoublePolicy> normal(parameters[0].GetNumber(),
                                                                        parameters[1].GetNumber());
    const auto below = boost::math::cdf(normal, 0);
    return [=](double probability) {
        return boost::math::quantile(normal, below + probability * (1 - 2 * below));
    };
}

Quantiles
MakeExponential(const std::vector<JsonValue>& values, const Quantities& parameters)
{
    RequirePositive(values[0], parameters[0], "a mean");
    const boost::math::exponential_distribution<double, DoublePolicy> exponential(
        1 / parameters[0].GetNumber());
    return [=](double probability) { return boost::math::quantile(exponential, probability); };
}

Quantiles
MakeLognormal(const std::vector<JsonValue>& values, const Quantities& parameters)
{
    RequirePositive(values[0], parameters[0], "a median");
    RequirePositive(values[1], parameters[1], "a standard deviation of the logarithm");
    const boost::math::lognormal_distribution<double, DoublePolicy> lognormal(
        std::log(parameters[0].GetNumber()),
        parameters[1].GetNumber());
    return [=](double probability) { return boost::math::quantile(lognormal, probability); };
}

using Maker = Quantiles (*)(const std::vector<JsonValue>& values, const Quantities& parameters);

const std::map<std::string, Maker> MAKERS{
    {"uniform", MakeUniform},
    {"normal", MakeNormal},
    {"exponential", MakeExponential},
    {"lognormal", MakeLognormal},
};

/// Decimals that quantities of a unit have: a time is a whole number of nanoseconds.
unsigned
DecimalsOf(const std::string& unit)
{
    return unit == "ns" ? 0 : unit == "us" ? 3 : unit == "ms" ? 6 : QUANTITY_DECIMALS;
}

/// Throws InputError unless two quantities have one unit, or the second has none, as it must for
/// the deviation of a logarithm.
void
CheckUnits(const std::string& name,
           const std::vector<JsonValue>& values,
           const Quantities& parameters)
{
    const auto unit = name == "lognormal" ? "" : parameters.front().unit;
    if (parameters.size() > 1 && parameters[1].unit != unit)
    {
        values[1].Fail(unit.empty() ? "a number without a unit"
                                    : "a number with the unit of the other one, \"" + unit + "\"");
    }
}

} // namespace

const std::vector<std::string> Distribution::NAMES{"uniform", "normal", "exponential", "lognormal"};

Distribution::Distribution(const std::string& name, const JsonValue& parameters)
{
    const auto values = parameters.GetJson().is_array() ? parameters.GetItems()
                                                        : std::vector<JsonValue>{parameters};
    Quantities quantities;
    for (const auto& value : values)
    {
        quantities.push_back(ReadQuantity(value));
        m_text += (m_text.empty() ? name + "(" : ", ") + ToString(quantities.back());
    }
    m_text += ")";
    CheckUnits(name, values, quantities);
    m_unit = quantities.front().unit;
    m_quantiles = MAKERS.at(name)(values, quantities);
}

std::string
Distribution::GetQuantile(double probability) const
{
    constexpr double GREATEST = 9e9; // what a quantity can hold
    const auto step = std::pow(10.0, QUANTITY_DECIMALS - DecimalsOf(m_unit));
    const auto number = std::clamp(m_quantiles(probability), -GREATEST, GREATEST);
    const auto steps = std::llround(number * 1e9 / step);
    return ToString(Quantity{steps * std::llround(step), m_unit});
}

} // namespace mgm
} // namespace ns3
