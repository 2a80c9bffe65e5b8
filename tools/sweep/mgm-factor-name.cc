/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-factor-name.h"

#include "json/mgm-json-document.h"

#include <algorithm>

namespace ns3
{
namespace mgm
{

namespace
{

std::vector<std::string>
TokensOf(const std::string& pointer)
{
    std::vector<std::string> tokens;
    for (JsonPointer path(pointer); !path.empty(); path.pop_back())
    {
        tokens.insert(tokens.begin(), path.back());
    }
    return tokens;
}

} // namespace

std::string
GetShortName(const std::string& pointer)
{
    const JsonPointer path(pointer);
    const auto parent = path.parent_pointer();
    return parent.empty() ? path.back() : parent.back() + "." + path.back();
}

std::string
GetLastPart(const std::string& pointer)
{
    return JsonPointer(pointer).back();
}

std::vector<std::string>
GetDistinctNames(const std::vector<std::string>& pointers)
{
    std::vector<std::vector<std::string>> paths;
    std::transform(pointers.begin(), pointers.end(), std::back_inserter(paths), TokensOf);
    const auto length = paths.front().size();
    const bool isEven = std::all_of(paths.begin(), paths.end(), [length](const auto& path) {
        return path.size() == length;
    });
    if (!isEven)
    {
        return pointers;
    }
    std::vector<std::string> names(pointers.size());
    for (std::size_t i = 0; i < length; ++i)
    {
        const bool isShared = std::all_of(paths.begin(), paths.end(), [&](const auto& path) {
            return path[i] == paths.front()[i];
        });
        for (std::size_t k = 0; k < paths.size() && !isShared; ++k)
        {
            names[k] += (names[k].empty() ? "" : ".") + paths[k][i];
        }
    }
    return names;
}

} // namespace mgm
} // namespace ns3
