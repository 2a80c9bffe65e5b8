/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "explore/mgm-exploration-report.h"

#include <gtest/gtest.h>
#include <sstream>

namespace ns3
{
namespace mgm
{

TEST(ExplorationReport, SaysWhatABrokenRuleIs)
{
    Exploration exploration;
    exploration.faults.resize(2);
    exploration.faults[0].name = "I9 on r: DeRegisterMProtocol by pim";
    exploration.faults[1].name = "expectation /expect/0";
    const Scenario scenario;
    std::ostringstream text;
    ExplorationReport(scenario, exploration, "out", "mgm run").Print(text);
    EXPECT_NE(text.str().find("  I9 on r: DeRegisterMProtocol by pim\n"
                              "    A dead handle changes nothing.\n"
                              "    in 0 of 0 explored"),
              std::string::npos)
        << text.str();
    EXPECT_NE(text.str().find("  expectation /expect/0\n    in 0 of 0 explored"), std::string::npos)
        << text.str();
}

} // namespace mgm
} // namespace ns3
