/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "model/wire/mgm-octets.h"

#include "ns3/mgm-pim-header.h"
#include "ns3/mgm-pim-packer.h"
#include "ns3/packet.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>
#include <set>
#include <sstream>

namespace ns3
{
namespace mgm
{

namespace
{

constexpr uint32_t ETHERNET = 1500; ///< Its MTU.

const PimJoinPrune TO_UPSTREAM{PimType::JOIN_PRUNE, Ipv4Address("10.0.1.1"), 210, {}};

PimJoinPruneEntry
Shared(const char* group, bool isJoin, const char* rp = "10.255.0.1")
{
    return {Ipv4Address(group), {Ipv4Address(rp), true, true, true}, isJoin};
}

PimJoinPruneEntry
OnRpt(const char* group, uint32_t source, bool isJoin = false)
{
    return {Ipv4Address(group), {Ipv4Address(source), true, false, true}, isJoin};
}

PimJoinPruneEntry
OnSpt(const char* group, uint32_t source, bool isJoin = true)
{
    return {Ipv4Address(group), {Ipv4Address(source), true, false, false}, isJoin};
}

/// 10.10.0.0 and what follows it.
uint32_t
SourceNumber(uint32_t number)
{
    return 0x0A0A0000 + number;
}

/// Packs, sends and receives: what the upstream neighbor reads.
std::vector<PimJoinPrune>
PackAndRead(const std::vector<PimJoinPruneEntry>& entries, uint32_t mtu = ETHERNET)
{
    std::vector<PimJoinPrune> read;
    for (const auto& message : PackJoinPrunes(TO_UPSTREAM, entries, mtu))
    {
        const auto packet = Create<Packet>();
        packet->AddHeader(PimHeader(message));
        EXPECT_LE(packet->GetSize() + 20, mtu);
        PimHeader header;
        packet->RemoveHeader(header);
        const auto* decoded = std::get_if<PimMessage>(&header.GetResult());
        EXPECT_TRUE(decoded);
        if (decoded)
        {
            read.push_back(std::get<PimJoinPrune>(*decoded));
        }
    }
    return read;
}

/// The text of messages, which lists what they have in its order.
std::vector<std::string>
Describe(const std::vector<PimJoinPrune>& messages)
{
    std::vector<std::string> lines;
    for (const auto& message : messages)
    {
        std::ostringstream text;
        text << PimMessage(message);
        lines.push_back(text.str());
    }
    return lines;
}

TEST(PimPacker, NothingMakesNoMessage)
{
    EXPECT_TRUE(PackJoinPrunes(TO_UPSTREAM, {}, ETHERNET).empty());
}

/// V07 of pim-vectors.
TEST(PimPacker, RFC_7761_4_9_5_OneEntryIsOneMessage)
{
    const auto messages = PackJoinPrunes(TO_UPSTREAM, {Shared("239.1.1.1", true)}, ETHERNET);
    ASSERT_EQ(messages.size(), 1U);
    const auto packet = Create<Packet>();
    packet->AddHeader(PimHeader(messages[0]));
    EXPECT_EQ(ToHex(packet),
              "2300cbe701000a000101000100d201000020ef01010100010000010007200aff0001");
}

/// V11 of pim-vectors: three groups, whose entries come in any order.
TEST(PimPacker, RFC_7761_4_9_5_EntriesOfAGroupAreOneSetInTheirOrder)
{
    const auto messages = PackJoinPrunes(TO_UPSTREAM,
                                         {Shared("239.1.1.1", true),
                                          OnSpt("239.1.1.2", 0x0A0A0402),
                                          OnRpt("239.1.1.1", 0x0A0A0402),
                                          Shared("239.1.1.3", false),
                                          OnSpt("239.1.1.2", 0x0A0A0403, false),
                                          OnRpt("239.1.1.1", 0x0A0A0403)},
                                         ETHERNET);
    ASSERT_EQ(messages.size(), 1U);
    const auto packet = Create<Packet>();
    packet->AddHeader(PimHeader(messages[0]));
    EXPECT_EQ(ToHex(packet),
              "230087c501000a000101000300d201000020ef01010100010002010007200aff0001010005200a0a0402"
              "010005200a0a040301000020ef01010200010001010004200a0a0402010004200a0a040301000020ef01"
              "010300000001010007200aff0001");
}

TEST(PimPacker, RFC_3973_4_7_8_GraftsArePackedAlike)
{
    const PimJoinPrune graft{PimType::GRAFT, Ipv4Address("10.0.1.1"), 0, {}};
    const auto messages =
        PackJoinPrunes(graft,
                       {OnSpt("239.1.1.1", SourceNumber(1)), OnSpt("239.1.1.2", SourceNumber(1))},
                       ETHERNET);
    ASSERT_EQ(messages.size(), 1U);
    EXPECT_EQ(messages[0].type, PimType::GRAFT);
    EXPECT_EQ(messages[0].holdtime, 0);
    EXPECT_EQ(messages[0].groups.size(), 2U);
}

TEST(PimPacker, RFC_7761_4_9_5_1_OfTwoAboutTheSameTheLastCounts)
{
    EXPECT_EQ(
        Describe(PackAndRead({OnSpt("239.1.1.1", SourceNumber(1), true),
                              OnSpt("239.1.1.1", SourceNumber(2), true),
                              OnSpt("239.1.1.1", SourceNumber(1), false)})),
        std::vector<std::string>{"to 10.0.1.1 210s 239.1.1.1 join 10.10.0.2 prune 10.10.0.1"});
    EXPECT_EQ(Describe(PackAndRead({Shared("239.1.1.1", false, "10.255.0.1"),
                                    Shared("239.1.1.1", true, "10.255.0.2")})),
              std::vector<std::string>{"to 10.0.1.1 210s 239.1.1.1 join *(10.255.0.2)"});
}

/// The table of section 4.9.5.1 allows these together.
TEST(PimPacker, RFC_7761_4_9_5_1_DifferentKindsAreTogether)
{
    EXPECT_EQ(Describe(PackAndRead({Shared("239.1.1.1", true),
                                    OnRpt("239.1.1.1", SourceNumber(1), false),
                                    OnSpt("239.1.1.1", SourceNumber(1), true),
                                    OnSpt("239.1.1.1", SourceNumber(2), false)})),
              std::vector<std::string>{"to 10.0.1.1 210s 239.1.1.1 join *(10.255.0.1),10.10.0.1 "
                                       "prune 10.10.0.1(rpt),10.10.0.2"});
}

/// A message of Ethernet has room for 1500 - 20 - 14 = 1466 octets of group sets, 73 sets of 20
/// octets.
TEST(PimPacker, RFC_7761_4_9_5_2_GroupsThatDoNotFitAreInTheNextMessage)
{
    std::vector<PimJoinPruneEntry> entries;
    for (uint32_t group = 0; group < 74; ++group)
    {
        entries.push_back({Ipv4Address(0xEF010100 + group), {Ipv4Address("10.0.0.1")}, true});
    }
    const auto messages = PackAndRead(entries);
    ASSERT_EQ(messages.size(), 2U);
    EXPECT_EQ(messages[0].groups.size(), 73U);
    EXPECT_EQ(messages[1].groups.size(), 1U);
    EXPECT_EQ(messages[1].groups[0].group.address, Ipv4Address("239.1.1.73"));
}

/// Two sets of 12 + 91 * 8 = 740 octets are more than 1466; a third one of 20 octets fits behind
/// the second one.
TEST(PimPacker, RFC_7761_4_9_5_2_ASetThatFitsAMessageIsNotSplit)
{
    std::vector<PimJoinPruneEntry> entries;
    for (uint32_t source = 0; source < 91; ++source)
    {
        entries.push_back(OnSpt("239.1.1.1", SourceNumber(source)));
        entries.push_back(OnSpt("239.1.1.2", SourceNumber(source)));
    }
    entries.push_back(OnSpt("239.1.1.3", SourceNumber(0)));
    const auto messages = PackAndRead(entries);
    ASSERT_EQ(messages.size(), 2U);
    ASSERT_EQ(messages[0].groups.size(), 1U);
    EXPECT_EQ(messages[0].groups[0].joined.size(), 91U);
    ASSERT_EQ(messages[1].groups.size(), 2U);
    EXPECT_EQ(messages[1].groups[0].joined.size(), 91U);
    EXPECT_EQ(messages[1].groups[1].group.address, Ipv4Address("239.1.1.3"));
}

/// (1466 - 12) / 8 = 181 sources of a group fit.
TEST(PimPacker, RFC_7761_4_9_5_2_ASetThatFitsNoMessageIsSplit)
{
    std::vector<PimJoinPruneEntry> entries;
    for (uint32_t source = 0; source < 400; ++source)
    {
        entries.push_back(OnSpt("239.1.1.1", SourceNumber(source), source < 200));
    }
    entries.push_back(OnSpt("239.1.1.2", SourceNumber(0)));
    const auto messages = PackAndRead(entries);
    ASSERT_EQ(messages.size(), 3U);
    EXPECT_EQ(messages[0].groups[0].joined.size(), 181U);
    EXPECT_EQ(messages[0].groups[0].pruned.size(), 0U);
    EXPECT_EQ(messages[1].groups[0].joined.size(), 19U);
    EXPECT_EQ(messages[1].groups[0].pruned.size(), 162U);
    EXPECT_EQ(messages[2].groups[0].pruned.size(), 38U);
    ASSERT_EQ(messages[2].groups.size(), 2U); // the next group fits behind it
    EXPECT_EQ(messages[0].groups[0].joined[0].address, Ipv4Address("10.10.0.0"));
    EXPECT_EQ(messages[2].groups[0].pruned[37].address, Ipv4Address("10.10.1.143"));
}

/// P12 of pim-cases: (1500 - 46 - 8) / 8 = 180 prunes.
TEST(PimPacker, P12_RFC_7761_4_9_5_2_TheLowestPrunesStayWithTheSharedTree)
{
    std::vector<PimJoinPruneEntry> entries;
    for (uint32_t source = 200; source > 0; --source)
    {
        entries.push_back(OnRpt("239.1.1.1", SourceNumber(source)));
    }
    entries.push_back(OnSpt("239.1.1.1", SourceNumber(7)));
    entries.push_back(Shared("239.1.1.1", true));
    const auto messages = PackAndRead(entries);
    ASSERT_EQ(messages.size(), 2U);
    const auto& set = messages[0].groups.at(0);
    ASSERT_EQ(set.joined.size(), 1U);
    EXPECT_TRUE(set.joined[0].isWildcard);
    ASSERT_EQ(set.pruned.size(), 180U);
    std::set<uint32_t> pruned;
    for (const auto& source : set.pruned)
    {
        pruned.insert(source.address.Get());
    }
    EXPECT_EQ(pruned.size(), 180U);
    EXPECT_EQ(*pruned.rbegin(), SourceNumber(180));
    EXPECT_EQ(Describe({messages[1]}),
              std::vector<std::string>{"to 10.0.1.1 210s 239.1.1.1 join 10.10.0.7"});
}

/// As many as fit are not cut.
TEST(PimPacker, RFC_7761_4_9_5_2_180PrunesStayInTheirOrder)
{
    std::vector<PimJoinPruneEntry> entries{Shared("239.1.1.1", true)};
    for (uint32_t source = 180; source > 0; --source)
    {
        entries.push_back(OnRpt("239.1.1.1", SourceNumber(source)));
    }
    const auto messages = PackAndRead(entries);
    ASSERT_EQ(messages.size(), 1U);
    ASSERT_EQ(messages[0].groups.at(0).pruned.size(), 180U);
    EXPECT_EQ(messages[0].groups[0].pruned[0].address, Ipv4Address(SourceNumber(180)));
}

TEST(PimPacker, RFC_7761_4_9_5_AMessageHasAtMost255Groups)
{
    std::vector<PimJoinPruneEntry> entries;
    for (uint32_t group = 0; group < 300; ++group)
    {
        entries.push_back({Ipv4Address(0xEF010100 + group), {Ipv4Address("10.0.0.1")}, true});
    }
    const auto messages = PackAndRead(entries, 65535);
    ASSERT_EQ(messages.size(), 2U);
    EXPECT_EQ(messages[0].groups.size(), 255U);
    EXPECT_EQ(messages[1].groups.size(), 45U);
}

TEST(PimPacker, AnMtuThatIsTooSmallHoldsOneEntry)
{
    EXPECT_EQ(
        PackJoinPrunes(TO_UPSTREAM,
                       {OnSpt("239.1.1.1", SourceNumber(1)), OnSpt("239.1.1.1", SourceNumber(2))},
                       10)
            .size(),
        2U);
}

using Written = std::tuple<uint32_t, uint32_t, bool, bool, bool>;

Written
Write(Ipv4Address group, const PimSource& source, bool isJoin)
{
    return {group.Get(), source.address.Get(), source.isWildcard, source.isRpt, isJoin};
}

/// Whatever fits is in the messages once, and each message fits.
RC_GTEST_PROP(PimPackerProperty, NothingIsLostOrTwice, ())
{
    const auto mtu = *rc::gen::inRange<uint32_t>(54, 400);
    const auto count = *rc::gen::inRange(0, 80);
    std::vector<PimJoinPruneEntry> entries;
    std::set<Written> expected;
    for (int i = 0; i < count; ++i)
    {
        const Ipv4Address group(*rc::gen::inRange<uint32_t>(0xEF010100, 0xEF010106));
        const PimSource source{Ipv4Address(SourceNumber(i)),
                               true,
                               false,
                               *rc::gen::arbitrary<bool>()};
        const auto isJoin = *rc::gen::arbitrary<bool>();
        entries.push_back({group, source, isJoin});
        expected.insert(Write(group, source, isJoin));
    }
    std::multiset<Written> packed;
    for (const auto& message : PackJoinPrunes(TO_UPSTREAM, entries, mtu))
    {
        RC_ASSERT(GetEncodedSize(message) + 20 <= mtu);
        RC_ASSERT(!message.groups.empty());
        for (const auto& set : message.groups)
        {
            RC_ASSERT(!set.joined.empty() || !set.pruned.empty());
            for (const auto& source : set.joined)
            {
                packed.insert(Write(set.group.address, source, true));
            }
            for (const auto& source : set.pruned)
            {
                packed.insert(Write(set.group.address, source, false));
            }
        }
    }
    RC_ASSERT(std::vector<Written>(packed.begin(), packed.end()) ==
              std::vector<Written>(expected.begin(), expected.end()));
}

} // namespace

} // namespace mgm
} // namespace ns3
