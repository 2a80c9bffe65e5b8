/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-factor.h"

#include "mgm-factor-name.h"

#include <algorithm>
#include <numeric>
#include <set>

namespace ns3
{
namespace mgm
{

namespace
{

/// Most levels of a factor.
constexpr std::size_t MAX_LEVELS = 1000000;

/// Most values of which all orders are made: 8! is 40,320.
constexpr std::size_t MAX_PERMUTED = 8;

/// The members of a factor that say what its values are.
const std::vector<std::string> KINDS{
    "values",
    "range",
    "permute",
    "uniform",
    "normal",
    "exponential",
    "lognormal",
};

/// A value as tables write it, without the punctuation of objects and lists.
std::string
ToLabel(const Json& value)
{
    auto label = value.is_string() ? value.get<std::string>() : value.dump();
    if (value.is_structured())
    {
        const std::string punctuation = "{}[]\"";
        const auto isPunctuation = [&](char c) { return punctuation.find(c) != punctuation.npos; };
        label.erase(std::remove_if(label.begin(), label.end(), isPunctuation), label.end());
    }
    return label;
}

std::vector<std::string>
ReadPointers(const JsonValue& value)
{
    const auto items =
        value.GetJson().is_array() ? value.GetItems() : std::vector<JsonValue>{value};
    std::vector<std::string> pointers;
    for (const auto& item : items)
    {
        const auto pointer = item.GetText();
        try
        {
            JsonPointer{pointer};
        }
        catch (const Json::exception&)
        {
            item.Fail("a JSON pointer such as \"/nodes/r1/protocols/pim/start\"");
        }
        if (std::find(pointers.begin(), pointers.end(), pointer) != pointers.end())
        {
            item.Fail("another pointer than before");
        }
        pointers.push_back(pointer);
    }
    return pointers;
}

/// A level that gives all pointers one value.
FactorLevel
MakeLevel(const Factor& factor, const Json& value)
{
    return {ToLabel(value), std::vector<std::string>(factor.pointers.size(), ToOption(value))};
}

/// Gives values the names that a factor has for them.
void
ReadLabels(const JsonValue& object, Factor& factor)
{
    const auto labels = object["labels"].GetItems();
    if (labels.size() != factor.levels.size())
    {
        object["labels"].Fail("a name for each of the " + std::to_string(factor.levels.size()) +
                              " values");
    }
    for (std::size_t i = 0; i < labels.size(); ++i)
    {
        factor.levels[i].label = labels[i].Get<std::string>();
    }
}

void
ReadValues(const JsonValue& object, Factor& factor)
{
    const auto values = object["values"].GetItems();
    for (const auto& value : values)
    {
        factor.levels.push_back(MakeLevel(factor, value.GetJson()));
    }
    if (object.Has("labels"))
    {
        ReadLabels(object, factor);
    }
    std::set<std::string> labels;
    for (std::size_t i = 0; i < values.size(); ++i)
    {
        const auto& label = factor.levels[i].label;
        if (!labels.insert(label).second)
        {
            values[i].Fail("a value that was not there before");
        }
        factor.text += (factor.text.empty() ? "" : ", ") + label;
    }
}

void
CheckRange(const std::vector<JsonValue>& bounds, const std::vector<Quantity>& quantities)
{
    const auto& [first, last, step] = std::tie(quantities[0], quantities[1], quantities[2]);
    for (std::size_t i = 1; i < quantities.size(); ++i)
    {
        if (quantities[i].unit != first.unit)
        {
            bounds[i].Fail(first.unit.empty()
                               ? "a number without a unit"
                               : "a number with the unit of the first one, \"" + first.unit + "\"");
        }
    }
    if (last.billionths < first.billionths)
    {
        bounds[1].Fail("a value not below " + ToString(first) + ", the first one");
    }
    if (step.billionths <= 0)
    {
        bounds[2].Fail("a step above 0");
    }
    if (static_cast<std::size_t>((last.billionths - first.billionths) / step.billionths) >=
        MAX_LEVELS)
    {
        bounds[2].Fail("a step that makes at most " + std::to_string(MAX_LEVELS) + " values");
    }
}

void
ReadRange(const JsonValue& list, Factor& factor)
{
    const auto bounds = list.GetItems();
    std::vector<Quantity> quantities;
    std::transform(bounds.begin(), bounds.end(), std::back_inserter(quantities), ReadQuantity);
    CheckRange(bounds, quantities);
    auto quantity = quantities[0];
    for (; quantity.billionths <= quantities[1].billionths;
         quantity.billionths += quantities[2].billionths)
    {
        const auto text = ToString(quantity);
        factor.levels.push_back({text, std::vector<std::string>(factor.pointers.size(), text)});
    }
    factor.text = ToString(quantities[0]) + " to " + ToString(quantities[1]) + " in steps of " +
                  ToString(quantities[2]);
}

void
ReadPermutations(const JsonValue& list, Factor& factor)
{
    const auto values = list.GetItems();
    const auto count = factor.pointers.size();
    if (values.size() != count || count > MAX_PERMUTED)
    {
        list.Fail("a list of " + std::to_string(values.size()) + " values",
                  "as many values as there are pointers, " + std::to_string(count) +
                      ", and at most " + std::to_string(MAX_PERMUTED));
    }
    const auto names = GetDistinctNames(factor.pointers);
    std::vector<std::size_t> order(count); // which pointer gets the first value, the second, ...
    std::iota(order.begin(), order.end(), std::size_t{0});
    do
    {
        FactorLevel level{"", std::vector<std::string>(count)};
        for (std::size_t i = 0; i < count; ++i)
        {
            level.label += (i == 0 ? "" : " ") + names[order[i]];
            level.values[order[i]] = ToOption(values[i].GetJson());
        }
        factor.levels.push_back(level);
    } while (std::next_permutation(order.begin(), order.end()));
    for (const auto& value : values)
    {
        factor.text += (factor.text.empty() ? "all orders of " : ", ") + ToLabel(value.GetJson());
    }
}

/// Joins tokens that are given by a range.
template <typename Iterator>
std::string
Join(Iterator begin, Iterator end, const std::string& separator)
{
    std::string text;
    for (auto each = begin; each != end; ++each)
    {
        text += (each == begin ? "" : separator) + *each;
    }
    return text;
}

/// The member that says what the values of a factor are.
std::string
FindKind(const JsonValue& value)
{
    std::vector<std::string> found;
    std::copy_if(KINDS.begin(), KINDS.end(), std::back_inserter(found), [&](const auto& kind) {
        return value.Has(kind);
    });
    if (found.size() != 1)
    {
        const auto all = Join(KINDS.begin(), KINDS.end(), ", ");
        value.Fail(found.empty() ? "none of them" : Join(found.begin(), found.end(), " and "),
                   "one of the members " + all);
    }
    return found.front();
}

std::string
DefaultName(const Factor& factor, const std::string& kind)
{
    return kind == "permute"             ? "order"
           : factor.pointers.size() == 1 ? GetShortName(factor.pointers.front())
                                         : GetLastPart(factor.pointers.front());
}

} // namespace

std::optional<std::string>
Factor::GetUnit() const
{
    if (distribution)
    {
        return distribution->GetUnit();
    }
    std::optional<std::string> unit;
    for (const auto& level : levels)
    {
        const auto quantity = QuantityFromString(level.label);
        if (!quantity || quantity->unit != unit.value_or(quantity->unit))
        {
            return {};
        }
        unit = quantity->unit;
    }
    return unit;
}

Factor
ReadFactor(const JsonValue& value)
{
    Factor factor;
    factor.place = value.GetPlace();
    factor.pointers = ReadPointers(value["pointer"]);
    const auto kind = FindKind(value);
    factor.name = value.Has("name") ? value["name"].GetText() : DefaultName(factor, kind);
    if (value.Has("labels") && kind != "values")
    {
        value["labels"].Fail("names only where there is a list of values");
    }
    if (kind == "values")
    {
        ReadValues(value, factor);
    }
    else if (kind == "range")
    {
        ReadRange(value[kind], factor);
    }
    else if (kind == "permute")
    {
        ReadPermutations(value[kind], factor);
    }
    else
    {
        factor.distribution.emplace(kind, value[kind]);
        factor.text = factor.distribution->GetText();
    }
    return factor;
}

} // namespace mgm
} // namespace ns3
