/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-pim-dense-fixture.h"

#include "ns3/mgm-pim-dense-macros.h"

namespace ns3
{
namespace mgm
{

/// @brief The macros of a router with the interfaces 1 to 8, the first of which leads to the
/// source.
class PimDenseMacrosTest : public MgmTest, protected PimDenseStates
{
  protected:
    PimDenseFakeNode m_node;                      ///< The router.
    PimInterfaceSet m_pruned;                     ///< Where DownstreamPState is Pruned.
    std::map<uint32_t, PimDenseMetric> m_winners; ///< Who has won where this router has lost.
    const SourceGroup m_stream{"10.9.0.1", "239.1.1.1"}; ///< The stream.
    PimDenseMacros m_macros{m_node, m_stream, *this};    ///< The macros.

    void SetUp() override
    {
        MgmTest::SetUp();
        for (uint32_t i = 1; i <= 8; ++i)
        {
            m_node.links[i].address = Ipv4Address(0x0A000001 + (i << 8));
        }
        m_node.route = PimDenseRoute{1, Ipv4Address("10.0.1.2"), false, false, 110, 20, 24};
    }

    /// @brief Puts a neighbor on interfaces. @param interfaces the interfaces
    void AddNeighbors(const PimInterfaceSet& interfaces)
    {
        for (const auto i : interfaces)
        {
            m_node.links.at(i).neighbors.insert(Ipv4Address(0x0A000002 + (i << 8)));
        }
    }

    bool IsPruned(uint32_t interface) const override
    {
        return m_pruned.count(interface) != 0;
    }

    bool IsAssertLoser(uint32_t interface) const override
    {
        return m_winners.count(interface) != 0;
    }

    bool HasNoAssert(uint32_t interface) const override
    {
        return m_winners.count(interface) == 0;
    }

    PimDenseMetric GetAssertWinner(uint32_t interface) const override
    {
        const auto found = m_winners.find(interface);
        return found == m_winners.end() ? PimDenseMetric() : found->second;
    }
};

namespace
{

using Set = PimInterfaceSet;

} // namespace

TEST_F(PimDenseMacrosTest, RFC_3973_4_1_3_Sets)
{
    AddNeighbors({1, 2, 3});
    m_pruned = {3};
    m_node.links.at(4).includesAny = true;
    m_node.links.at(5).includes = true;
    m_node.links.at(6).excludes = true;
    m_node.links.at(7).isBoundary = true;
    m_winners[8] = {110, 10, Ipv4Address("10.0.8.2")};
    EXPECT_EQ(m_macros.PimNbrs(), Set({1, 2, 3}));
    EXPECT_EQ(m_macros.Prunes(), Set({3}));
    EXPECT_EQ(m_macros.PimIncludeAnySource(), Set({4}));
    EXPECT_EQ(m_macros.PimInclude(), Set({5}));
    EXPECT_EQ(m_macros.PimExclude(), Set({6}));
    EXPECT_EQ(m_macros.Boundary(), Set({7}));
    EXPECT_EQ(m_macros.LostAssert(), Set({8}));
    EXPECT_EQ(m_macros.ImmediateOlist(), Set({1, 2, 4, 5}));
    EXPECT_EQ(m_macros.Olist(), Set({2, 4, 5}));
}

TEST_F(PimDenseMacrosTest, RFC_3973_4_1_3_MembersAreIndependentOfPrunes)
{
    AddNeighbors({2, 3});
    m_pruned = {2, 3};
    m_node.links.at(2).includesAny = true;
    m_node.links.at(3).includes = true;
    EXPECT_EQ(m_macros.Olist(), Set({2, 3}));
}

TEST_F(PimDenseMacrosTest, RFC_3973_4_1_3_ExcludedSource)
{
    m_node.links.at(2).includesAny = true;
    m_node.links.at(2).excludes = true;
    m_node.links.at(3).includesAny = true;
    EXPECT_EQ(m_macros.Olist(), Set({3}));
    AddNeighbors({2});
    EXPECT_EQ(m_macros.Olist(), Set({2, 3})) << "a neighbor may want it";
    m_pruned = {2};
    EXPECT_EQ(m_macros.Olist(), Set({3}));
}

TEST_F(PimDenseMacrosTest, RFC_3973_4_1_3_LostAssertAndBoundaryExcludeMembers)
{
    AddNeighbors({2, 3});
    m_node.links.at(2).includesAny = true;
    m_node.links.at(3).includesAny = true;
    m_winners[2] = {110, 10, Ipv4Address("10.0.2.2")};
    m_node.links.at(3).isBoundary = true;
    EXPECT_EQ(m_macros.Olist(), Set());
}

TEST_F(PimDenseMacrosTest, RFC_3973_4_1_3_RpfPrime)
{
    EXPECT_EQ(m_macros.RpfInterface(), 1U);
    EXPECT_EQ(m_macros.RpfPrime(), Ipv4Address("10.0.1.2"));
    m_winners[1] = {110, 10, Ipv4Address("10.0.1.3")};
    EXPECT_TRUE(m_macros.IAmAssertLoser(1));
    EXPECT_EQ(m_macros.RpfPrime(), Ipv4Address("10.0.1.3"));
    EXPECT_TRUE(m_macros.HasUpstream());
}

TEST_F(PimDenseMacrosTest, RFC_3973_4_1_3_SourceConnected)
{
    m_node.route->isDirect = true;
    EXPECT_EQ(m_macros.RpfInterface(), 1U);
    EXPECT_EQ(m_macros.RpfPrime(), Ipv4Address("0.0.0.0"));
    EXPECT_FALSE(m_macros.HasUpstream());
}

TEST_F(PimDenseMacrosTest, RFC_3973_4_1_3_NoRoute)
{
    AddNeighbors({1, 2});
    m_node.route->interface = 9;
    EXPECT_EQ(m_macros.RpfInterface(), std::nullopt) << "PIM is not in service there";
    m_node.route.reset();
    EXPECT_EQ(m_macros.RpfInterface(), std::nullopt);
    EXPECT_EQ(m_macros.RpfPrime(), Ipv4Address("0.0.0.0"));
    EXPECT_FALSE(m_macros.HasUpstream());
    EXPECT_FALSE(m_macros.CouldAssert(2));
    EXPECT_TRUE(m_macros.SptAssertMetric(2).IsInfinite());
    EXPECT_EQ(m_macros.ImmediateOlist(), Set({1, 2}));
    EXPECT_EQ(m_macros.Olist(), Set());
}

TEST_F(PimDenseMacrosTest, RFC_3973_4_6_1_Metrics)
{
    const auto own = m_macros.MyAssertMetric(2);
    EXPECT_EQ(own.preference, 110U);
    EXPECT_EQ(own.metric, 20U);
    EXPECT_EQ(own.address, Ipv4Address("10.0.2.1"));
    EXPECT_TRUE(m_macros.CouldAssert(2));
    EXPECT_FALSE(m_macros.CouldAssert(1));
    EXPECT_TRUE(m_macros.MyAssertMetric(1).IsInfinite());
    EXPECT_EQ(m_macros.SptAssertMetric(1).metric, 20U);
}

TEST_F(PimDenseMacrosTest, RFC_3973_4_6_3_LostAssert)
{
    m_winners[1] = {110, 10, Ipv4Address("10.0.1.2")};
    m_winners[2] = {110, 30, Ipv4Address("10.0.2.2")};
    m_winners[3] = {110, 20, Ipv4Address("10.0.3.2")};
    EXPECT_FALSE(m_macros.LostAssert(1)) << "RPF_interface(S)";
    EXPECT_FALSE(m_macros.LostAssert(2)) << "the own metric is better";
    EXPECT_TRUE(m_macros.LostAssert(3)) << "by its address";
    EXPECT_FALSE(m_macros.LostAssert(4)) << "nobody has won";
}

TEST_F(PimDenseMacrosTest, RFC_3973_4_8_JpOverrideInterval)
{
    EXPECT_EQ(m_macros.JpOverrideInterval(2), Seconds(3));
    m_node.links.at(2).overrideInterval = Seconds(30);
    m_node.links.at(2).propagationDelay = MilliSeconds(1500);
    EXPECT_EQ(m_macros.JpOverrideInterval(2), MilliSeconds(31500));
}

} // namespace mgm
} // namespace ns3
