/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_WIRE_SIZER_H
#define MGM_WIRE_SIZER_H

#include "ns3/ipv4-address.h"

#include <cstdint>
#include <type_traits>
#include <vector>

/*
 * DOC model/wire: from fields to octets and back.
 *
 * A message describes its layout once, in a function template Transfer() that names its fields in
 * order. Three archives run it: WireSizer tells how long the message is, WireWriter writes it,
 * WireReader reads it. So the three can't disagree. The messages themselves are elsewhere
 * (model/igmp/wire, model/pim/wire); here are the archives, CodecHeader, which lets the codecs
 * there read and write packets of ns-3, and the IPv4 header with Router Alert that IGMP needs.
 *
 * Archives live on the stack of who uses them and own nothing; a reader and a writer move an
 * iterator of a buffer. No events arrive and nothing is kept between messages.
 *
 * What must hold: a reader never reads behind the end of what it was given, whatever octets come;
 * it becomes bad instead, stays so, and leaves fields as they were. Nothing from the network is
 * asserted on. A message that was written and is read again is the same message.
 */

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief The archive that measures: tells how many octets a message takes.
 *
 * A message describes its fields once, in a function template
 * `template <class Archive, class Self> static void Transfer(Archive& archive, Self& message)`,
 * which WireSizer, WireWriter and WireReader serve alike.
 */
class WireSizer
{
  public:
    static constexpr bool READS = false; ///< Whether fields are changed.

    /// @brief One octet.
    void U8(const uint8_t&)
    {
        m_size += 1;
    }

    /// @brief Two octets.
    void U16(const uint16_t&)
    {
        m_size += 2;
    }

    /// @brief Four octets.
    void U32(const uint32_t&)
    {
        m_size += 4;
    }

    /// @brief An IPv4 address.
    void Address(const Ipv4Address&)
    {
        m_size += 4;
    }

    /**
     * @brief Octets without meaning.
     * @param octets their number
     */
    void Skip(uint32_t octets)
    {
        m_size += octets;
    }

    /**
     * @brief A list whose length stands elsewhere in the message.
     * @param list the elements
     */
    template <typename T>
    void List(const std::vector<T>& list, uint16_t)
    {
        if constexpr (std::is_same_v<T, Ipv4Address>)
        {
            m_size += 4 * list.size();
        }
        else if constexpr (std::is_same_v<T, uint8_t>)
        {
            m_size += list.size();
        }
        else
        {
            for (const auto& element : list)
            {
                T::Transfer(*this, element);
            }
        }
    }

    /// @return the number of octets so far
    uint32_t GetSize() const
    {
        return m_size;
    }

  private:
    uint32_t m_size{0}; ///< octets so far
};

} // namespace mgm
} // namespace ns3

#endif // MGM_WIRE_SIZER_H
