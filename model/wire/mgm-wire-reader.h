/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_WIRE_READER_H
#define MGM_WIRE_READER_H

#include "ns3/buffer.h"
#include "ns3/ipv4-address.h"

#include <cstdint>
#include <optional>
#include <type_traits>
#include <utility>
#include <vector>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief The archive that reads fields in network order. See WireSizer.
 *
 * It never reads past the end: the first field that is not there completely makes it bad, it stays
 * bad, and fields keep the values they had. A codec may reject a field that is there.
 */
class WireReader
{
  public:
    static constexpr bool READS = true; ///< Whether fields are changed.

    /// @param start where to read, up to the end of the buffer
    explicit WireReader(Buffer::Iterator start)
        : m_position(start),
          m_left(start.GetRemainingSize())
    {
    }

    /// @brief One octet.
    /// @param[out] value its value
    void U8(uint8_t& value)
    {
        if (Take(1))
        {
            value = m_position.ReadU8();
        }
    }

    /// @brief Two octets.
    /// @param[out] value their value
    void U16(uint16_t& value)
    {
        if (Take(2))
        {
            value = m_position.ReadNtohU16();
        }
    }

    /// @brief Four octets.
    /// @param[out] value their value
    void U32(uint32_t& value)
    {
        if (Take(4))
        {
            value = m_position.ReadNtohU32();
        }
    }

    /// @brief An IPv4 address.
    /// @param[out] value the address
    void Address(Ipv4Address& value)
    {
        if (Take(4))
        {
            value.Set(m_position.ReadNtohU32());
        }
    }

    /// @brief Octets without meaning.
    /// @param octets their number
    void Skip(uint32_t octets)
    {
        if (Take(octets))
        {
            m_position.Next(octets);
        }
    }

    /// @brief A list whose length stands elsewhere in the message.
    /// @param[out] list the elements that are there completely are appended to it
    /// @param count number of elements that should be there
    template <typename T>
    void List(std::vector<T>& list, uint16_t count)
    {
        for (; count > 0 && m_ok; --count)
        {
            T element{};
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
            if (m_ok)
            {
                list.push_back(std::move(element));
            }
        }
    }

    /**
     * @brief Makes the reader bad because of what the field before says, unless it is bad already.
     * @param reason what is wrong: a number of the codec's own
     * @param octets size of the field, at whose start the reader then is
     */
    void Reject(uint8_t reason, uint32_t octets)
    {
        if (std::exchange(m_ok, false))
        {
            m_rejection = reason;
            m_offset -= octets;
        }
    }

    /// @return what Reject() was told; nothing if a field was not there, or nothing is bad
    std::optional<uint8_t> GetRejection() const
    {
        return m_rejection;
    }

    /// @return whether every field so far was there and was not rejected
    bool IsOk() const
    {
        return m_ok;
    }

    /// @return whether there is something more to read
    bool HasMore() const
    {
        return m_ok && m_left > 0;
    }

    /// @return offset of the next field, or of the one that made the reader bad [octets]
    uint32_t GetOffset() const
    {
        return m_offset;
    }

  private:
    /// @brief Tells whether a field may be read, and counts it.
    /// @param octets its size
    /// @return whether it is there completely
    bool Take(uint32_t octets)
    {
        m_ok = m_ok && m_left >= octets;
        if (m_ok)
        {
            m_left -= octets;
            m_offset += octets;
        }
        return m_ok;
    }

    Buffer::Iterator m_position;        ///< the next field
    uint32_t m_left;                    ///< octets that are left
    uint32_t m_offset{0};               ///< octets that were read
    bool m_ok{true};                    ///< whether every field was there
    std::optional<uint8_t> m_rejection; ///< what is wrong with one that was
};

} // namespace mgm
} // namespace ns3

#endif // MGM_WIRE_READER_H
