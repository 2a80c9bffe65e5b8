/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-vary-option.h"

#include "base/mgm-input-error.h"
#include "mgm-distribution.h"
#include "mgm-quantity.h"

#include <algorithm>
#include <regex>

namespace ns3
{
namespace mgm
{

namespace
{

/// A message about the option.
[[noreturn]] void
Fail(const std::string& text, const std::string& found, const std::string& expected)
{
    throw InputError("--vary " + text + ": found " + found + ", expected " + expected);
}

Json
ParseElements(const std::string& option, const std::string& list)
{
    auto values = Json::array();
    for (const auto& element : SplitList(list))
    {
        if (element.empty())
        {
            Fail(option, "an empty value", "values with commas between them");
        }
        values.push_back(ParseOption(element));
    }
    return values;
}

/// Sets what a function such as perm(a,b) says.
void
SetFunction(const std::string& option, const std::smatch& parts, Json& factor)
{
    const auto name = parts.str(1);
    const auto& names = Distribution::NAMES;
    const auto parameters = ParseElements(option, parts.str(2));
    if (name == "perm")
    {
        factor["permute"] = parameters;
        return;
    }
    if (std::find(names.begin(), names.end(), name) == names.end())
    {
        Fail(option,
             "\"" + name + "\"",
             "perm, uniform, normal, exponential or lognormal before the parenthesis");
    }
    const bool isSingle = name == "exponential";
    if (parameters.size() != (isSingle ? 1 : 2))
    {
        Fail(option,
             std::to_string(parameters.size()) + " parameters",
             name + " of " + (isSingle ? "the mean" : "two parameters"));
    }
    factor[name] = isSingle ? parameters[0] : parameters;
}

/// The parts of a range; nothing if the text is none.
std::vector<std::string>
SplitRange(const std::string& text)
{
    std::vector<std::string> parts;
    std::size_t start = 0;
    while (start <= text.size())
    {
        const auto end = std::min(text.find(':', start), text.size());
        parts.push_back(text.substr(start, end - start));
        start = end + 1;
    }
    const bool isRange =
        parts.size() > 1 && QuantityFromString(parts.front()) && QuantityFromString(parts[1]);
    return isRange ? parts : std::vector<std::string>();
}

void
SetValues(const std::string& option, const std::string& values, Json& factor)
{
    static const std::regex FUNCTION("([A-Za-z][A-Za-z-]*)\\((.*)\\)");
    std::smatch parts;
    if (std::regex_match(values, parts, FUNCTION))
    {
        SetFunction(option, parts, factor);
        return;
    }
    const auto range = SplitRange(values);
    if (range.empty())
    {
        factor["values"] = ParseElements(option, values);
        return;
    }
    if (range.size() != 3)
    {
        Fail(option, "\"" + values + "\"", "a range FIRST:LAST:STEP");
    }
    factor["range"] = range;
}

} // namespace

std::vector<std::string>
SplitList(const std::string& text)
{
    std::vector<std::string> elements(1);
    int depth = 0;
    bool isQuoted = false;
    char before = '\0';
    for (const char c : text)
    {
        isQuoted = isQuoted != (c == '"' && before != '\\');
        before = c;
        if (!isQuoted)
        {
            depth += c == '[' || c == '{' || c == '('   ? 1
                     : c == ']' || c == '}' || c == ')' ? -1
                                                        : 0;
        }
        if (c == ',' && depth == 0 && !isQuoted)
        {
            elements.emplace_back();
            continue;
        }
        elements.back() += c;
    }
    return elements;
}

Json
ReadVaryOption(const std::string& text)
{
    const auto split = text.find('=');
    if (split == std::string::npos)
    {
        Fail(text, "no \"=\"", "[NAME:]POINTER=VALUES");
    }
    auto pointers = text.substr(0, split);
    auto factor = Json::object();
    const auto colon = pointers.find(':');
    if (colon != std::string::npos && pointers.front() != '/')
    {
        factor["name"] = pointers.substr(0, colon);
        pointers.erase(0, colon + 1);
    }
    const auto list = SplitList(pointers);
    factor["pointer"] = list.size() == 1 ? Json(list.front()) : Json(list);
    SetValues(text, text.substr(split + 1), factor);
    return factor;
}

} // namespace mgm
} // namespace ns3
