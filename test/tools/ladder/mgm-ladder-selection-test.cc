/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "base/mgm-input-error.h"
#include "ladder/mgm-ladder.h"
#include "mgm-ladder-sample.h"

#include <functional>
#include <gtest/gtest.h>

namespace ns3
{
namespace mgm
{

using Names = std::vector<std::string>;

/// pim takes lan1 at 10 ns and wan at 20 ns; h1 sends a message; dvmrp does not exist.
SampleTrace
SelectionTrace()
{
    SampleTrace trace;
    trace.Call(10, PIM, "TakeInterfaceOwnership", Status::NO_ERROR, 1);
    trace.Call(20, PIM, "TakeInterfaceOwnership", Status::NO_ERROR, 2);
    trace.Call(20, IGMP, "RegisterMProtocol");
    auto& sent = trace.Add(30, TraceKind::PACKET_TX, "IGMPv2 Report");
    sent.node = 1;
    sent.sourceGroup = SAMPLE_GROUP;
    return trace;
}

Names
Selected(const std::function<void(LadderOptions&)>& select)
{
    LadderOptions options;
    select(options);
    return Labels(LadderOf(SelectionTrace(), options));
}

std::string
Refusal(const std::function<void(LadderOptions&)>& select)
{
    try
    {
        Selected(select);
    }
    catch (const InputError& error)
    {
        return error.what();
    }
    return "";
}

TEST(LadderSelectionTest, SelectsByNodeClientInterfaceAndGroup)
{
    EXPECT_EQ(Selected([](auto& o) { o.nodes = {"h1"}; }), (Names{"IGMPv2 Report"}));
    EXPECT_EQ(Selected([](auto& o) { o.clients = {"igmp"}; }), (Names{"Register"}));
    EXPECT_EQ(Selected([](auto& o) { o.interfaces = {"wan"}; }), (Names{"Take wan"}));
    const std::vector<std::string> both{"lan1", "2"};
    EXPECT_EQ(Selected([&](auto& o) { o.interfaces = both; }), (Names{"Take lan1", "Take wan"}));
    EXPECT_EQ(Selected([](auto& o) { o.groups = {"239.1.1.1"}; }), (Names{"IGMPv2 Report"}));
}

TEST(LadderSelectionTest, SelectsTimesWithoutTheEnd)
{
    const auto labels = Selected([](auto& o) {
        o.fromNs = 20;
        o.untilNs = 30;
    });
    EXPECT_EQ(labels, (Names{"Take wan", "Register"}));
}

TEST(LadderSelectionTest, NamesWhatTheTraceHas)
{
    EXPECT_EQ(Refusal([](auto& o) { o.nodes = {"r7"}; }),
              "--node r7: found no node \"r7\" in the trace, expected one of h1, h2, r1");
    EXPECT_EQ(Refusal([](auto& o) { o.interfaces = {"lan9"}; }),
              "--interface lan9: found no interface \"lan9\" in the trace, expected one of "
              "lan1, wan");
    EXPECT_EQ(Refusal([](auto& o) { o.clients = {"dvmrp"}; }),
              "--client dvmrp: found no client \"dvmrp\" in the trace, expected one of "
              "igmp, pim");
    EXPECT_EQ(Refusal([](auto& o) { o.groups = {"lan1"}; }),
              "--group lan1: found \"lan1\", expected a group such as 239.1.1.1, or *");
}

TEST(LadderSelectionTest, RefusesToDrawNothingOrTooMuch)
{
    EXPECT_EQ(Refusal([](auto& o) { o.fromNs = 31; }),
              "mgm trace ladder: found no record that is selected, expected at least one");
    EXPECT_EQ(Refusal([](auto& o) { o.maxEvents = 4; }), "");
    EXPECT_EQ(Refusal([](auto& o) { o.maxEvents = 3; }).substr(0, 57),
              "mgm trace ladder: found more than 3 events to draw, expec");
}

TEST(LadderSelectionTest, ReadsTimes)
{
    EXPECT_EQ(ReadLadderTime("1.5ms", "--from"), 1500000);
    EXPECT_THROW(ReadLadderTime("soon", "--from"), InputError);
}

} // namespace mgm
} // namespace ns3
