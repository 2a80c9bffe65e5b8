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

template <>
TypeId
IgmpHeader::GetTypeId()
{
    static TypeId tid = TypeId("ns3::mgm::IgmpHeader")
                            .SetParent<Header>()
                            .SetGroupName("Mgm")
                            .AddConstructor<IgmpHeader>();
    return tid;
}

} // namespace mgm
} // namespace ns3
