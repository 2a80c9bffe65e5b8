/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "base/mgm-failure-text.h"
#include "base/mgm-input-error.h"
#include "mgm-command.h"

#include <cstdio>
#include <exception>
#include <iostream>
#include <string>
#include <vector>

/// Runs the command line. Exit status: 0 done, 1 an expectation was not met, 2 bad input.
int
main(int argc, char* argv[])
{
    constexpr int BAD_INPUT = 2;
    try
    {
        const auto status = ns3::mgm::RunCommand({argv + 1, argv + argc});
        // Some of it may have been printed by another stream of the same buffer.
        if (!std::cout.flush() || std::ferror(stdout) != 0)
        {
            throw ns3::mgm::InputError("standard output: found no room for what is printed");
        }
        return status;
    }
    catch (const std::exception& error)
    {
        std::cerr << ns3::mgm::GetFailureText(error) << std::endl;
    }
    return BAD_INPUT;
}
