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

/// Two routers between the LAN of a source and that of a host, which wants the stream that begins
/// at 20 s. Both are directly connected to the source, so that the greater address wins the assert.
/// Beyond the LAN there is a router without members.
class PimExpectation : public ScenarioRun
{
  protected:
    /// Runs it with one expectation. Returns what was wrong, or an empty text.
    std::string Check(const std::string& expectation)
    {
        auto scenario = Json::parse(R"({
          "name": "test",
          "stop": "30s",
          "links": {
            "src": {"type": "csma", "subnet": "10.1.0.0/24"},
            "lan": {"type": "csma", "subnet": "10.1.1.0/24"},
            "leaf": {"type": "csma", "subnet": "10.1.2.0/24"}
          },
          "nodes": {
            "s": {"interfaces": {"src": "10.1.0.9"}},
            "a": {
              "interfaces": {"src": "10.1.0.1", "lan": "10.1.1.1"},
              "igmp-router": {},
              "pim-dm": {"attributes": {"SendDrPriority": true},
                         "interfaces": {"src": {}, "lan": {"attributes": {"DrPriority": 9}}}}
            },
            "b": {
              "interfaces": {"src": "10.1.0.2", "lan": "10.1.1.2"},
              "igmp-router": {},
              "pim-dm": {"attributes": {"SendDrPriority": true}}
            },
            "d": {
              "interfaces": {"lan": "10.1.1.3", "leaf": "10.1.2.1"},
              "pim-dm": {"attributes": {"SendDrPriority": true, "HelloPeriod": "8s"}}
            },
            "h": {"interfaces": {"lan": "10.1.1.9"}, "igmp-host": {}}
          },
          "traffic": [
            {
              "node": "s",
              "interface": "src",
              "group": "239.1.1.1",
              "start": "20s",
              "interval": "100ms",
              "ttl": 9
            }
          ],
          "steps": [
            {"at": "10s", "node": "h", "do": "join", "interface": "lan", "group": "239.1.1.1"},
            {"at": "28s", "node": "d", "protocol": "pim-dm", "do": "stop"}
          ]
        })");
        scenario["expect"] = Json::array({Json::parse(expectation)});
        const auto failures = Run(scenario);
        return failures.empty() ? "" : failures.front();
    }

    /// As Check(), of what a node knows of the stream at 25 s.
    std::string CheckState(const std::string& node, const std::string& state)
    {
        return Check(R"({"pim-dm": {"at": "25s", "source": "10.1.0.9", "group": "239.1.1.1", )"
                     R"("node": ")" +
                     node + "\", " + state + "}}");
    }

    /// As CheckState(), of what it knows on an interface.
    std::string CheckInterface(const std::string& node,
                               const std::string& link,
                               const std::string& state)
    {
        return CheckState(node, R"("interfaces": {")" + link + "\": {" + state + "}}");
    }

    const std::string m_neighbors{R"({"pim-neighbors": {"node": "a", "interface": "lan", )"};
};

TEST_F(PimExpectation, RFC_3973_4_3_ComparesTheNeighbors)
{
    EXPECT_EQ(Check(m_neighbors + R"("at": "25s", "are": ["d", "10.1.1.2"]}})"), "");
    EXPECT_EQ(Check(m_neighbors + R"("are": ["b"]}})"), "") << "d has taken its leave";
    EXPECT_EQ(Check(m_neighbors + R"("at": "25s", "are": ["b"]}})"),
              "/expect/0: found neighbors 10.1.1.2 10.1.1.3, expected neighbors b (10.1.1.2)");
    EXPECT_EQ(Check(m_neighbors + R"("are": []}})"),
              "/expect/0: found neighbors 10.1.1.2, expected neighbors none");
}

TEST_F(PimExpectation, RFC_7761_4_3_2_ComparesTheDesignatedRouter)
{
    EXPECT_EQ(Check(m_neighbors + R"("dr": "a"}})"), "") << "by its priority";
    EXPECT_EQ(Check(m_neighbors + R"("dr": "b"}})"),
              "/expect/0: found dr 10.1.1.1, expected dr b (10.1.1.2)");
    EXPECT_EQ(Check(m_neighbors + R"("dr": null}})"),
              "/expect/0: found dr 10.1.1.1, expected dr nobody");
    EXPECT_EQ(Check(R"({"pim-neighbors": {"node": "d", "interface": "lan", "dr": null}})"), "")
        << "it is stopped";
}

TEST_F(PimExpectation, ComparesWhetherThereIsAState)
{
    const std::string early =
        R"({"pim-dm": {"at": "19s", "node": "b", "source": "10.1.0.9", "group": "239.1.1.1", )";
    EXPECT_EQ(Check(early + R"("upstream": null}})"), "");
    EXPECT_EQ(Check(early + R"("outgoing": []}})"),
              "/expect/0: found no state of the (S,G), expected a state of the (S,G)");
    EXPECT_EQ(CheckState("b", R"("upstream": null)"),
              "/expect/0: found upstream forwarding, expected no state of the (S,G)");
}

TEST_F(PimExpectation, RFC_3973_4_4_1_ComparesTheUpstreamState)
{
    EXPECT_EQ(CheckState("b", R"("upstream": "forwarding", "prune-limit-timer": "0s")"), "");
    EXPECT_EQ(CheckState("d",
                         R"("upstream": "pruned",
                            "prune-limit-timer": {"at-least": "204.9s", "at-most": "205.2s"})"),
              "");
    EXPECT_EQ(CheckState("d", R"("upstream": "ack-pending", "graft-retry-timer": "3s")"),
              "/expect/0: found upstream pruned, graft-retry timer stopped, expected upstream "
              "ack-pending, graft-retry timer 2.999 s to 3.001 s");
    EXPECT_NE(CheckState("d", R"("override-timer": "running")"), "");
}

TEST_F(PimExpectation, RFC_3973_4_1_3_ComparesWhereItForwards)
{
    EXPECT_EQ(CheckState("b", R"("incoming": "src", "rpf-neighbor": null, "outgoing": ["lan"])"),
              "");
    EXPECT_EQ(CheckState("d", R"("incoming": "lan", "rpf-neighbor": "b", "outgoing": [])"), "");
    EXPECT_EQ(CheckState("d", R"("incoming": "leaf", "outgoing": ["leaf"])"),
              "/expect/0: found incoming lan, outgoing nowhere, expected incoming leaf, outgoing "
              "leaf");
    EXPECT_EQ(CheckState("d", R"("incoming": "lan", "rpf-neighbor": "a")"),
              "/expect/0: found rpf-neighbor 10.1.1.2, expected rpf-neighbor a (10.1.1.1)");
    EXPECT_EQ(CheckState("d", R"("incoming": null)"),
              "/expect/0: found incoming lan, expected incoming none");
}

TEST_F(PimExpectation, RFC_3973_4_5_2_ComparesTheOriginator)
{
    EXPECT_EQ(CheckState("a", R"("originator": "originator")"), "");
    EXPECT_EQ(CheckState("d", R"("originator": "originator")"),
              "/expect/0: found originator not-originator, expected originator originator");
}

// d has pruned at 20 s, and the host keeps the packets on the LAN.
TEST_F(PimExpectation, RFC_3973_4_4_2_ComparesTheDownstreamState)
{
    EXPECT_EQ(CheckInterface("b",
                             "lan",
                             R"("downstream": "pruned", "prune-pending-timer": "0s",
                                "prune-timer": {"at-least": "204s", "at-most": "205.1s"})"),
              "");
    EXPECT_EQ(CheckInterface("b", "lan", R"("downstream": "prune-pending")"),
              "/expect/0: found lan downstream pruned, expected lan downstream prune-pending");
    EXPECT_EQ(CheckInterface("b", "lan", R"("prune-pending-timer": "running")"),
              "/expect/0: found lan prune-pending timer stopped, expected lan prune-pending timer "
              "running");
    EXPECT_NE(CheckInterface("b", "lan", R"("prune-timer": "0s")"), "");
}

TEST_F(PimExpectation, RFC_3973_4_6_ComparesTheAssertState)
{
    EXPECT_EQ(CheckInterface("b", "lan", R"("assert": "winner", "winner": "b")"), "");
    EXPECT_EQ(
        CheckInterface("a",
                       "lan",
                       R"("assert": "loser", "winner": "10.1.1.2", "assert-timer": "running")"),
        "");
    EXPECT_EQ(CheckInterface("a", "lan", R"("assert": "winner", "winner": "a")"),
              "/expect/0: found lan assert loser, lan winner 10.1.1.2, expected lan assert "
              "winner, lan winner a (10.1.1.1)");
    EXPECT_EQ(CheckInterface("d", "leaf", R"("assert": "no-info", "winner": null)"), "");
    EXPECT_EQ(CheckInterface("d", "leaf", R"("winner": "d")"),
              "/expect/0: found leaf winner nobody, expected leaf winner d (10.1.2.1)");
}

TEST_F(PimExpectation, TheSummaryAndTheTablesTellOfNeighborsAndStates)
{
    EXPECT_EQ(CheckState("a", R"("outgoing": [])"), "");
    const auto& a = m_summary["nodes"]["a"]["pim-dm"];
    EXPECT_EQ(a["interfaces"]["lan"]["dr"], "10.1.1.1");
    EXPECT_EQ(a["interfaces"]["lan"]["neighbors"], Json::array({"10.1.1.2"}));
    ASSERT_EQ(a["entries"].size(), 1u);
    const auto& entry = a["entries"][0];
    EXPECT_EQ(entry["source"], "10.1.0.9");
    EXPECT_EQ(entry["upstream"], "forwarding");
    EXPECT_EQ(entry["incoming"], "src");
    EXPECT_EQ(entry["rpf_neighbor"], nullptr);
    EXPECT_EQ(entry["outgoing"], Json::array());
    EXPECT_EQ(entry["interfaces"]["lan"]["assert"], "loser");
    EXPECT_EQ(entry["interfaces"]["lan"]["winner"], "10.1.1.2");
    EXPECT_EQ(m_summary["nodes"]["d"]["pim-dm"]["entries"], Json::array()) << "it is stopped";
    EXPECT_NE(m_report.find("a       lan        10.1.1.1  10.1.1.2\n"), m_report.npos) << m_report;
    EXPECT_NE(m_report.find("b       (10.1.0.9,239.1.1.1)  lan        out      pruned      "
                            "winner   10.1.1.2\n"),
              m_report.npos)
        << m_report;
}

} // namespace

} // namespace mgm
} // namespace ns3
