/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

/// @file
/// @ingroup tests
/// @brief Dense mode as a client of the group manager, in small networks.

#include "mgm-pim-dense-network.h"

namespace ns3
{
namespace mgm
{

/// The topology T6: r1 has the source, r2 and r3 are behind it, r4, r5 and r6 have members.
class PimDenseRouterTest : public PimDenseNetwork
{
  protected:
    void SetUp() override
    {
        PimDenseNetwork::SetUp();
        AddLink("h1", {{"r1", "10.100.0.1"}, {"h1", "10.100.0.2"}});
        AddLink("r1-r2", {{"r1", "10.0.0.1"}, {"r2", "10.0.0.2"}});
        AddLink("r1-r3", {{"r1", "10.1.3.1"}, {"r3", "10.1.3.2"}});
        AddLink("r2-r3", {{"r2", "10.0.1.1"}, {"r3", "10.0.1.2"}});
        AddLink("r2-r4", {{"r2", "10.0.2.1"}, {"r4", "10.0.2.2"}});
        AddLink("h4", {{"r4", "10.104.0.1"}, {"h4", "10.104.0.2"}});
        Install();
    }
};

TEST_F(PimDenseRouterTest, Rfc3973_4_2_FloodsPrunesAndGrafts)
{
    SendFrom("h1", 20, 600, 0.1);
    JoinAt("h4", 40.05);
    LeaveAt("h4", 60.05);
    RunUntil(30);
    for (const auto* name : {"r1", "r2", "r3", "r4"})
    {
        std::cout << name << " " << GetOutgoing(name) << std::endl;
    }
    RunUntil(50);
    for (const auto* name : {"r1", "r2", "r3", "r4"})
    {
        std::cout << name << " " << GetOutgoing(name) << std::endl;
    }
    RunUntil(70);
    for (const auto* name : {"r1", "r2", "r3", "r4"})
    {
        std::cout << name << " " << GetOutgoing(name) << " prunes "
                  << CountMessages(name, "PIM Join/Prune") << " grafts "
                  << CountMessages(name, "PIM Graft") << std::endl;
    }
    RunUntil(90);
    std::cout << GetReceived("h4").size() << std::endl;
}

} // namespace mgm
} // namespace ns3
