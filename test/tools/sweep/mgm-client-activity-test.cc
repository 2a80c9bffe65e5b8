/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "json/mgm-json-document.h"
#include "mgm-test-fixture.h"
#include "scenario/mgm-scenario-reader.h"
#include "scenario/mgm-scenario-runner.h"
#include "tools/scenario/mgm-scenario-file.h"

namespace ns3
{
namespace mgm
{

namespace
{

class ClientActivityTest : public MgmTest
{
};

TEST_F(ClientActivityTest, TellsWhatClientsDidAndWhen)
{
    // PIM starts at 10 s, registers, asks for and takes two interfaces, and enumerates (three
    // calls); then it adds and deletes what it is told.
    const auto summary = SummarizeScenario(ReadScenario(ShippedScenario("startup")));
    constexpr int64_t START_NS = 10000000000;
    const auto& pim = summary.at("/nodes/r1/clients/pim"_json_pointer);
    EXPECT_EQ(pim["registered_ns"], START_NS);
    EXPECT_EQ(pim["owner_ns"], START_NS);
    EXPECT_EQ(pim["enumerated_ns"], START_NS);
    EXPECT_EQ(pim["first_callback_ns"], START_NS);
    EXPECT_EQ(pim["callbacks"]["LOCAL_JOIN"], 3);
    EXPECT_EQ(pim["callbacks"]["LOCAL_LEAVE"], 1);
    EXPECT_EQ(pim["callbacks"]["PRUNE_ALERT"], 1);
    EXPECT_EQ(pim["callbacks"]["WRONG_IF"], 0);
    EXPECT_EQ(pim["callbacks"].size(), 9U);
    EXPECT_EQ(pim["calls"], 1 + 2 + 2 + 3 + 3 + 1);
    const auto& igmp = summary.at("/nodes/r1/clients/igmp"_json_pointer);
    EXPECT_EQ(igmp["registered_ns"], 0);
    EXPECT_EQ(igmp["owner_ns"], 0);
    EXPECT_EQ(igmp["enumerated_ns"], nullptr);
    EXPECT_EQ(igmp["callbacks"]["DISABLE_IGMP"], 1);
    EXPECT_EQ(summary["unmet_expectations"], 0);
}

TEST_F(ClientActivityTest, IsEmptyForAClientThatNeverStarts)
{
    const auto summary =
        SummarizeScenario(ReadScenario(ShippedScenario("startup"), {{"/stop", "5s", "--stop 5s"}}));
    const auto& pim = summary.at("/nodes/r1/clients/pim"_json_pointer);
    EXPECT_EQ(pim["calls"], 0);
    EXPECT_EQ(pim["registered_ns"], nullptr);
    EXPECT_EQ(pim["owner_ns"], nullptr);
    EXPECT_EQ(pim["first_callback_ns"], nullptr);
    EXPECT_GT(summary["unmet_expectations"], 0);
}

TEST_F(ClientActivityTest, StreamsTellWhenTheirFirstPacketCame)
{
    // Packets leave each 100 ms; PIM starts at 10.05 s, so that the one of 10.1 s is the first one
    // to pass. It takes two hops: a line of 1 ms, and a LAN.
    const auto summary = SummarizeScenario(ReadScenario(ShippedScenario("late-start")));
    const auto first = summary.at("/streams/0/first_packet_ns"_json_pointer).get<int64_t>();
    EXPECT_GT(first, 10101000000);
    EXPECT_LT(first, 10102000000);
}

} // namespace

} // namespace mgm
} // namespace ns3
