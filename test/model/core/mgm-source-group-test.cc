/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "ns3/mgm-source-group.h"

#include <gtest/gtest.h>
#include <sstream>
#include <unordered_set>

namespace ns3
{
namespace mgm
{

/// One membership and whether MBR-2 allows it.
struct MembershipCase
{
    const char* name;       ///< name of the test
    const char* source;     ///< source address
    const char* sourceMask; ///< source mask
    const char* group;      ///< group address
    const char* groupMask;  ///< group mask
    bool valid;             ///< what MBR-2 says
};

/// A test of one membership.
class SourceGroupValidity : public testing::TestWithParam<MembershipCase>
{
};

TEST_P(SourceGroupValidity, MBR_2_NoRanges)
{
    SourceGroupEntry entry;
    entry.source = Ipv4Address(GetParam().source);
    entry.sourceMask = Ipv4Mask(GetParam().sourceMask);
    entry.group = Ipv4Address(GetParam().group);
    entry.groupMask = Ipv4Mask(GetParam().groupMask);
    EXPECT_EQ(IsValidMembership(entry), GetParam().valid);
}

constexpr auto ZERO = "0.0.0.0";
constexpr auto ONES = "255.255.255.255";

const MembershipCase MEMBERSHIP_CASES[] = {
    {"AnyAny", ZERO, ZERO, ZERO, ZERO, true},
    {"AnySource", ZERO, ZERO, "239.1.1.1", ONES, true},
    {"OneSource", "10.0.0.1", ONES, "239.1.1.1", ONES, true},
    {"SourceSpecificRange", "10.0.0.1", ONES, "232.1.1.1", ONES, true},
    {"LowestGroup", ZERO, ZERO, "224.0.1.0", ONES, true},
    {"HighestGroup", ZERO, ZERO, "239.255.255.255", ONES, true},
    {"LinkLocalGroup", ZERO, ZERO, "224.0.0.251", ONES, false},
    {"LinkLocalLast", ZERO, ZERO, "224.0.0.255", ONES, false},
    {"LinkLocalFirst", ZERO, ZERO, "224.0.0.0", ONES, false},
    {"UnicastGroup", ZERO, ZERO, "10.1.1.1", ONES, false},
    {"BelowMulticast", ZERO, ZERO, "223.255.255.255", ONES, false},
    {"AboveMulticast", ZERO, ZERO, "240.0.0.0", ONES, false},
    {"GroupRange", ZERO, ZERO, "239.1.0.0", "255.255.0.0", false},
    {"GroupWithoutMask", ZERO, ZERO, "239.1.1.1", ZERO, false},
    {"MaskWithoutGroup", ZERO, ZERO, ZERO, ONES, false},
    {"SourceRange", "10.0.0.0", "255.0.0.0", "239.1.1.1", ONES, false},
    {"SourceWithoutMask", "10.0.0.1", ZERO, "239.1.1.1", ONES, false},
    {"MaskWithoutSource", ZERO, ONES, "239.1.1.1", ONES, false},
    {"SourceWithAnyGroup", "10.0.0.1", ONES, ZERO, ZERO, false},
};

INSTANTIATE_TEST_SUITE_P(Memberships,
                         SourceGroupValidity,
                         testing::ValuesIn(MEMBERSHIP_CASES),
                         [](const auto& test) { return test.param.name; });

TEST(SourceGroup, EntryHasTheMasksThatSayIt)
{
    const SourceGroup specific{Ipv4Address("10.0.0.1"), Ipv4Address("239.1.1.1")};
    const SourceGroup anySource{Ipv4Address("0.0.0.0"), Ipv4Address("239.1.1.1")};
    for (const auto& key : {specific, anySource, SourceGroup{}})
    {
        const SourceGroupEntry entry(key);
        EXPECT_EQ(entry.ToSourceGroup(), key);
        EXPECT_EQ(entry.sourceMask.Get(), key.IsAnySource() ? 0 : 0xFFFFFFFF);
        EXPECT_EQ(entry.groupMask.Get(), key.IsAnyGroup() ? 0 : 0xFFFFFFFF);
    }
}

TEST(SourceGroup, MFE_6_OrderIsByGroupThenSource)
{
    const SourceGroup first{Ipv4Address("10.0.0.2"), Ipv4Address("239.1.1.1")};
    const SourceGroup second{Ipv4Address("10.0.0.1"), Ipv4Address("239.1.1.2")};
    const SourceGroup third{Ipv4Address("10.0.0.2"), Ipv4Address("239.1.1.2")};
    EXPECT_TRUE(first < second);
    EXPECT_TRUE(second < third);
    EXPECT_FALSE(second < first);
    EXPECT_FALSE(third < third);
}

TEST(SourceGroup, IsWrittenWithStars)
{
    std::ostringstream os;
    os << SourceGroup{} << SourceGroup{Ipv4Address("0.0.0.0"), Ipv4Address("239.1.1.1")}
       << SourceGroup{Ipv4Address("10.0.0.1"), Ipv4Address("239.1.1.1")};
    EXPECT_EQ(os.str(), "(*,*)(*,239.1.1.1)(10.0.0.1,239.1.1.1)");
}

TEST(SourceGroup, HashOfNeighborsDiffers)
{
    std::unordered_set<std::size_t> hashes;
    for (uint32_t source = 0; source < 16; ++source)
    {
        for (uint32_t group = 0; group < 16; ++group)
        {
            hashes.insert(SourceGroupHash()(
                {Ipv4Address(0x0A000000 + source), Ipv4Address(0xEF000000 + group)}));
        }
    }
    EXPECT_EQ(hashes.size(), 256U);
}

} // namespace mgm
} // namespace ns3
