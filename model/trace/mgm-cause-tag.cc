/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-cause-tag.h"

namespace ns3
{
namespace mgm
{

NS_OBJECT_ENSURE_REGISTERED(CauseTag);

TypeId
CauseTag::GetTypeId()
{
    static TypeId tid = TypeId("ns3::mgm::CauseTag")
                            .SetParent<Tag>()
                            .SetGroupName("Mgm")
                            .AddConstructor<CauseTag>();
    return tid;
}

CauseTag::CauseTag(uint64_t cause)
    : m_cause(cause)
{
}

uint64_t
CauseTag::GetCause() const
{
    return m_cause;
}

TypeId
CauseTag::GetInstanceTypeId() const
{
    return GetTypeId();
}

uint32_t
CauseTag::GetSerializedSize() const
{
    return sizeof(m_cause);
}

void
CauseTag::Serialize(TagBuffer buffer) const
{
    buffer.WriteU64(m_cause);
}

void
CauseTag::Deserialize(TagBuffer buffer)
{
    m_cause = buffer.ReadU64();
}

void
CauseTag::Print(std::ostream& os) const
{
    os << "cause=" << m_cause;
}

} // namespace mgm
} // namespace ns3
