/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-igmp-header.h"

namespace ns3
{
namespace mgm
{

NS_OBJECT_ENSURE_REGISTERED(IgmpHeader);

TypeId
IgmpHeader::GetTypeId()
{
    static TypeId tid = TypeId("ns3::mgm::IgmpHeader")
                            .SetParent<Header>()
                            .SetGroupName("Mgm")
                            .AddConstructor<IgmpHeader>();
    return tid;
}

IgmpHeader::IgmpHeader(const IgmpMessage& message)
    : m_result(message)
{
}

const IgmpDecodeResult&
IgmpHeader::GetResult() const
{
    return m_result;
}

TypeId
IgmpHeader::GetInstanceTypeId() const
{
    return GetTypeId();
}

uint32_t
IgmpHeader::GetSerializedSize() const
{
    const auto* message = std::get_if<IgmpMessage>(&m_result);
    return message ? GetEncodedSize(*message) : 0;
}

void
IgmpHeader::Serialize(Buffer::Iterator start) const
{
    if (const auto* message = std::get_if<IgmpMessage>(&m_result))
    {
        EncodeIgmp(*message, start);
    }
}

uint32_t
IgmpHeader::Deserialize(Buffer::Iterator start)
{
    m_result = DecodeIgmp(start);
    return start.GetRemainingSize();
}

void
IgmpHeader::Print(std::ostream& os) const
{
    if (const auto* message = std::get_if<IgmpMessage>(&m_result))
    {
        os << GetName(*message) << ' ' << *message;
    }
    else
    {
        os << ToString(std::get<IgmpDecodeError>(m_result).error);
    }
}

} // namespace mgm
} // namespace ns3
