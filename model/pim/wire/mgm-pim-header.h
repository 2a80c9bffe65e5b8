/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_PIM_HEADER_H
#define MGM_PIM_HEADER_H

#include "mgm-pim-codec.h"

#include "ns3/header.h"

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief Puts a PIM message into a packet, and takes it out: a thin adapter.
 *
 * A PIM message is the whole IP payload, so this header takes all octets of the packet. A Register
 * is the exception: it takes 8, and what stays in the packet is the packet that was registered.
 */
class PimHeader : public Header
{
  public:
    /// @return the TypeId
    static TypeId GetTypeId();

    PimHeader() = default;

    /// @param message the message to send
    explicit PimHeader(const PimMessage& message);

    /// @return the message, or the error that decoding met
    const PimDecodeResult& GetResult() const;

    TypeId GetInstanceTypeId() const override;
    uint32_t GetSerializedSize() const override;
    void Serialize(Buffer::Iterator start) const override;
    uint32_t Deserialize(Buffer::Iterator start) override;
    void Print(std::ostream& os) const override;

  private:
    PimDecodeResult m_result; ///< the message, or why there is none
};

} // namespace mgm
} // namespace ns3

#endif // MGM_PIM_HEADER_H
