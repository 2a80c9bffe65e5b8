/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-fuzz-target.h"

#include <cstdlib>
#include <iostream>

/// The target that the environment variable MGM_FUZZ_TARGET names; libFuzzer passes the variable on
/// to the processes that it starts.
static const ns3::mgm::FuzzTarget*
GetTarget()
{
    const char* name = std::getenv("MGM_FUZZ_TARGET");
    return &ns3::mgm::FindFuzzTarget(name ? name : "");
}

/// What libFuzzer calls with each input. An exception that leaves it is a finding.
extern "C" int
LLVMFuzzerTestOneInput(const uint8_t* data, std::size_t size)
{
    static const auto* target = GetTarget();
    target->run({reinterpret_cast<const char*>(data), size});
    return 0;
}
