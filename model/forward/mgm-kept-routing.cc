/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-kept-routing.h"

namespace ns3
{
namespace mgm
{

NS_OBJECT_ENSURE_REGISTERED(KeptRouting);

TypeId
KeptRouting::GetTypeId()
{
    static TypeId tid =
        TypeId("ns3::mgm::KeptRouting").SetParent<Ipv4RoutingProtocol>().SetGroupName("Mgm");
    return tid;
}

} // namespace mgm
} // namespace ns3
