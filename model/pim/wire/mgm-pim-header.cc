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

template <>
TypeId
PimHeader::GetTypeId()
{
    static TypeId tid = TypeId("ns3::mgm::PimHeader")
                            .SetParent<Header>()
                            .SetGroupName("Mgm")
                            .AddConstructor<PimHeader>();
    return tid;
}

} // namespace mgm
} // namespace ns3
