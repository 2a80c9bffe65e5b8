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

Ptr<Ipv4ListRouting>
ListAroundRouting::Of(Ptr<Ipv4> ipv4)
{
    auto list = DynamicCast<Ipv4ListRouting>(ipv4->GetRoutingProtocol());
    if (!list)
    {
        list = CreateObject<ListAroundRouting>(ipv4->GetRoutingProtocol());
        ipv4->SetRoutingProtocol(list);
    }
    return list;
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
    return kept ? kept->GetDecorated() : listed;
}

} // namespace mgm
} // namespace ns3
