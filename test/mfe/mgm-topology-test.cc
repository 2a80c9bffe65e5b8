/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "manager/mgm-test-client.h"
#include "mgm-network-model.h"
#include "mgm-random-network.h"
#include "mgm-test-fixture.h"

#include "ns3/inet-socket-address.h"
#include "ns3/mgm-helper.h"
#include "ns3/mgm-multicast-forwarder.h"
#include "ns3/simulator.h"
#include "ns3/socket.h"
#include "ns3/udp-socket-factory.h"

#include <algorithm>
#include <memory>

namespace ns3
{
namespace mgm
{

/// I6 with real packets in random networks: where they go, and how often hosts get them.
class TopologyTest : public MgmTest, public testing::WithParamInterface<uint32_t>
{
  protected:
    static constexpr uint32_t NETWORKS = 500;
    static constexpr uint32_t STEPS = 60;
    static constexpr uint16_t PORT = 5000;

    /// What happens in one network.
    void RunNetwork(uint32_t seed);

    uint32_t m_forwarded{0}; ///< packets that a router forwarded
    uint32_t m_longWays{0};  ///< packets with more than three copies

  private:
    void MakeRouter(uint32_t router);
    void MakeHost(uint32_t host);
    void ChangeMembership();
    void SendPacket();
    void NoteArrival(Ptr<Socket> socket);

    /// @return a source that exists or any, and a group; both any at times
    SourceGroup DrawKey();

    /// @return a group that is routed
    Ipv4Address DrawGroup()
    {
        return Ipv4Address(0xEF010101 + m_draw->Below(2));
    }

    std::unique_ptr<Draw> m_draw;                       ///< decides everything
    std::unique_ptr<RandomNetwork> m_network;           ///< the network
    std::unique_ptr<NetworkModel> m_model;              ///< where packets must go
    ClientEvents m_log;                                 ///< what clients see
    std::vector<std::unique_ptr<TestClient>> m_clients; ///< two of each router
    std::map<NetworkModel::Copy, TestClient*> m_owners; ///< who has which interface
    std::vector<Ptr<Socket>> m_sockets;                 ///< of the hosts
    NetworkModel::Fate m_seen;                          ///< what became of the packet
};

void
TopologyTest::RunNetwork(uint32_t seed)
{
    m_draw = std::make_unique<Draw>(seed);
    m_network = std::make_unique<RandomNetwork>(*m_draw);
    m_model = std::make_unique<NetworkModel>(*m_network);
    for (uint32_t router = 0; router < m_network->GetRouters().GetN(); ++router)
    {
        MakeRouter(router);
    }
    for (uint32_t host = 0; host < m_network->GetHosts().GetN(); ++host)
    {
        MakeHost(host);
    }
    for (uint32_t step = 0; step < STEPS && !HasFailure(); ++step)
    {
        m_draw->OnceIn(3) ? SendPacket() : ChangeMembership();
    }
    TearDown();
    m_sockets.clear();
    m_owners.clear();
    m_clients.clear();
}

void
TopologyTest::MakeRouter(uint32_t router)
{
    const auto node = m_network->GetRouters().Get(router);
    const auto manager = MgmHelper().Install(node);
    MgmHelper::GetForwarder(node)->TraceConnectWithoutContext(
        "Forward",
        Callback<void,
                 const Ipv4Header&,
                 Ptr<const Packet>,
                 const InterfaceId&,
                 const InterfaceId&>([this, router](const Ipv4Header&,
                                                    Ptr<const Packet>,
                                                    const InterfaceId&,
                                                    const InterfaceId& outgoing) {
            m_seen.copies.emplace_back(router, outgoing.index);
        }));
    for (const uint32_t protocol : {4U, 2U})
    {
        m_clients.push_back(std::make_unique<TestClient>(manager, ClientId{protocol, 1}, m_log));
        ASSERT_EQ(m_clients.back()->Register(), Status::NO_ERROR);
    }
    for (uint32_t interface = 1; interface <= m_network->CountInterfaces(router); ++interface)
    {
        auto& client = *m_clients[m_clients.size() - 1 - m_draw->Below(2)];
        if (!m_draw->OnceIn(12))
        {
            ASSERT_EQ(client.Take(interface), Status::NO_ERROR);
            m_owners[{router, interface}] = &client;
            m_model->SetHeld(router, interface);
        }
    }
}

void
TopologyTest::MakeHost(uint32_t host)
{
    const auto node = m_network->GetHosts().Get(host);
    const auto socket = Socket::CreateSocket(node, UdpSocketFactory::GetTypeId());
    socket->Bind(InetSocketAddress(Ipv4Address::GetAny(), PORT));
    socket->SetRecvCallback(MakeCallback(&TopologyTest::NoteArrival, this));
    m_sockets.push_back(socket);
}

void
TopologyTest::NoteArrival(Ptr<Socket> socket)
{
    while (socket->Recv())
    {
        const auto host = std::find(m_sockets.begin(), m_sockets.end(), socket);
        ++m_seen.arrived[static_cast<uint32_t>(host - m_sockets.begin())];
    }
}

SourceGroup
TopologyTest::DrawKey()
{
    const auto host = m_draw->Below(m_network->GetHosts().GetN());
    const auto kind = m_draw->Below(8);
    const auto source = kind < 3 ? m_network->GetAddressOfHost(host) : ANY_ADDRESS;
    return {source, kind < 7 ? DrawGroup() : ANY_ADDRESS};
}

void
TopologyTest::ChangeMembership()
{
    const auto chosen = m_draw->Below(static_cast<uint32_t>(m_owners.size()));
    const auto [port, client] = *std::next(m_owners.begin(), chosen);
    const auto key = DrawKey();
    const bool adds = !m_draw->OnceIn(3);
    const uint32_t flags = m_draw->OnceIn(4) ? MGM_FORWARD_STATE_FLAG : MGM_JOIN_STATE_FLAG;
    ASSERT_EQ(adds ? client->Add(key, port.second, flags) : client->Delete(key, port.second, flags),
              Status::NO_ERROR);
    if (flags == MGM_JOIN_STATE_FLAG)
    {
        m_model->SetMember(port, key, adds);
    }
    else
    {
        m_model->SetForwarding(port, key, adds);
    }
}

void
TopologyTest::SendPacket()
{
    const auto host = m_draw->Below(m_network->GetHosts().GetN());
    const auto group = DrawGroup();
    m_seen = {};
    m_sockets[host]->SendTo(Create<Packet>(100), 0, InetSocketAddress(group, PORT));
    Simulator::Stop(Seconds(1));
    Simulator::Run();
    auto expected = m_model->Send(host, group);
    std::sort(m_seen.copies.begin(), m_seen.copies.end());
    EXPECT_EQ(m_seen.copies, expected.copies);
    m_forwarded += expected.copies.empty() ? 0 : 1;
    m_longWays += expected.copies.size() > 3 ? 1 : 0;
    for (uint32_t other = 0; other < m_sockets.size(); ++other)
    {
        EXPECT_EQ(m_seen.arrived[other], expected.arrived[other]) << "host " << other;
    }
}

TEST_P(TopologyTest, I6_A2_3_CopiesGoWhereTheReferenceModelSendsThem)
{
    for (uint32_t network = 0; network < NETWORKS && !HasFailure(); ++network)
    {
        const auto seed = GetParam() * NETWORKS + network;
        SCOPED_TRACE(seed);
        RunNetwork(seed);
    }
    EXPECT_GT(m_forwarded, 5 * NETWORKS) << "the networks are too idle to show anything";
    EXPECT_GT(m_longWays, NETWORKS / 2);
}

INSTANTIATE_TEST_SUITE_P(Shard, TopologyTest, testing::Range(0U, 4U));

} // namespace mgm
} // namespace ns3
