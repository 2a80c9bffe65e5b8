/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_ROUTER_ALERT_HEADER_H
#define MGM_ROUTER_ALERT_HEADER_H

#include "ns3/header.h"
#include "ns3/ipv4-address.h"

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief IPv4 header with the Router Alert option, 24 octets (RFC 2113).
 *
 * ns3::Ipv4Header has no options. As IGMP asks for it, the time to live is 1 and the type of
 * service Internetwork Control, 0xC0 (RFC 3376 section 4).
 */
class RouterAlertHeader : public Header
{
  public:
    static constexpr uint32_t SIZE = 24; ///< Octets.

    /// @return the TypeId
    static TypeId GetTypeId();

    RouterAlertHeader() = default;

    /**
     * @param protocol IP protocol number of the payload
     * @param payloadSize size of the payload [octets]
     * @param identification identification field
     * @param source source address
     * @param destination destination address
     */
    RouterAlertHeader(uint8_t protocol,
                      uint16_t payloadSize,
                      uint16_t identification,
                      Ipv4Address source,
                      Ipv4Address destination);

    /// @param ttl time to live; 1 unless set
    void SetTtl(uint8_t ttl)
    {
        m_ttl = ttl;
    }

    TypeId GetInstanceTypeId() const override;
    uint32_t GetSerializedSize() const override;
    void Serialize(Buffer::Iterator start) const override;
    uint32_t Deserialize(Buffer::Iterator start) override;
    void Print(std::ostream& os) const override;

  private:
    /// @brief Describes the fields for all archives.
    /// @param archive a WireSizer, WireWriter or WireReader
    /// @param header the header
    template <typename Archive, typename Self>
    static void Transfer(Archive& archive, Self& header);

    uint8_t m_versionAndSize{0x46};                    ///< version 4, 6 words
    uint8_t m_tos{0xC0};                               ///< type of service
    uint16_t m_totalSize{SIZE};                        ///< size of header and payload [octets]
    uint16_t m_identification{0};                      ///< identification
    uint16_t m_fragment{0};                            ///< flags and fragment offset
    uint8_t m_ttl{1};                                  ///< time to live
    uint8_t m_protocol{0};                             ///< protocol of the payload
    Ipv4Address m_source{Ipv4Address::GetZero()};      ///< source address
    Ipv4Address m_destination{Ipv4Address::GetZero()}; ///< destination address
    uint16_t m_optionTypeAndSize{0x9404};              ///< Router Alert, 4 octets
    uint16_t m_optionValue{0};                         ///< every router shall look at it
};

} // namespace mgm
} // namespace ns3

#endif // MGM_ROUTER_ALERT_HEADER_H
