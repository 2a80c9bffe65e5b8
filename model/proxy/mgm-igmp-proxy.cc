/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-igmp-proxy.h"

#include "ns3/abort.h"
#include "ns3/log.h"
#include "ns3/mgm-multicast-group-manager.h"
#include "ns3/mgm-trace-words.h"
#include "ns3/node.h"
#include "ns3/pointer.h"
#include "ns3/string.h"
#include "ns3/uinteger.h"

#include <utility>

namespace ns3
{
namespace mgm
{

NS_LOG_COMPONENT_DEFINE("MgmIgmpProxy");

NS_OBJECT_ENSURE_REGISTERED(IgmpProxy);

TypeId
IgmpProxy::GetTypeId()
{
    static TypeId tid =
        TypeId("ns3::mgm::IgmpProxy")
            .SetParent<Application>()
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
            .AddAttribute("UpstreamIndex",
                          "Index of the IPv4 interface that is upstream; takes effect at the next "
                          "start.",
                          UintegerValue(1),
                          MakeUintegerAccessor(&IgmpProxy::m_index),
                          MakeUintegerChecker<uint32_t>(1))
            .AddAttribute("RetryDelay",
                          "Time after which a request that the group manager refused is repeated.",
                          TimeValue(Seconds(1)),
                          MakeTimeAccessor(&IgmpProxy::m_retryDelay),
                          MakeTimeChecker(NanoSeconds(1)))
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
    m_retry.Cancel();
    m_upstream->Dispose();
    Application::DoDispose();
}

void
IgmpProxy::SetUpstream(uint32_t index)
{
    m_index = index;
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
IgmpProxy::Start()
{
    Step(Event::START);
}

void
IgmpProxy::Stop()
{
    Step(Event::STOP);
}

void
IgmpProxy::Fail()
{
    Step(Event::FAIL);
}

bool
IgmpProxy::IsServing() const
{
    return m_machine.Get() == IgmpProxyState::SERVING;
}

ClientHandle
IgmpProxy::GetHandle() const
{
    return m_handle;
}

void
IgmpProxy::Step(Event event)
{
    NS_LOG_FUNCTION(this << ToString(event));
    const MachineSubject subject{*Tracer::Of(GetNode()),
                                 words::IGMP_PROXY,
                                 ClientId{m_protocol, m_component},
                                 m_name,
                                 InterfaceId{m_index},
                                 {}};
    m_machine.Step(event, subject, [this](Action action) { Perform(action); });
}

void
IgmpProxy::Perform(Action action)
{
    switch (action)
    {
    case Action::RESTART:
        GetManager()->DeRegisterMProtocol(std::exchange(m_handle, {}));
        [[fallthrough]];
    case Action::REGISTER:
        Register();
        break;
    case Action::TAKE:
        Take();
        break;
    case Action::SERVE:
        Serve();
        break;
    case Action::WAIT:
        Wait();
        break;
    case Action::LEAVE:
        m_upstream->Stop();
        m_database.Clear();
        [[fallthrough]];
    case Action::RELEASE:
        Release();
        break;
    case Action::DEREGISTER:
        GetManager()->DeRegisterMProtocol(std::exchange(m_handle, {}));
        break;
    case Action::VANISH:
        Vanish();
        break;
    case Action::NONE:
    case Action::COUNT:
        break;
    }
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

Ptr<MulticastGroupManager>
IgmpProxy::GetManager() const
{
    return GetNode()->GetObject<MulticastGroupManager>();
}

int64_t
IgmpProxy::AssignStreams(int64_t stream)
{
    return m_upstream->AssignStreams(stream);
}

void
IgmpProxy::StartApplication()
{
    Start();
}

void
IgmpProxy::StopApplication()
{
    Stop();
}

} // namespace mgm
} // namespace ns3
