/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-list-around-routing.h"

#include "mgm-kept-routing.h"

#include <utility>

namespace ns3
{
namespace mgm
{

NS_OBJECT_ENSURE_REGISTERED(ListAroundRouting);

TypeId
ListAroundRouting::GetTypeId()
{
    static TypeId tid =
        TypeId("ns3::mgm::ListAroundRouting").SetParent<Ipv4ListRouting>().SetGroupName("Mgm");
    return tid;
}

ListAroundRouting::ListAroundRouting(Ptr<Ipv4RoutingProtocol> routing)
{
    constexpr int16_t PRIORITY = 0;
    AddRoutingProtocol(CreateObject<KeptRouting>(std::move(routing)), PRIORITY);
}

Ptr<Ipv4RoutingProtocol>
ListAroundRouting::GetRoutingProtocol(uint32_t index, int16_t& priority) const
{
    const auto listed = Ipv4ListRouting::GetRoutingProtocol(index, priority);
    const auto kept = DynamicCast<KeptRouting>(listed);
    return kept ? kept->GetKept() : listed;
}

} // namespace mgm
} // namespace ns3
