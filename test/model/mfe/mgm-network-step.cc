/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-network-step.h"

#include "mgm-numbers.h"

#include <cstddef>

namespace ns3
{
namespace mgm
{

namespace
{

/// How often each verb is drawn, in their order.
constexpr std::array<uint32_t, 12> WEIGHTS{40, 24, 10, 6, 4, 1, 2, 4, 8, 4, 1, 8};

constexpr std::array<const char*, 13> NAMES{"packet",
                                            "add",
                                            "delete",
                                            "take",
                                            "release",
                                            "fail",
                                            "power",
                                            "link",
                                            "route",
                                            "unroute",
                                            "notify",
                                            "wait",
                                            "start"};

} // namespace

NetworkStep
MakeNetworkStep(uint64_t bits)
{
    constexpr uint32_t MANY = 60; // a multiple of most small numbers
    constexpr std::array<uint32_t, 4> SECONDS{1, 2, 7, 61};
    Numbers numbers(bits);
    NetworkStep step{};
    step.verb = static_cast<NetworkStep::Verb>(DrawPlace(numbers, WEIGHTS));
    step.router = numbers.Below(MANY);
    step.interface = numbers.Below(MANY);
    step.client = numbers.Below(2);
    step.host = numbers.Below(4) != 3 ? numbers.Below(2) : numbers.Below(MANY);
    step.group = numbers.Below(4) == 3 ? 1 : 0;
    step.wildcard = numbers.Below(8);
    step.flags = 1 + numbers.Below(3);
    step.isTold = numbers.Below(3) == 0;
    step.number =
        step.verb == NetworkStep::Verb::WAIT ? SECONDS.at(numbers.Below(4)) : numbers.Below(MANY);
    return step;
}

std::ostream&
operator<<(std::ostream& os, const NetworkStep& step)
{
    return os << NAMES.at(static_cast<std::size_t>(step.verb));
}

} // namespace mgm
} // namespace ns3
