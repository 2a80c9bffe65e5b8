/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-igmp-host-lan.h"
#include "mgm-igmp-test-addresses.h"

#include "ns3/boolean.h"
#include "ns3/inet-socket-address.h"
#include "ns3/ipv4.h"
#include "ns3/udp-socket-factory.h"
#include "ns3/uinteger.h"

namespace ns3
{
namespace mgm
{

namespace
{

const MulticastFilter NOTHING;

MulticastFilter
Include(SourceSet sources)
{
    return {FilterMode::INCLUDE, std::move(sources)};
}

MulticastFilter
Exclude(SourceSet sources)
{
    return {FilterMode::EXCLUDE, std::move(sources)};
}

/// @brief A host of IGMPv3 with applications. Nothing happens over time.
class IgmpSocketTest : public IgmpHostLan
{
  protected:
    void SetUp() override
    {
        IgmpHostLan::SetUp();
        MakeHost(3);
        m_socket = m_host->Open(nullptr);
    }

    void TearDown() override
    {
        m_socket = nullptr;
        IgmpHostLan::TearDown();
    }

    /// @param filter what the socket shall have
    void Given(const MulticastFilter& filter)
    {
        m_socket->Store(LAN, G, filter);
    }

    /// @return what the socket has
    MulticastFilter Get() const
    {
        MulticastFilter filter;
        m_socket->GetFilter(LAN, G, filter);
        return filter;
    }

    /// @return a socket that is bound to a port @param port the port
    Ptr<Socket> Bind(uint16_t port)
    {
        const auto socket = Socket::CreateSocket(m_node, UdpSocketFactory::GetTypeId());
        socket->Bind(InetSocketAddress(Ipv4Address::GetAny(), port));
        return socket;
    }

    Ptr<IgmpSocket> m_socket; ///< the application's
};

TEST_F(IgmpSocketTest, RFC_3678_4_1_1_Join)
{
    EXPECT_EQ(m_socket->Join(LAN, G), IgmpSocketStatus::SUCCESS);
    EXPECT_EQ(Get(), Exclude({}));
}

TEST_F(IgmpSocketTest, RFC_3678_4_1_1_JoinTwice_AddressInUse)
{
    Given(Exclude({S1}));
    EXPECT_EQ(m_socket->Join(LAN, G), IgmpSocketStatus::ADDRESS_IN_USE);
    Given(Include({S1}));
    EXPECT_EQ(m_socket->Join(LAN, G), IgmpSocketStatus::ADDRESS_IN_USE);
    EXPECT_EQ(Get(), Include({S1}));
}

TEST_F(IgmpSocketTest, RFC_3678_4_1_1_BlockAndUnblock)
{
    Given(Exclude({}));
    EXPECT_EQ(m_socket->BlockSource(LAN, G, S1), IgmpSocketStatus::SUCCESS);
    EXPECT_EQ(m_socket->BlockSource(LAN, G, S2), IgmpSocketStatus::SUCCESS);
    EXPECT_EQ(Get(), Exclude({S1, S2}));
    EXPECT_EQ(m_socket->UnblockSource(LAN, G, S1), IgmpSocketStatus::SUCCESS);
    EXPECT_EQ(Get(), Exclude({S2}));
}

TEST_F(IgmpSocketTest, RFC_3678_4_1_3_BlockedAlready_NotAvailable)
{
    Given(Exclude({S1}));
    EXPECT_EQ(m_socket->BlockSource(LAN, G, S1), IgmpSocketStatus::SOURCE_NOT_AVAILABLE);
    EXPECT_EQ(m_socket->UnblockSource(LAN, G, S2), IgmpSocketStatus::SOURCE_NOT_AVAILABLE);
    EXPECT_EQ(Get(), Exclude({S1}));
}

TEST_F(IgmpSocketTest, RFC_3678_4_1_3_AnySourceOptionWithoutJoin_WrongMode)
{
    EXPECT_EQ(m_socket->BlockSource(LAN, G, S1), IgmpSocketStatus::WRONG_MODE);
    EXPECT_EQ(m_socket->UnblockSource(LAN, G, S1), IgmpSocketStatus::WRONG_MODE);
    Given(Include({S1}));
    EXPECT_EQ(m_socket->BlockSource(LAN, G, S1), IgmpSocketStatus::WRONG_MODE);
    EXPECT_EQ(m_socket->BlockSource(LAN, G, S2), IgmpSocketStatus::WRONG_MODE);
    EXPECT_EQ(m_socket->UnblockSource(LAN, G, S1), IgmpSocketStatus::WRONG_MODE);
    EXPECT_EQ(m_socket->UnblockSource(LAN, G, S2), IgmpSocketStatus::WRONG_MODE);
    EXPECT_EQ(Get(), Include({S1}));
}

TEST_F(IgmpSocketTest, RFC_3678_4_1_2_JoinAndLeaveSources)
{
    EXPECT_EQ(m_socket->JoinSource(LAN, G, S1), IgmpSocketStatus::SUCCESS);
    EXPECT_EQ(m_socket->JoinSource(LAN, G, S2), IgmpSocketStatus::SUCCESS);
    EXPECT_EQ(Get(), Include({S1, S2}));
    EXPECT_EQ(m_socket->LeaveSource(LAN, G, S1), IgmpSocketStatus::SUCCESS);
    EXPECT_EQ(Get(), Include({S2}));
    EXPECT_EQ(m_socket->LeaveSource(LAN, G, S2), IgmpSocketStatus::SUCCESS);
    EXPECT_EQ(Get(), NOTHING);
    EXPECT_EQ(m_socket->LeaveSource(LAN, G, S2), IgmpSocketStatus::NOT_A_MEMBER);
}

TEST_F(IgmpSocketTest, RFC_3678_4_1_3_SourceJoinedAlready_NotAvailable)
{
    Given(Include({S1, S2}));
    EXPECT_EQ(m_socket->JoinSource(LAN, G, S1), IgmpSocketStatus::SOURCE_NOT_AVAILABLE);
    EXPECT_EQ(m_socket->LeaveSource(LAN, G, S3), IgmpSocketStatus::SOURCE_NOT_AVAILABLE);
    EXPECT_EQ(Get(), Include({S1, S2}));
}

TEST_F(IgmpSocketTest, RFC_3678_4_1_3_SourceOptionAfterJoin_WrongMode)
{
    for (const auto& filter : {Exclude({}), Exclude({S1}), Exclude({S1, S2})})
    {
        Given(filter);
        EXPECT_EQ(m_socket->JoinSource(LAN, G, S1), IgmpSocketStatus::WRONG_MODE);
        EXPECT_EQ(m_socket->LeaveSource(LAN, G, S1), IgmpSocketStatus::WRONG_MODE);
        EXPECT_EQ(Get(), filter);
    }
}

TEST_F(IgmpSocketTest, RFC_3678_4_1_2_LeaveDropsAllSources)
{
    Given(Include({S1, S2}));
    EXPECT_EQ(m_socket->Leave(LAN, G), IgmpSocketStatus::SUCCESS);
    EXPECT_EQ(Get(), NOTHING);
    Given(Exclude({S1}));
    EXPECT_EQ(m_socket->Leave(LAN, G), IgmpSocketStatus::SUCCESS);
    EXPECT_EQ(Get(), NOTHING);
}

TEST_F(IgmpSocketTest, RFC_3678_4_1_3_LeaveUnjoined_NotAMember)
{
    EXPECT_EQ(m_socket->Leave(LAN, G), IgmpSocketStatus::NOT_A_MEMBER);
}

TEST_F(IgmpSocketTest, RFC_3678_4_2_SetFilterReplacesWhateverThereWas)
{
    for (const auto& before : {NOTHING, Include({S1}), Exclude({S1})})
    {
        for (const auto& after : {NOTHING, Include({S2, S3}), Exclude({}), Exclude({S2})})
        {
            Given(before);
            EXPECT_EQ(m_socket->SetFilter(LAN, G, after), IgmpSocketStatus::SUCCESS);
            EXPECT_EQ(Get(), after) << before;
        }
    }
}

TEST_F(IgmpSocketTest, RFC_3678_4_2_GetFilterOfAnUnjoinedGroup_NotAMember)
{
    MulticastFilter filter;
    EXPECT_EQ(m_socket->GetFilter(LAN, G, filter), IgmpSocketStatus::NOT_A_MEMBER);
    Given(Include({S1}));
    EXPECT_EQ(m_socket->GetFilter(LAN, G, filter), IgmpSocketStatus::SUCCESS);
}

TEST_F(IgmpSocketTest, EveryFunctionChecksGroupAndInterface)
{
    MulticastFilter filter;
    const Ipv4Address unicast("10.0.0.9");
    EXPECT_EQ(m_socket->Join(LAN, unicast), IgmpSocketStatus::NOT_MULTICAST);
    EXPECT_EQ(m_socket->Leave(LAN, unicast), IgmpSocketStatus::NOT_MULTICAST);
    EXPECT_EQ(m_socket->JoinSource(LAN, unicast, S1), IgmpSocketStatus::NOT_MULTICAST);
    EXPECT_EQ(m_socket->SetFilter(LAN, unicast, Exclude({})), IgmpSocketStatus::NOT_MULTICAST);
    EXPECT_EQ(m_socket->GetFilter(LAN, unicast, filter), IgmpSocketStatus::NOT_MULTICAST);
    EXPECT_EQ(m_socket->Join(7, G), IgmpSocketStatus::UNKNOWN_INTERFACE);
    EXPECT_EQ(m_socket->Leave(7, G), IgmpSocketStatus::UNKNOWN_INTERFACE);
    EXPECT_EQ(m_socket->BlockSource(7, G, S1), IgmpSocketStatus::UNKNOWN_INTERFACE);
    EXPECT_EQ(m_socket->SetFilter(7, G, Exclude({})), IgmpSocketStatus::UNKNOWN_INTERFACE);
    EXPECT_EQ(m_socket->GetFilter(7, G, filter), IgmpSocketStatus::UNKNOWN_INTERFACE);
}

TEST_F(IgmpSocketTest, SourcesAreUnicastAddresses)
{
    for (const auto* wrong : {"0.0.0.0", "239.1.1.2", "255.255.255.255"})
    {
        const Ipv4Address source(wrong);
        EXPECT_EQ(m_socket->JoinSource(LAN, G, source), IgmpSocketStatus::INVALID_SOURCE);
        EXPECT_EQ(m_socket->SetFilter(LAN, G, Include({S1, source})),
                  IgmpSocketStatus::INVALID_SOURCE);
    }
    EXPECT_EQ(Get(), NOTHING);
}

TEST_F(IgmpSocketTest, RFC_4604_2_1_SsmGroupsNeedASource)
{
    EXPECT_EQ(m_socket->Join(LAN, SSM_G), IgmpSocketStatus::NEEDS_SOURCE);
    EXPECT_EQ(m_socket->SetFilter(LAN, SSM_G, Exclude({S1})), IgmpSocketStatus::NEEDS_SOURCE);
    EXPECT_EQ(m_socket->JoinSource(LAN, SSM_G, S1), IgmpSocketStatus::SUCCESS);
    m_host->SetAttribute("SsmNetwork", Ipv4AddressValue("239.1.0.0"));
    m_host->SetAttribute("SsmMask", Ipv4MaskValue("255.255.0.0"));
    EXPECT_EQ(m_socket->Join(LAN, G), IgmpSocketStatus::NEEDS_SOURCE);
    EXPECT_EQ(m_socket->Join(LAN, Ipv4Address("232.1.1.2")), IgmpSocketStatus::SUCCESS);
}

TEST_F(IgmpSocketTest, RFC_4604_2_1_AHostThatIsNotAwareOfSsmTakesAnyFilter)
{
    m_host->SetAttribute("SsmAware", BooleanValue(false));
    EXPECT_EQ(m_socket->Join(LAN, SSM_G), IgmpSocketStatus::SUCCESS);
}

TEST_F(IgmpSocketTest, RFC_3678_4_1_3_SourcesAreLimited)
{
    m_host->SetAttribute("MaxSources", UintegerValue(2));
    EXPECT_EQ(m_socket->JoinSource(LAN, G, S1), IgmpSocketStatus::SUCCESS);
    EXPECT_EQ(m_socket->JoinSource(LAN, G, S2), IgmpSocketStatus::SUCCESS);
    EXPECT_EQ(m_socket->JoinSource(LAN, G, S3), IgmpSocketStatus::TOO_MANY_SOURCES);
    EXPECT_EQ(m_socket->SetFilter(LAN, G, Exclude({S1, S2, S3})),
              IgmpSocketStatus::TOO_MANY_SOURCES);
    EXPECT_EQ(Get(), Include({S1, S2}));
}

TEST_F(IgmpSocketTest, MembershipsAreLimited)
{
    m_host->SetAttribute("MaxMemberships", UintegerValue(1));
    EXPECT_EQ(m_socket->Join(LAN, G), IgmpSocketStatus::SUCCESS);
    EXPECT_EQ(m_socket->JoinSource(LAN, SSM_G, S1), IgmpSocketStatus::TOO_MANY_GROUPS);
    EXPECT_EQ(m_socket->BlockSource(LAN, G, S1), IgmpSocketStatus::SUCCESS);
    EXPECT_EQ(m_socket->Leave(LAN, G), IgmpSocketStatus::SUCCESS);
    EXPECT_EQ(m_socket->JoinSource(LAN, SSM_G, S1), IgmpSocketStatus::SUCCESS);
    EXPECT_EQ(m_host->Open(nullptr)->Join(LAN, G), IgmpSocketStatus::SUCCESS);
}

TEST_F(IgmpSocketTest, ASocketIsOpenedOnce)
{
    const auto udp = Bind(5000);
    EXPECT_EQ(m_host->Open(udp), m_host->Open(udp));
    EXPECT_NE(m_host->Open(udp), m_host->Open(Bind(5001)));
    EXPECT_NE(m_host->Open(nullptr), m_host->Open(nullptr));
}

TEST_F(IgmpSocketTest, AClosedSocketCanDoNothing)
{
    const auto udp = Bind(5000);
    const auto socket = m_host->Open(udp);
    socket->Close();
    EXPECT_EQ(socket->Join(LAN, G), IgmpSocketStatus::CLOSED);
    EXPECT_EQ(udp->Send(nullptr, 0, 0), -1);
    socket->Close();
    EXPECT_NE(m_host->Open(udp), socket);
}

/// @brief What the LAN hears of the sockets.
class IgmpSocketReportTest : public IgmpSocketTest
{
  protected:
    /// @return the records of what was heard, one line each
    std::vector<std::string> GetRecords() const
    {
        std::vector<std::string> records;
        for (const auto& line : GetHeard())
        {
            records.push_back(line.substr(0, line.find(' ')) +
                              line.substr(line.find(" Report") + 7));
        }
        for (auto& record : records)
        {
            record.erase(record.find(" > "));
        }
        return records;
    }
};

TEST_F(IgmpSocketReportTest, RFC_3376_3_2_TheMergedFilterIsReported)
{
    const auto other = m_host->Open(nullptr);
    At(Seconds(1), [this]() { m_socket->JoinSource(LAN, G, S1); });
    At(Seconds(10), [=]() { other->JoinSource(LAN, G, S2); });
    At(Seconds(20), [=]() { other->SetFilter(LAN, G, Exclude({S1, S3})); });
    At(Seconds(30), [this]() { m_socket->Leave(LAN, G); });
    RunUntil(Seconds(100));
    EXPECT_EQ(GetRecords(),
              (std::vector<std::string>{"1 ALLOW(239.1.1.1,{10.0.1.1})",
                                        "1.5 ALLOW(239.1.1.1,{10.0.1.1})",
                                        "10 ALLOW(239.1.1.1,{10.0.1.2})",
                                        "10.5 ALLOW(239.1.1.1,{10.0.1.2})",
                                        "20 TO_EX(239.1.1.1,{10.0.1.3})",
                                        "20.5 TO_EX(239.1.1.1,{10.0.1.3})",
                                        "30 BLOCK(239.1.1.1,{10.0.1.1})",
                                        "30.5 BLOCK(239.1.1.1,{10.0.1.1})"}));
}

TEST_F(IgmpSocketReportTest, RFC_3376_3_2_NothingIsReportedWhileAnotherSocketWantsTheSame)
{
    const auto other = m_host->Open(nullptr);
    At(Seconds(1), [this]() { m_socket->Join(LAN, G); });
    At(Seconds(10), [=]() { other->Join(LAN, G); });
    At(Seconds(20), [this]() { m_socket->Leave(LAN, G); });
    RunUntil(Seconds(30));
    EXPECT_EQ(m_heard.size(), 2U);
    At(Seconds(40), [=]() { other->Leave(LAN, G); });
    RunUntil(Seconds(40));
    EXPECT_EQ(GetRecords().back(), "40 TO_IN(239.1.1.1,{})");
}

TEST_F(IgmpSocketReportTest, TheSocketOfSetFilterIsOneMore)
{
    At(Seconds(1), [this]() { m_socket->JoinSource(LAN, G, S1); });
    SetFilter(Seconds(10), G, FilterMode::INCLUDE, {S2});
    Leave(Seconds(20), G);
    RunUntil(Seconds(20));
    EXPECT_EQ(GetRecords().back(), "20 BLOCK(239.1.1.1,{10.0.1.2})");
}

TEST_F(IgmpSocketReportTest, CloseGivesUpAllMemberships)
{
    const auto socket = m_host->Open(Bind(5000));
    socket->Join(LAN, G);
    socket->JoinSource(LAN, SSM_G, S1);
    At(Seconds(10), [=]() { socket->Close(); });
    RunUntil(Seconds(10));
    const auto records = GetRecords();
    ASSERT_GE(records.size(), 2U);
    EXPECT_EQ(records[records.size() - 2], "10 BLOCK(232.1.1.1,{10.0.1.1})");
    EXPECT_EQ(records.back(), "10 TO_IN(239.1.1.1,{})");
}

TEST_F(IgmpSocketReportTest, ASocketThatWasClosedDirectlyIsNoticedAtTheNextQuery)
{
    const auto udp = Bind(5000);
    m_host->Open(udp)->Join(LAN, G);
    At(Seconds(10), [=]() { udp->Close(); });
    Say(Seconds(20),
        IgmpV3Query{Seconds(10), Ipv4Address::GetZero(), false, 2, Seconds(125), {}},
        IGMP_ALL_SYSTEMS);
    RunUntil(Seconds(30));
    const auto records = GetRecords();
    ASSERT_GE(records.size(), 2U);
    EXPECT_EQ(records[records.size() - 2], "20 TO_IN(239.1.1.1,{})");
    EXPECT_EQ(records.back(), "20.5 TO_IN(239.1.1.1,{})");
}

TEST_F(IgmpSocketReportTest, StopAndFailForgetWhatSocketsWant)
{
    At(Seconds(1), [this]() { m_socket->Join(LAN, G); });
    At(Seconds(10), [this]() { m_host->Fail(); });
    At(Seconds(20), [this]() { m_host->Start(); });
    RunUntil(Seconds(30));
    EXPECT_EQ(m_heard.size(), 2U);
    EXPECT_EQ(m_socket->Join(LAN, G), IgmpSocketStatus::SUCCESS);
    At(Seconds(40), [this]() { m_host->Stop(); });
    RunUntil(Seconds(50));
    EXPECT_EQ(GetRecords().back(), "40 TO_IN(239.1.1.1,{})");
    EXPECT_EQ(Get(), NOTHING);
}

} // namespace

} // namespace mgm
} // namespace ns3
