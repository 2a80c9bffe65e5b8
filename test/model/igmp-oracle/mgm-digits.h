/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_DIGITS_H
#define MGM_DIGITS_H

#include <cstdint>

namespace ns3
{
namespace mgm
{

/// @ingroup tests
/// @brief Takes small numbers out of a large one.
class Digits
{
  public:
    /// @param bits the large number
    explicit Digits(uint64_t bits)
        : m_bits(bits)
    {
    }

    /// @param limit a limit above 0 @return a number below it
    uint32_t Below(uint32_t limit)
    {
        const auto digit = static_cast<uint32_t>(m_bits % limit);
        m_bits /= limit;
        return digit;
    }

    /// @param times a number above 0 @return true once in so many times
    bool OnceIn(uint32_t times)
    {
        return Below(times) == times - 1;
    }

  private:
    uint64_t m_bits; ///< what is left
};

} // namespace mgm
} // namespace ns3

#endif // MGM_DIGITS_H
