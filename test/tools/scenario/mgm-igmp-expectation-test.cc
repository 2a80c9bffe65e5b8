/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-scenario-run.h"

namespace ns3
{
namespace mgm
{

namespace
{

/// A router of IGMPv3 with two hosts that join at 11 s. With the robustness 1 one of them reports
/// that once, and the Group Membership Interval is 125 s + 10 s.
class IgmpExpectation : public ScenarioRun
{
  protected:
    /// Runs it with one expectation. Returns what was wrong, or an empty text.
    std::string Check(const std::string& expectation)
    {
        auto scenario = Json::parse(R"({
          "name": "test",
          "stop": "20s",
          "links": {"lan": {"type": "csma", "subnet": "10.1.1.0/24"}},
          "nodes": {
            "r": {
              "interfaces": {"lan": "10.1.1.1"},
              "igmp-router": {"attributes": {"RobustnessVariable": 1}}
            },
            "h": {
              "interfaces": {"lan": "10.1.1.2"},
              "igmp-host": {"attributes": {"RobustnessVariable": 1}}
            },
            "g": {"interfaces": {"lan": "10.1.1.3"}, "igmp-host": {}}
          },
          "steps": [
            {"at": "11s", "node": "h", "do": "join", "interface": "lan", "group": "239.1.1.1"},
            {
              "at": "11s",
              "node": "g",
              "do": "filter",
              "interface": "lan",
              "group": "239.1.1.2",
              "mode": "include",
              "sources": ["10.0.0.1", "10.0.0.2"]
            }
          ]
        })");
        scenario["expect"] = Json::array({Json::parse(expectation)});
        const auto failures = Run(scenario);
        return failures.empty() ? "" : failures.front();
    }

    const std::string m_group{
        R"({"igmp-group": {"node": "r", "interface": "lan", "group": "239.1.1.1", )"};
    const std::string m_sources{
        R"({"igmp-group": {"node": "r", "interface": "lan", "group": "239.1.1.2", )"};
    const std::string m_querier{R"({"querier": {"node": "r", "interface": "lan", )"};
};

TEST_F(IgmpExpectation, RFC_3376_6_2_1_ComparesTheFilterMode)
{
    EXPECT_EQ(Check(m_group + R"("mode": "exclude"}})"), "");
    EXPECT_EQ(Check(m_sources + R"("mode": "include"}})"), "");
    EXPECT_EQ(Check(m_group + R"("mode": "include"}})"),
              "/expect/0: found mode exclude, expected mode include");
}

TEST_F(IgmpExpectation, ComparesWhetherThereIsAState)
{
    EXPECT_EQ(Check(m_group + R"("at": "10.9s", "mode": null}})"), "");
    EXPECT_EQ(Check(m_group + R"("at": "10.9s", "mode": "exclude"}})"),
              "/expect/0: found no state of the group, expected a state of the group");
    EXPECT_EQ(Check(m_group + R"("at": "10.9s", "timer": "0s"}})"),
              "/expect/0: found no state of the group, expected a state of the group");
    EXPECT_NE(Check(m_sources + R"("mode": null}})"), "");
}

/// The report arrives some microseconds after the join.
TEST_F(IgmpExpectation, RFC_3376_8_4_ComparesTheGroupTimer)
{
    EXPECT_EQ(Check(m_group + R"("at": "12s", "timer": "134s"}})"), "") << "less than 1 ms off";
    EXPECT_EQ(Check(m_group + R"("at": "12s", "timer": "running"}})"), "");
    EXPECT_EQ(Check(m_group + R"("at": "12s", "timer": {"at-least": "134s"}}})"), "");
    EXPECT_EQ(Check(m_group + R"("at": "12s", "timer": "134.5s", "tolerance": "0.6s"}})"), "");
    EXPECT_EQ(Check(m_sources + R"("at": "12s", "timer": "0s"}})"), "");
    EXPECT_EQ(Check(m_sources + R"("at": "12s", "timer": "running"}})"),
              "/expect/0: found timer stopped, expected timer running");
    EXPECT_EQ(Check(m_sources + R"("at": "12s", "timer": "1ms"}})"),
              "/expect/0: found timer stopped, expected timer 0.000000001 s to 0.002 s")
        << "a timer that does not run is none that soon ends";
    const auto found = Check(m_group + R"("at": "12s", "timer": "135s"}})");
    EXPECT_NE(found.find("found timer 134.0000"), found.npos) << found;
    EXPECT_NE(found.find("expected timer 134.999 s to 135.001 s"), found.npos) << found;
    EXPECT_NE(Check(m_group + R"("at": "12s", "timer": "0s"}})"), "");
}

TEST_F(IgmpExpectation, RFC_3376_6_2_3_ComparesTheSourceRecords)
{
    EXPECT_EQ(Check(m_sources + R"("sources": {"10.0.0.2": "running", "10.0.0.1": "running"}}})"),
              "");
    EXPECT_EQ(Check(m_group + R"("sources": {}}})"), "");
    const auto found = Check(m_sources + R"("sources": {"10.0.0.1": "running"}}})");
    EXPECT_NE(found.find("found sources 10.0.0.1 (12"), found.npos) << found;
    EXPECT_NE(found.find("expected sources 10.0.0.1 (running)"), found.npos) << found;
    EXPECT_EQ(Check(m_group + R"("sources": {"10.0.0.1": "0s"}}})"),
              "/expect/0: found sources none, expected sources 10.0.0.1 (stopped)");
    EXPECT_NE(Check(m_sources + R"("sources": {"10.0.0.2": "running", "10.0.0.1": "0s"}}})"), "");
}

TEST_F(IgmpExpectation, RFC_3376_7_3_2_ComparesTheCompatibilityMode)
{
    EXPECT_EQ(Check(m_group + R"("compatibility": 3}})"), "");
    EXPECT_EQ(Check(m_group + R"("compatibility": 2, "mode": "include"}})"),
              "/expect/0: found mode exclude, compatibility 3, expected mode include, "
              "compatibility 2");
}

TEST_F(IgmpExpectation, RFC_3376_6_6_2_ComparesTheQuerier)
{
    EXPECT_EQ(Check(m_querier + R"("is": "r", "timer": "0s"}})"), "");
    EXPECT_EQ(Check(m_querier + R"("is": "10.1.1.1"}})"), "");
    EXPECT_EQ(Check(m_querier + R"("is": "h", "timer": "1s"}})"),
              "/expect/0: found querier 10.1.1.1, timer stopped, expected querier h "
              "(10.1.1.2), timer 0.999 s to 1.001 s");
    EXPECT_EQ(Check(m_querier + R"("is": null}})"),
              "/expect/0: found querier 10.1.1.1, expected querier nobody");
}

TEST_F(IgmpExpectation, ALookBehindTheEndIsNotMet)
{
    EXPECT_EQ(Check(m_querier + R"("is": "r", "at": "21s"}})"),
              "/expect/0: found the end of the run before, expected a look at 21 s");
}

} // namespace

} // namespace mgm
} // namespace ns3
