/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-loaded-libraries.h"

#include "mgm-input-error.h"
#include "mgm-text-digest.h"

#include <algorithm>
#include <dlfcn.h>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace ns3
{
namespace mgm
{

namespace
{

std::vector<LoadedLibrary>&
AllLibraries()
{
    static std::vector<LoadedLibrary> libraries;
    return libraries;
}

/// What the dynamic linker says, without the path that the message has already.
std::string
ExplainFailure(const std::string& file)
{
    const std::string text = dlerror();
    const auto prefix = file + ": ";
    return text.compare(0, prefix.size(), prefix) == 0 ? text.substr(prefix.size()) : text;
}

} // namespace

void
LoadLibrary(const std::string& path, const std::string& origin)
{
    std::error_code error;
    const auto file = std::filesystem::absolute(path, error);
    if (!std::filesystem::is_regular_file(file, error))
    {
        throw InputError(origin + ": found no file " + path + ", expected a shared library");
    }
    // With a path, and not only a name, the dynamic linker looks nowhere else.
    if (!dlopen(file.c_str(), RTLD_NOW | RTLD_LOCAL))
    {
        throw InputError(origin + ": found that " + path + " can't be loaded (" +
                         ExplainFailure(file.string()) +
                         "), expected a shared library that was built with this mgm");
    }
    auto& libraries = AllLibraries();
    const auto isSame = [&file](const auto& each) {
        return std::filesystem::absolute(each.path) == file;
    };
    if (std::none_of(libraries.begin(), libraries.end(), isSame))
    {
        std::ifstream stream(file, std::ios::binary);
        const std::string octets{std::istreambuf_iterator<char>(stream), {}};
        libraries.push_back({path, file.filename().string(), DigestText(octets)});
    }
}

const std::vector<LoadedLibrary>&
GetLoadedLibraries()
{
    return AllLibraries();
}

} // namespace mgm
} // namespace ns3
