/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-experiment-random.h"

#include <cmath>
#include <limits>
#include <numeric>
#include <utility>

namespace ns3
{
namespace mgm
{

namespace
{

/// Makes a generator whose state depends on all bits of a key.
std::mt19937_64
MakeEngine(std::initializer_list<uint64_t> key)
{
    constexpr unsigned HALF = 32;
    std::vector<uint32_t> words;
    for (const auto number : key)
    {
        words.push_back(static_cast<uint32_t>(number));
        words.push_back(static_cast<uint32_t>(number >> HALF));
    }
    std::seed_seq sequence(words.begin(), words.end());
    return std::mt19937_64(sequence);
}

} // namespace

ExperimentRandom::ExperimentRandom(std::initializer_list<uint64_t> key)
    : m_engine(MakeEngine(key))
{
}

double
ExperimentRandom::GetUniform()
{
    // The middle of one of 2^52 equal parts: a double holds it exactly, and 0 and 1 never come.
    constexpr int BITS = 52;
    const auto part = m_engine() >> (std::numeric_limits<uint64_t>::digits - BITS);
    return std::ldexp(static_cast<double>(part) + 0.5, -BITS);
}

std::vector<std::size_t>
ExperimentRandom::GetPermutation(std::size_t size)
{
    std::vector<std::size_t> numbers(size);
    std::iota(numbers.begin(), numbers.end(), std::size_t{0});
    for (auto rest = size; rest > 1; --rest)
    {
        std::swap(numbers[rest - 1], numbers[GetBelow(rest)]);
    }
    return numbers;
}

uint64_t
ExperimentRandom::GetBelow(uint64_t bound)
{
    // What is left of the range beyond the last multiple of the bound is drawn again.
    const auto end = std::numeric_limits<uint64_t>::max() / bound * bound;
    auto number = m_engine();
    while (number >= end)
    {
        number = m_engine();
    }
    return number % bound;
}

} // namespace mgm
} // namespace ns3
