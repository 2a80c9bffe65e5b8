/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-written-protocol.h"

#include "ns3/boolean.h"
#include "ns3/double.h"
#include "ns3/integer.h"
#include "ns3/pointer.h"
#include "ns3/string.h"

namespace ns3
{
namespace mgm
{

NS_OBJECT_ENSURE_REGISTERED(WrittenBase);
NS_OBJECT_ENSURE_REGISTERED(WrittenProtocol);

TypeId
WrittenBase::GetTypeId()
{
    static TypeId tid = TypeId("written::Base").SetParent<ManagerClient>().SetGroupName("Tests");
    return tid;
}

TypeId
WrittenProtocol::GetTypeId()
{
    static TypeId tid = TypeId("written::Protocol")
                            .SetParent<WrittenBase>()
                            .SetGroupName("Tests")
                            .AddConstructor<WrittenProtocol>()
                            .AddAttribute("Neighbor",
                                          "An address.",
                                          Ipv4AddressValue(),
                                          MakeIpv4AddressAccessor(&WrittenProtocol::m_neighbor),
                                          MakeIpv4AddressChecker())
                            .AddAttribute("Patience",
                                          "A time.",
                                          TimeValue(),
                                          MakeTimeAccessor(&WrittenProtocol::m_patience),
                                          MakeTimeChecker())
                            .AddAttribute("Greeting",
                                          "A text.",
                                          StringValue(""),
                                          MakeStringAccessor(&WrittenProtocol::m_greeting),
                                          MakeStringChecker())
                            .AddAttribute("Offset",
                                          "A number.",
                                          IntegerValue(0),
                                          MakeIntegerAccessor(&WrittenProtocol::m_offset),
                                          MakeIntegerChecker<int64_t>(-5, 5))
                            .AddAttribute("Weight",
                                          "A number.",
                                          DoubleValue(0),
                                          MakeDoubleAccessor(&WrittenProtocol::m_weight),
                                          MakeDoubleChecker<double>(0, 1))
                            .AddAttribute("Polite",
                                          "Yes or no.",
                                          BooleanValue(false),
                                          MakeBooleanAccessor(&WrittenProtocol::m_isPolite),
                                          MakeBooleanChecker())
                            .AddAttribute("Peer",
                                          "Another object, which a scenario cannot name.",
                                          PointerValue(),
                                          MakePointerAccessor(&WrittenProtocol::m_peer),
                                          MakePointerChecker<Object>());
    return tid;
}

ClientId
WrittenProtocol::GetClientId() const
{
    return {100, 7};
}

std::string_view
WrittenProtocol::GetClientName() const
{
    return "written";
}

void
WrittenProtocol::OnLocalJoin(const SourceGroup& entry, const InterfaceId& interface)
{
    GetManager()->AddGroupMembershipEntry(GetHandle(), entry, interface);
}

void
WrittenProtocol::OnLocalLeave(const SourceGroup& entry, const InterfaceId& interface)
{
    GetManager()->DeleteGroupMembershipEntry(GetHandle(), entry, interface);
}

} // namespace mgm
} // namespace ns3
