/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "stats/mgm-statistics-json.h"
#include "stats/mgm-trace-statistics.h"
#include "tools/scenario/mgm-scenario-run.h"
#include "trace/mgm-trace-reader.h"

namespace ns3
{
namespace mgm
{

/// Reasons of drops from the agent that drops to the table of statistics.
class DropStatistics : public ScenarioRun
{
  protected:
    /**
     * @param router members of the node r that make its IGMP router drop something
     * @param hostVersion version of the host's IGMP
     * @return drops by operation and reason, when the host joins two groups
     */
    Json Drops(const Json& router, int hostVersion)
    {
        Json scenario = Json::parse(R"({
            "name": "drops", "stop": "10s",
            "links": {"lan": {"type": "csma", "subnet": "10.1.1.0/24"}},
            "nodes": {"r": {"interfaces": {"lan": "10.1.1.1"}},
                      "h": {"interfaces": {"lan": "10.1.1.2"}}},
            "steps": [
                {"at": "1s", "node": "h", "do": "join", "interface": "lan", "group": "239.1.1.1"},
                {"at": "2s", "node": "h", "do": "join", "interface": "lan", "group": "239.1.1.2"}],
            "expect": [{"violations": 0}]})");
        scenario["nodes"]["r"]["igmp-router"] = router;
        scenario["nodes"]["h"]["igmp-host"] = {{"version", hostVersion}};
        EXPECT_EQ(Run(scenario), ALL_MET);
        const auto trace = m_directory / "out/trace.csv";
        std::ostringstream text;
        WriteStatisticsJson(text, CollectStatistics(*OpenTrace(trace), trace));
        return Json::parse(text.str())["drops"]["IGMP"];
    }
};

/// What an IGMP router drops, IGMPv3 reports twice (Robustness Variable 2).
TEST_F(DropStatistics, OfIgmpRoutersHaveTheirReasons)
{
    const auto limits = Json::parse(R"({"attributes": {"MaxGroups": 1}})");
    EXPECT_EQ(Drops(limits, 3), Json::parse(R"({"group-limit": 2})"));
}

TEST_F(DropStatistics, TellOneReasonFromAnother)
{
    const auto limits = Json::parse(R"({"attributes": {"OldestHostVersion": 3}})");
    const auto drops = Drops(limits, 2);
    ASSERT_EQ(drops.size(), 1U) << drops;
    EXPECT_EQ(drops.begin().key(), "older-version");
}

} // namespace mgm
} // namespace ns3
