/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "base/mgm-input-error.h"
#include "mgm-test-fixture.h"
#include "scenario/mgm-step-reader.h"

#include <gtest/gtest.h>
#include <string>

namespace ns3
{
namespace mgm
{

/// Steps of a scenario with one link, and one node on it that has each agent.
class StepReaderTest : public MgmTest
{
  protected:
    void SetUp() override
    {
        MgmTest::SetUp();
        LinkSpec link;
        link.name = "lan";
        m_scenario.links.Add(link);
        NodeSpec node;
        node.name = "r1";
        node.interfaces.emplace_back();
        node.hasManager = true;
        node.igmpRouter.emplace();
        node.igmpHost.emplace();
        node.igmpProxy.emplace();
        ProtocolSpec protocol;
        protocol.name = "pim";
        node.protocols.push_back(protocol);
        m_scenario.nodes.Add(node);
    }

    /// @return what the reader says of a step that no schema has judged, without the place
    std::string Refusal(const std::string& step) const
    {
        const JsonDocument document(step, "f");
        try
        {
            ReadStep(JsonValue(document), m_scenario);
        }
        catch (const InputError& error)
        {
            const std::string message = error.what();
            return message.substr(message.find('/'));
        }
        return "none";
    }

  private:
    Scenario m_scenario; ///< the scenario
};

TEST_F(StepReaderTest, AVerbThatTheSchemaWouldLetPassIsNotTakenForAnother)
{
    EXPECT_EQ(Refusal(R"({"at": "1s", "link": "lan", "do": "melt"})"),
              "/do: found \"melt\", expected what a link does");
    EXPECT_EQ(Refusal(R"({"at": "1s", "node": "r1", "do": "melt", "interface": "lan",
                          "group": "239.1.1.1"})"),
              "/do: found \"melt\", expected what a node or its host does");
    EXPECT_EQ(Refusal(R"({"at": "1s", "node": "r1", "protocol": "pim", "do": "melt"})"),
              "/do: found \"melt\", expected what a protocol does");
    EXPECT_EQ(Refusal(R"({"at": "1s", "node": "r1", "protocol": "igmp", "do": "melt"})"),
              "/do: found \"melt\", expected what an IGMP router does, one of \"start\", "
              "\"stop\", \"fail\"");
    EXPECT_EQ(Refusal(R"({"at": "1s", "node": "r1", "protocol": "igmp-proxy", "do": "melt"})"),
              "/do: found \"melt\", expected what an IGMP proxy does, one of \"start\", "
              "\"stop\", \"fail\"");
}

} // namespace mgm
} // namespace ns3
