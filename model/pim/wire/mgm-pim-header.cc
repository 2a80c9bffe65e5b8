/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-pim-header.h"

namespace ns3
{
namespace mgm
{

NS_OBJECT_ENSURE_REGISTERED(PimHeader);

TypeId
PimHeader::GetTypeId()
{
    static TypeId tid = TypeId("ns3::mgm::PimHeader")
                            .SetParent<Header>()
                            .SetGroupName("Mgm")
                            .AddConstructor<PimHeader>();
    return tid;
}

PimHeader::PimHeader(const PimMessage& message)
    : m_result(message)
{
}

const PimDecodeResult&
PimHeader::GetResult() const
{
    return m_result;
}

TypeId
PimHeader::GetInstanceTypeId() const
{
    return GetTypeId();
}

uint32_t
PimHeader::GetSerializedSize() const
{
    const auto* message = std::get_if<PimMessage>(&m_result);
    return message ? GetEncodedSize(*message) : 0;
}

void
PimHeader::Serialize(Buffer::Iterator start) const
{
    if (const auto* message = std::get_if<PimMessage>(&m_result))
    {
        EncodePim(*message, start);
    }
}

uint32_t
PimHeader::Deserialize(Buffer::Iterator start)
{
    m_result = DecodePim(start);
    const auto* message = std::get_if<PimMessage>(&m_result);
    const bool isRegister = message && std::holds_alternative<PimRegister>(*message);
    return isRegister ? GetEncodedSize(*message) : start.GetRemainingSize();
}

void
PimHeader::Print(std::ostream& os) const
{
    if (const auto* message = std::get_if<PimMessage>(&m_result))
    {
        os << ToString(GetType(*message)) << ' ' << *message;
    }
    else
    {
        os << ToString(std::get<PimDecodeError>(m_result).error);
    }
}

} // namespace mgm
} // namespace ns3
