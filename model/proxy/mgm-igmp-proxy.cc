/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-igmp-proxy.h"

#include "ns3/abort.h"
#include "ns3/pointer.h"
#include "ns3/string.h"
#include "ns3/uinteger.h"

namespace ns3
{
namespace mgm
{

NS_OBJECT_ENSURE_REGISTERED(IgmpProxy);

TypeId
IgmpProxy::GetTypeId()
{
    static TypeId tid =
        TypeId("ns3::mgm::IgmpProxy")
            .SetParent<ManagerClient>()
            .SetGroupName("Mgm")
            .AddConstructor<IgmpProxy>()
            .AddAttribute("Name",
                          "Name in traces.",
                          StringValue("igmp-proxy"),
                          MakeStringAccessor(&IgmpProxy::m_name),
                          MakeStringChecker())
            .AddAttribute("ProtocolId",
                          "Protocol id of the registration with the group manager; not 10, which "
                          "is IGMP's.",
                          UintegerValue(IGMP_PROXY_PROTOCOL_ID),
                          MakeUintegerAccessor(&IgmpProxy::m_protocol),
                          MakeUintegerChecker<uint32_t>(IGMP_PROTOCOL_ID + 1))
            .AddAttribute("ComponentId",
                          "Component id of the registration with the group manager.",
                          UintegerValue(0),
                          MakeUintegerAccessor(&IgmpProxy::m_component),
                          MakeUintegerChecker<uint32_t>())
            .AddAttribute(
                "UpstreamIndex",
                "Index of the IPv4 interface that is upstream; takes effect at the next "
                "start.",
                UintegerValue(1),
                MakeUintegerAccessor(&IgmpProxy::SetUpstream, &IgmpProxy::GetUpstreamIndex),
                MakeUintegerChecker<uint32_t>(1))
            .AddAttribute("SsmRanges",
                          "Prefixes of the groups with source-specific semantics, separated by "
                          "blanks.",
                          StringValue(IgmpSsmRanges::IANA),
                          MakeStringAccessor(&IgmpProxy::SetSsmRanges, &IgmpProxy::GetSsmRanges),
                          MakeStringChecker())
            .AddAttribute("Upstream",
                          "The host part, on the upstream interface.",
                          TypeId::ATTR_GET,
                          PointerValue(),
                          MakePointerAccessor(&IgmpProxy::m_upstream),
                          MakePointerChecker<IgmpHostInterface>());
    return tid;
}

IgmpProxy::IgmpProxy()
    : m_upstream(CreateObject<IgmpHostInterface>())
{
}

IgmpProxy::~IgmpProxy() = default;

void
IgmpProxy::DoDispose()
{
    m_upstream->Dispose();
    ManagerClient::DoDispose();
}

void
IgmpProxy::SetUpstream(uint32_t index)
{
    m_index = index;
    SetInterfaces({InterfaceId{index}});
}

uint32_t
IgmpProxy::GetUpstreamIndex() const
{
    return m_index;
}

Ptr<IgmpHostInterface>
IgmpProxy::GetUpstream() const
{
    return m_upstream;
}

MulticastFilter
IgmpProxy::GetFilter(Ipv4Address group) const
{
    return m_database.GetFilter(group);
}

void
IgmpProxy::SetSsmRanges(std::string text)
{
    const auto ranges = IgmpSsmRanges::Parse(text);
    NS_ABORT_MSG_UNLESS(ranges, "\"" << text << "\" is no list of prefixes of multicast groups");
    m_ssmRanges = *ranges;
}

std::string
IgmpProxy::GetSsmRanges() const
{
    return m_ssmRanges.ToString();
}

int64_t
IgmpProxy::AssignStreams(int64_t stream)
{
    const auto used = ManagerClient::AssignStreams(stream);
    return used + m_upstream->AssignStreams(stream + used);
}

} // namespace mgm
} // namespace ns3
