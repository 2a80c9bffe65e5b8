/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-choices.h"

#include <algorithm>

namespace ns3
{
namespace mgm
{

NS_OBJECT_ENSURE_REGISTERED(Choices);

TypeId
Choices::GetTypeId()
{
    static TypeId tid = TypeId("ns3::mgm::Choices")
                            .SetParent<Object>()
                            .SetGroupName("Mgm")
                            .AddConstructor<Choices>();
    return tid;
}

uint32_t
Choices::Choose(uint32_t count)
{
    const auto place = m_counts.size();
    m_counts.push_back(count);
    return place < m_told.size() ? std::min(m_told[place], count - 1) : 0;
}

} // namespace mgm
} // namespace ns3
