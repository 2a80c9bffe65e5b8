/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

// Prints the scenario of the benchmark of whole runs, of any size.

#include "mgm-scale-scenario.h"

#include <array>
#include <cstdlib>
#include <iostream>
#include <string>

int
main(int argc, char** argv)
{
    ns3::mgm::bench::ScaleSize size;
    const std::array numbers{&size.routers, &size.hosts, &size.groups, &size.packets};
    if (argc != 1 + static_cast<int>(numbers.size()))
    {
        std::cerr << "Usage: mgm-scale-scenario ROUTERS HOSTS GROUPS PACKETS\n";
        return EXIT_FAILURE;
    }
    for (std::size_t i = 0; i < numbers.size(); ++i)
    {
        *numbers[i] = static_cast<uint32_t>(std::stoul(argv[1 + i]));
    }
    std::cout << ns3::mgm::bench::MakeScaleScenario(size) << '\n';
    return EXIT_SUCCESS;
}
