/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_LOADED_LIBRARIES_H
#define MGM_LOADED_LIBRARIES_H

#include <string>
#include <vector>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief A shared library whose classes scenarios can name. It stays loaded to the end of the
 *        process, and is loaded in processes that this one starts.
 */
struct LoadedLibrary
{
    std::string path;   ///< Its path as it was given.
    std::string name;   ///< Its file name: what does not depend on the machine.
    std::string digest; ///< FNV-1a of the file.
};

/**
 * @brief Loads a library, which registers the TypeIds of its classes.
 * @param path path of its file, relative to the current directory unless it is absolute; one that
 *        is loaded already is left as it is
 * @param origin where the path comes from, for messages
 * @throws InputError if there is no such file or it can't be loaded
 */
void LoadLibrary(const std::string& path, const std::string& origin);

/// @return what was loaded by LoadLibrary(), in order
const std::vector<LoadedLibrary>& GetLoadedLibraries();

} // namespace mgm
} // namespace ns3

#endif // MGM_LOADED_LIBRARIES_H
