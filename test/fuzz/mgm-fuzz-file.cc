/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-fuzz-file.h"

#include <cerrno>
#include <sys/mman.h>
#include <system_error>
#include <unistd.h>

namespace ns3
{
namespace mgm
{

FuzzFile::FuzzFile(std::string_view input)
    : m_descriptor(memfd_create("mgm-fuzz", 0))
{
    if (m_descriptor < 0)
    {
        throw std::system_error(errno, std::generic_category(), "memfd_create");
    }
    while (!input.empty())
    {
        const auto count = write(m_descriptor, input.data(), input.size());
        if (count < 0)
        {
            throw std::system_error(errno, std::generic_category(), "write");
        }
        input.remove_prefix(static_cast<std::size_t>(count));
    }
}

FuzzFile::~FuzzFile()
{
    close(m_descriptor);
}

std::string
FuzzFile::GetPath() const
{
    return "/proc/self/fd/" + std::to_string(m_descriptor);
}

} // namespace mgm
} // namespace ns3
