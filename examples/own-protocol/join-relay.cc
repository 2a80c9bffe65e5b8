/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "ns3/internet-module.h"
#include "ns3/mgm-manager-client.h"
#include "ns3/mgm-multicast-group-manager.h"
#include "ns3/network-module.h"

using namespace ns3;
using namespace ns3::mgm;

namespace own
{

/**
 * A multicast routing protocol: what members and neighbors want from a router, it wants from its
 * upstream neighbor, hop by hop to the source. A message is a group and whether it is wanted.
 */
class JoinRelay : public ManagerClient
{
  public:
    static TypeId GetTypeId();

  private:
    static constexpr uint16_t PORT = 4000; ///< where messages go to

    ClientId GetClientId() const override
    {
        return {77, 0};
    }

    std::string_view GetClientName() const override
    {
        return "join-relay";
    }

    void OnRegistered() override
    {
        m_socket = Socket::CreateSocket(GetNode(), UdpSocketFactory::GetTypeId());
        m_socket->Bind(InetSocketAddress(Ipv4Address::GetAny(), PORT));
        m_socket->SetRecvPktInfo(true);
        m_socket->SetRecvCallback(MakeCallback(&JoinRelay::Receive, this));
        Refresh();
    }

    void OnLocalJoin(const SourceGroup& entry, const InterfaceId& interface) override
    {
        GetManager()->AddGroupMembershipEntry(GetHandle(), entry, interface);
        m_wanted.insert({entry.group, interface});
        Tell(entry.group);
    }

    void OnLocalLeave(const SourceGroup& entry, const InterfaceId& interface) override
    {
        GetManager()->DeleteGroupMembershipEntry(GetHandle(), entry, interface);
        m_wanted.erase({entry.group, interface});
        Tell(entry.group);
    }

    void OnStopping() override
    {
        OnFailed();
    }

    void OnFailed() override
    {
        m_refresh.Cancel();
        m_wanted.clear();
        if (m_socket)
        {
            m_socket->Close();
            m_socket = nullptr;
        }
    }

    /// A neighbor wants a group, or no longer: that is as if a member of its link did.
    void Receive(Ptr<Socket> socket)
    {
        while (const auto packet = socket->Recv())
        {
            uint8_t message[5];
            packet->CopyData(message, sizeof(message));
            Ipv4PacketInfoTag arrival;
            packet->PeekPacketTag(arrival);
            const auto device = GetNode()->GetDevice(arrival.GetRecvIf());
            const auto index = GetNode()->GetObject<Ipv4>()->GetInterfaceForDevice(device);
            const SourceGroup entry{ANY_ADDRESS, Ipv4Address::Deserialize(message)};
            const InterfaceId interface {
                static_cast<uint32_t>(index)
            };
            message[4] != 0 ? OnLocalJoin(entry, interface) : OnLocalLeave(entry, interface);
        }
    }

    /// Tells the upstream neighbor whether the router wants a group.
    void Tell(Ipv4Address group)
    {
        const auto first = m_wanted.lower_bound({group, InterfaceId{0}});
        uint8_t message[5];
        group.Serialize(message);
        message[4] = first != m_wanted.end() && first->first == group;
        if (m_upstream != Ipv4Address::GetAny())
        {
            m_socket->SendTo(Create<Packet>(message, sizeof(message)),
                             0,
                             InetSocketAddress(m_upstream, PORT));
        }
    }

    /// Tells again of all groups that are wanted.
    void Refresh()
    {
        for (const auto& [group, interface] : m_wanted)
        {
            Tell(group);
        }
        if (m_interval.IsStrictlyPositive())
        {
            m_refresh = Simulator::Schedule(m_interval, &JoinRelay::Refresh, this);
        }
    }

    Ipv4Address m_upstream; ///< attribute Upstream
    Time m_interval;        ///< attribute RefreshInterval
    Ptr<Socket> m_socket;   ///< sends and receives messages
    EventId m_refresh;      ///< next time that all groups are told of
    std::set<std::pair<Ipv4Address, InterfaceId>> m_wanted; ///< groups and where they are wanted
};

NS_OBJECT_ENSURE_REGISTERED(JoinRelay);

TypeId
JoinRelay::GetTypeId()
{
    static TypeId tid = TypeId("own::JoinRelay")
                            .SetParent<ManagerClient>()
                            .AddConstructor<JoinRelay>()
                            .AddAttribute("Upstream",
                                          "The neighbor towards the sources; 0.0.0.0 is none.",
                                          Ipv4AddressValue(Ipv4Address::GetAny()),
                                          MakeIpv4AddressAccessor(&JoinRelay::m_upstream),
                                          MakeIpv4AddressChecker())
                            .AddAttribute("RefreshInterval",
                                          "Time after which groups are told of again; 0 is never.",
                                          TimeValue(Seconds(0)),
                                          MakeTimeAccessor(&JoinRelay::m_interval),
                                          MakeTimeChecker(Seconds(0)));
    return tid;
}

} // namespace own
