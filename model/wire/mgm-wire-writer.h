/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_WIRE_WRITER_H
#define MGM_WIRE_WRITER_H

#include "ns3/buffer.h"
#include "ns3/ipv4-address.h"

#include <cstdint>
#include <type_traits>
#include <vector>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief The archive that writes fields in network order. See WireSizer.
 */
class WireWriter
{
  public:
    static constexpr bool READS = false; ///< Whether fields are changed.

    /// @param start where to write; there is room for the size that WireSizer tells
    explicit WireWriter(Buffer::Iterator start)
        : m_position(start)
    {
    }

    /// @brief One octet.
    /// @param value its value
    void U8(const uint8_t& value)
    {
        m_position.WriteU8(value);
    }

    /// @brief Two octets.
    /// @param value their value
    void U16(const uint16_t& value)
    {
        m_position.WriteHtonU16(value);
    }

    /// @brief Four octets.
    /// @param value their value
    void U32(const uint32_t& value)
    {
        m_position.WriteHtonU32(value);
    }

    /// @brief An IPv4 address.
    /// @param value the address
    void Address(const Ipv4Address& value)
    {
        m_position.WriteHtonU32(value.Get());
    }

    /// @brief Octets without meaning: zeros.
    /// @param octets their number
    void Skip(uint32_t octets)
    {
        m_position.WriteU8(0, octets);
    }

    /// @brief A list whose length stands elsewhere in the message.
    /// @param list the elements
    template <typename T>
    void List(const std::vector<T>& list, uint16_t)
    {
        for (const auto& element : list)
        {
            if constexpr (std::is_same_v<T, Ipv4Address>)
            {
                Address(element);
            }
            else if constexpr (std::is_same_v<T, uint8_t>)
            {
                U8(element);
            }
            else
            {
                T::Transfer(*this, element);
            }
        }
    }

  private:
    Buffer::Iterator m_position; ///< where the next field goes
};

} // namespace mgm
} // namespace ns3

#endif // MGM_WIRE_WRITER_H
