/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_FUZZ_BYTES_H
#define MGM_FUZZ_BYTES_H

#include <cstdint>
#include <string_view>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup tests
 * @brief Takes decisions from the bytes of an input, one after the other.
 *
 * Behind the last byte all decisions are 0.
 */
class FuzzBytes
{
  public:
    /// @param input the bytes; they outlive this object
    explicit FuzzBytes(std::string_view input)
        : m_input(input)
    {
    }

    /// @return whether no byte is left
    bool IsEmpty() const
    {
        return m_input.empty();
    }

    /// @return the next byte
    uint8_t Take()
    {
        if (m_input.empty())
        {
            return 0;
        }
        const auto byte = static_cast<uint8_t>(m_input.front());
        m_input.remove_prefix(1);
        return byte;
    }

    /// @param count how many choices there are, from 1 to 256
    /// @return one of them, from 0
    uint32_t Choose(std::size_t count)
    {
        return Take() % static_cast<uint32_t>(count);
    }

    /// @param size how many bytes are wanted
    /// @return the next ones, or those that are left
    std::string_view TakeText(std::size_t size)
    {
        const auto text = m_input.substr(0, size);
        m_input.remove_prefix(text.size());
        return text;
    }

  private:
    std::string_view m_input; ///< what is left
};

} // namespace mgm
} // namespace ns3

#endif // MGM_FUZZ_BYTES_H
