/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-output-file.h"

#include "base/mgm-input-error.h"

#include <filesystem>
#include <iostream>

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

OutputFile::OutputFile(const std::string& file, const std::vector<std::string>& inputs)
    : m_path(file)
{
    for (const auto& input : inputs)
    {
        ExpectOtherFile(input, file);
    }
    if (const auto beside = m_outputs.AddFile(file); beside != "-")
    {
        m_file.open(beside, std::ios::binary);
    }
}

std::ostream&
OutputFile::GetStream()
{
    return m_file.is_open() ? m_file : std::cout;
}

void
OutputFile::Close()
{
    if (!GetStream().flush())
    {
        throw InputError((m_path == "-" ? "standard output" : m_path) +
                         ": found no room for the file");
    }
    m_outputs.Commit();
}

} // namespace mgm
} // namespace ns3
