/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-failure-text.h"

#include "mgm-input-error.h"

#include <filesystem>
#include <new>
#include <system_error>

namespace ns3
{
namespace mgm
{

std::string
GetFailureText(const std::exception& error)
{
    if (dynamic_cast<const InputError*>(&error))
    {
        return error.what();
    }
    if (const auto* file = dynamic_cast<const std::filesystem::filesystem_error*>(&error))
    {
        const auto path = file->path1().string();
        return (path.empty() ? "mgm" : path) + ": found \"" + file->code().message() +
               "\", expected a file or directory that can be used";
    }
    if (const auto* refusal = dynamic_cast<const std::system_error*>(&error))
    {
        return "mgm: found \"" + refusal->code().message() +
               "\", expected a system with room for it";
    }
    if (dynamic_cast<const std::bad_alloc*>(&error))
    {
        return "mgm: found no memory left, expected enough for the work";
    }
    return "mgm: found a fault of its own, expected none; please report what you did";
}

} // namespace mgm
} // namespace ns3
