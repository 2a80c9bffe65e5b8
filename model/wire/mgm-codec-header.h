/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_CODEC_HEADER_H
#define MGM_CODEC_HEADER_H

#include "ns3/header.h"

#include <cstdint>
#include <ostream>
#include <variant>

namespace ns3
{
namespace mgm
{

/**
 * @brief Tells how much of a packet is a message: all of it. A codec has an overload if something
 * else may follow its messages.
 * @param message the message that begins the packet
 * @param size size of the packet [octets]
 * @return what the message takes [octets]
 */
template <typename Message>
uint32_t
GetTakenSize([[maybe_unused]] const Message& message, uint32_t size)
{
    return size;
}

/**
 * @ingroup mgm
 * @brief Puts a message into a packet, and takes it out: a thin adapter between a codec and ns-3.
 *
 * Whoever makes a header of a codec defines GetTypeId() of it.
 *
 * @tparam Message what the codec reads and writes; it has GetEncodedSize() and GetName()
 * @tparam Error why octets are no message; its member `error` has a name by ToString()
 * @tparam ENCODE writes a message
 * @tparam DECODE reads one: a variant of Message and Error
 */
template <typename Message, typename Error, auto ENCODE, auto DECODE>
class CodecHeader : public Header
{
  public:
    using Result = std::variant<Message, Error>; ///< Outcome of decoding.

    /// @return the TypeId
    static TypeId GetTypeId();

    CodecHeader() = default;

    /// @param message the message to send
    explicit CodecHeader(const Message& message)
        : m_result(message)
    {
    }

    /// @return the message, or the error that decoding met
    const Result& GetResult() const
    {
        return m_result;
    }

    TypeId GetInstanceTypeId() const override
    {
        return GetTypeId();
    }

    uint32_t GetSerializedSize() const override
    {
        const auto* message = std::get_if<Message>(&m_result);
        return message ? GetEncodedSize(*message) : 0;
    }

    void Serialize(Buffer::Iterator start) const override
    {
        if (const auto* message = std::get_if<Message>(&m_result))
        {
            ENCODE(*message, start);
        }
    }

    uint32_t Deserialize(Buffer::Iterator start) override
    {
        m_result = DECODE(start);
        const auto size = start.GetRemainingSize();
        const auto* message = std::get_if<Message>(&m_result);
        return message ? GetTakenSize(*message, size) : size;
    }

    void Print(std::ostream& os) const override
    {
        if (const auto* message = std::get_if<Message>(&m_result))
        {
            os << GetName(*message) << ' ' << *message;
        }
        else
        {
            os << ToString(std::get<Error>(m_result).error);
        }
    }

  private:
    Result m_result; ///< the message, or why there is none
};

} // namespace mgm
} // namespace ns3

#endif // MGM_CODEC_HEADER_H
