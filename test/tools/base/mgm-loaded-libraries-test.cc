/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "base/mgm-input-error.h"
#include "base/mgm-loaded-libraries.h"
#include "mgm-test-fixture.h"
#include "tools/scenario/mgm-scenario-file.h"

#include <fstream>

namespace ns3
{
namespace mgm
{

namespace
{

/// What loading a file fails with.
std::string
LoadErrorOf(const std::string& path)
{
    try
    {
        LoadLibrary(path, "--load here");
    }
    catch (const InputError& error)
    {
        return error.what();
    }
    return "";
}

TEST(LoadedLibraries, NoFileIsAnError)
{
    const TemporaryDirectory directory;
    const auto path = directory / "libmine.so";
    EXPECT_EQ(LoadErrorOf(path),
              "--load here: found no file " + path + ", expected a shared library");
}

TEST(LoadedLibraries, AFileThatIsNoLibraryIsAnError)
{
    const TemporaryDirectory directory;
    const auto path = directory / "libmine.so";
    std::ofstream(path) << std::string(1000, 'x');
    const auto error = LoadErrorOf(path);
    EXPECT_EQ(error.find("--load here: found that " + path + " can't be loaded ("), 0U) << error;
    EXPECT_EQ(error.rfind(path), error.find(path)) << "the path stands there once: " << error;
    EXPECT_TRUE(GetLoadedLibraries().empty());
}

} // namespace

} // namespace mgm
} // namespace ns3
