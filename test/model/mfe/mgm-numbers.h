/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_NUMBERS_H
#define MGM_NUMBERS_H

#include <cstdint>

namespace ns3
{
namespace mgm
{

/// Takes small numbers out of a large one: out of 0, zeros.
class Numbers
{
  public:
    /// @param bits the large number
    explicit Numbers(uint64_t bits)
        : m_bits(bits)
    {
    }

    /// @return a number below a limit
    uint32_t Below(uint32_t limit)
    {
        const auto number = static_cast<uint32_t>(m_bits % limit);
        m_bits /= limit;
        return number;
    }

  private:
    uint64_t m_bits; ///< what is left
};

/**
 * @brief Draws a place in a list, some more often than others.
 * @param numbers where numbers come from
 * @param weights how often each place is drawn
 * @return the place
 */
template <typename Weights>
uint8_t
DrawPlace(Numbers& numbers, const Weights& weights)
{
    uint32_t total = 0;
    for (const uint32_t weight : weights)
    {
        total += weight;
    }
    auto number = numbers.Below(total);
    uint8_t place = 0;
    while (number >= weights[place])
    {
        number -= weights[place++];
    }
    return place;
}

} // namespace mgm
} // namespace ns3

#endif // MGM_NUMBERS_H
