/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_CAUSE_TAG_H
#define MGM_CAUSE_TAG_H

#include "ns3/tag.h"

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief Carries the number of the PACKET_TX record in the packet, so that its reception is traced
 *        as caused by it.
 */
class CauseTag : public Tag
{
  public:
    /// @return the TypeId
    static TypeId GetTypeId();

    CauseTag() = default;

    /// @param cause `seq` of the record of the transmission
    explicit CauseTag(uint64_t cause);

    /// @return `seq` of the record of the transmission
    uint64_t GetCause() const;

    TypeId GetInstanceTypeId() const override;
    uint32_t GetSerializedSize() const override;
    void Serialize(TagBuffer buffer) const override;
    void Deserialize(TagBuffer buffer) override;
    void Print(std::ostream& os) const override;

  private:
    uint64_t m_cause{0}; ///< `seq` of the record of the transmission
};

} // namespace mgm
} // namespace ns3

#endif // MGM_CAUSE_TAG_H
