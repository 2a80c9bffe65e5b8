/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "tools/scenario/mgm-scenario-run.h"

#include <gtest/gtest.h>

using namespace ns3::mgm;

namespace
{

class LossStepTest : public ScenarioRun
{
  protected:
    /// A join of the group of these tests.
    static Json Join(const std::string& host, const std::string& at)
    {
        return {{"at", at},
                {"node", host},
                {"do", "join"},
                {"interface", "lan1"},
                {"group", "239.1.1.1"}};
    }

    /// That a host loses two of ten packets.
    static Json LosesTwo(const std::string& host)
    {
        return {{"stream", {{"node", host}, {"group", "239.1.1.1"}, {"sent", 10}, {"lost", 2}}}};
    }
};

TEST_F(LossStepTest, LosesPacketsAtAllReceivers)
{
    // 10 packets, of which the link loses the 4th and the 5th: at 2.3 s and 2.4 s.
    const Json scenario = {
        {"name", "s"},
        {"stop", "4s"},
        {"links", {{"lan1", {{"type", "csma"}, {"subnet", "10.1.1.0/24"}}}}},
        {"nodes",
         {{"s", {{"interfaces", {{"lan1", "10.1.1.1"}}}}},
          {"h1", {{"interfaces", {{"lan1", "10.1.1.11"}}}, {"igmp-host", {{"version", 3}}}}},
          {"h2", {{"interfaces", {{"lan1", "10.1.1.12"}}}, {"igmp-host", {{"version", 3}}}}}}},
        {"traffic",
         {{{"node", "s"},
           {"interface", "lan1"},
           {"group", "239.1.1.1"},
           {"start", "2s"},
           {"stop", "3s"},
           {"interval", "100ms"}}}},
        {"steps",
         {Join("h1", "0s"),
          Join("h2", "0s"),
          {{"at", "2.25s"}, {"link", "lan1"}, {"do", "lose"}, {"packets", 2}}}},
        {"expect",
         {LosesTwo("h1"),
          LosesTwo("h2"),
          {{"records",
            {{"match", {{"kind", "drop"}, {"op", "data"}, {"event", "device-phy-rx"}}},
             {"between", {"2.3s", "2.45s"}},
             {"count", 4}}}}}}};
    EXPECT_EQ(Run(scenario), ALL_MET);
}

TEST_F(LossStepTest, TracesLostMessages)
{
    // The first report of the join is lost at both others; it is repeated (RFC 3376 section 8.1).
    const Json scenario = {
        {"name", "s"},
        {"stop", "4s"},
        {"links", {{"lan1", {{"type", "csma"}, {"subnet", "10.1.1.0/24"}}}}},
        {"nodes",
         {{"r1", {{"interfaces", {{"lan1", "10.1.1.1"}}}, {"igmp-router", Json::object()}}},
          {"h1", {{"interfaces", {{"lan1", "10.1.1.11"}}}, {"igmp-host", {{"version", 3}}}}},
          {"h2", {{"interfaces", {{"lan1", "10.1.1.12"}}}, {"igmp-host", {{"version", 3}}}}}}},
        {"steps", {{{"at", "1s"}, {"link", "lan1"}, {"do", "lose"}}, Join("h1", "1s")}},
        {"expect",
         {{{"records", {{"match", {{"kind", "drop"}, {"op", "message"}}}, {"count", 2}}}},
          {{"members", {{"node", "r1"}, {"interface", "lan1"}, {"groups", {"239.1.1.1"}}}}}}}};
    EXPECT_EQ(Run(scenario), ALL_MET);
}

} // namespace
