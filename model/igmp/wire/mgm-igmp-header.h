/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_IGMP_HEADER_H
#define MGM_IGMP_HEADER_H

#include "mgm-igmp-codec.h"

#include "ns3/header.h"

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief Puts an IGMP message into a packet, and takes it out: a thin adapter.
 *
 * An IGMP message is the whole IP payload, so this header takes all octets of the packet.
 */
class IgmpHeader : public Header
{
  public:
    /// @return the TypeId
    static TypeId GetTypeId();

    IgmpHeader() = default;

    /// @param message the message to send
    explicit IgmpHeader(const IgmpMessage& message);

    /// @return the message, or the error that decoding met
    const IgmpDecodeResult& GetResult() const;

    TypeId GetInstanceTypeId() const override;
    uint32_t GetSerializedSize() const override;
    void Serialize(Buffer::Iterator start) const override;
    uint32_t Deserialize(Buffer::Iterator start) override;
    void Print(std::ostream& os) const override;

  private:
    IgmpDecodeResult m_result; ///< the message, or why there is none
};

} // namespace mgm
} // namespace ns3

#endif // MGM_IGMP_HEADER_H
