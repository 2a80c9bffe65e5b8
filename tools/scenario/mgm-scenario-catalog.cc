/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-scenario-catalog.h"

#include "base/mgm-input-error.h"
#include "json/mgm-json-document.h"

#include <filesystem>
#include <set>

namespace ns3
{
namespace mgm
{

std::string
FindScenario(const std::string& directory, const std::string& name)
{
    std::error_code error;
    const bool isName = name.find_first_of("/.") == name.npos;
    if (!isName || std::filesystem::exists(name, error))
    {
        return name;
    }
    const auto path = std::filesystem::path(directory) / (name + ".json");
    if (!std::filesystem::exists(path, error))
    {
        throw InputError(name + ": found neither a file nor a scenario that comes with mgm, "
                                "expected one of them; see mgm list");
    }
    return path.lexically_proximate(std::filesystem::current_path()).string();
}

void
ListScenarios(const std::string& directory, std::ostream& os)
{
    std::error_code error;
    std::set<std::filesystem::path> paths;
    for (const auto& entry : std::filesystem::directory_iterator(directory, error))
    {
        if (entry.path().extension() == ".json")
        {
            paths.insert(entry.path());
        }
    }
    if (paths.empty())
    {
        throw InputError(directory + ": found no scenario");
    }
    for (const auto& path : paths)
    {
        const auto document = JsonDocument::Load(path);
        os << path.lexically_proximate(std::filesystem::current_path()).string() << "\n    "
           << document.GetRoot().value("description", "") << '\n';
    }
}

} // namespace mgm
} // namespace ns3
