/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-output-file.h"

#include "ns3/mgm-input-error.h"

#include <filesystem>
#include <fstream>

namespace ns3
{
namespace mgm
{

void
ExpectOtherFile(const std::string& in, const std::string& out)
{
    std::error_code error;
    if (std::filesystem::equivalent(in, out, error))
    {
        throw InputError(out + ": found a file that is read, expected another one");
    }
}

void
WriteOutput(const std::string& file,
            const std::string& text,
            const std::vector<std::string>& inputs)
{
    for (const auto& input : inputs)
    {
        ExpectOtherFile(input, file);
    }
    std::ofstream os(file, std::ios::binary);
    os << text;
    if (!os.flush())
    {
        throw InputError(file + ": found no file that can be written, expected one");
    }
}

} // namespace mgm
} // namespace ns3
