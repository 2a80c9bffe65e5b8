/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-router-alert-header.h"

#include "mgm-wire-checksum.h"
#include "mgm-wire-reader.h"
#include "mgm-wire-writer.h"

namespace ns3
{
namespace mgm
{

NS_OBJECT_ENSURE_REGISTERED(RouterAlertHeader);

namespace
{

constexpr uint32_t CHECKSUM_OFFSET = 10;

} // namespace

TypeId
RouterAlertHeader::GetTypeId()
{
    static TypeId tid = TypeId("ns3::mgm::RouterAlertHeader")
                            .SetParent<Header>()
                            .SetGroupName("Mgm")
                            .AddConstructor<RouterAlertHeader>();
    return tid;
}

RouterAlertHeader::RouterAlertHeader(uint8_t protocol,
                                     uint16_t payloadSize,
                                     uint16_t identification,
                                     Ipv4Address source,
                                     Ipv4Address destination)
    : m_totalSize(SIZE + payloadSize),
      m_identification(identification),
      m_protocol(protocol),
      m_source(source),
      m_destination(destination)
{
}

template <typename Archive, typename Self>
void
RouterAlertHeader::Transfer(Archive& archive, Self& header)
{
    archive.U8(header.m_versionAndSize);
    archive.U8(header.m_tos);
    archive.U16(header.m_totalSize);
    archive.U16(header.m_identification);
    archive.U16(header.m_fragment);
    archive.U8(header.m_ttl);
    archive.U8(header.m_protocol);
    archive.Skip(2); // the checksum
    archive.Address(header.m_source);
    archive.Address(header.m_destination);
    archive.U16(header.m_optionTypeAndSize);
    archive.U16(header.m_optionValue);
}

TypeId
RouterAlertHeader::GetInstanceTypeId() const
{
    return GetTypeId();
}

uint32_t
RouterAlertHeader::GetSerializedSize() const
{
    return SIZE;
}

void
RouterAlertHeader::Serialize(Buffer::Iterator start) const
{
    WireWriter writer(start);
    Transfer(writer, *this);
    WriteChecksum(start, CHECKSUM_OFFSET, SIZE);
}

uint32_t
RouterAlertHeader::Deserialize(Buffer::Iterator start)
{
    WireReader reader(start);
    Transfer(reader, *this);
    return reader.GetOffset();
}

void
RouterAlertHeader::Print(std::ostream& os) const
{
    os << m_source << " > " << m_destination << " protocol " << +m_protocol << " ttl " << +m_ttl
       << " id " << m_identification << " router-alert length " << m_totalSize;
}

} // namespace mgm
} // namespace ns3
