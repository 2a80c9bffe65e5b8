/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "base/mgm-input-error.h"
#include "model/trace/mgm-sample-records.h"
#include "trace/mgm-trace-selection.h"

#include <gtest/gtest.h>

namespace ns3
{
namespace mgm
{

namespace
{

/// A record of node 0, interface 1, client 7/1 named "pim", (*, 239.1.2.3), at 10 ns.
TraceRecord
CallRecord()
{
    TraceRecord record;
    record.seq = 1;
    record.timeNs = 10;
    record.kind = TraceKind::CALL;
    record.op = "AddMembership";
    record.client = ClientId{7, 1};
    record.clientName = "pim";
    record.interface = InterfaceId{1, Ipv4Address("0.0.0.0")};
    record.sourceGroup = SourceGroup{Ipv4Address("0.0.0.0"), Ipv4Address("239.1.2.3")};
    return record;
}

bool
Selects(const TraceSelectionOptions& options, const TraceRecord& record = CallRecord())
{
    return TraceSelection(options, SampleHeader()).Selects(record);
}

using Member = std::vector<std::string> TraceSelectionOptions::*;

TraceSelectionOptions
Only(Member member, const std::vector<std::string>& values)
{
    TraceSelectionOptions options;
    options.*member = values;
    return options;
}

std::string
FaultOf(Member member, const std::string& value)
{
    try
    {
        Selects(Only(member, {value}));
        return "";
    }
    catch (const InputError& error)
    {
        return error.what();
    }
}

} // namespace

TEST(TraceSelection, ValuesOfOneListAreAlternatives)
{
    using Options = TraceSelectionOptions;
    EXPECT_TRUE(Selects({}));
    for (const auto& [member, fitting, other] :
         std::vector<std::tuple<Member, std::vector<std::string>, std::string>>{
             {&Options::nodes, {"r1", "0"}, "h1"},
             {&Options::clients, {"pim", "7/1"}, "7/2"},
             {&Options::interfaces, {"lan 1", "1"}, "wan"},
             {&Options::groups, {"239.1.2.3"}, "*"},
             {&Options::sources, {"*"}, "10.0.0.1"},
             {&Options::kinds, {"call"}, "return"},
             {&Options::ops, {"AddMembership"}, "Add"},
         })
    {
        EXPECT_FALSE(Selects(Only(member, {other})));
        for (const auto& value : fitting)
        {
            EXPECT_TRUE(Selects(Only(member, {value}))) << value;
            EXPECT_TRUE(Selects(Only(member, {other, value}))) << value;
        }
    }
}

TEST(TraceSelection, DifferentListsMustAllFit)
{
    auto options = Only(&TraceSelectionOptions::nodes, {"r1"});
    options.kinds = {"call"};
    EXPECT_TRUE(Selects(options));
    options.ops = {"other"};
    EXPECT_FALSE(Selects(options));
}

TEST(TraceSelection, TimesAreFromUpToUntil)
{
    TraceSelectionOptions options;
    options.fromNs = 10;
    EXPECT_TRUE(Selects(options));
    options.untilNs = 11;
    EXPECT_TRUE(Selects(options));
    options.untilNs = 10;
    EXPECT_FALSE(Selects(options));
}

TEST(TraceSelection, RecordsWithoutAValueDoNotFit)
{
    TraceRecord bare;
    using Options = TraceSelectionOptions;
    EXPECT_FALSE(Selects(Only(&Options::clients, {"pim"}), bare));
    EXPECT_FALSE(Selects(Only(&Options::interfaces, {"1"}), bare));
    EXPECT_FALSE(Selects(Only(&Options::groups, {"*"}), bare));
    // Interface 1 of another node is not the one that the header introduces.
    auto record = CallRecord();
    record.node = 3;
    EXPECT_FALSE(Selects(Only(&Options::interfaces, {"lan 1"}), record));
}

TEST(TraceSelection, UnknownNamesAreRefused)
{
    using Options = TraceSelectionOptions;
    EXPECT_EQ(FaultOf(&Options::nodes, "r9"), "--node: found \"r9\", expected one of h1, r1");
    EXPECT_EQ(FaultOf(&Options::interfaces, "7"),
              "--interface: found \"7\", expected one of lan 1, wan");
    EXPECT_EQ(FaultOf(&Options::groups, "x"),
              "--group: found \"x\", expected an IPv4 address or *");
    EXPECT_EQ(FaultOf(&Options::kinds, "x"),
              "--kind: found \"x\", expected a kind of record, such as call");
}

} // namespace mgm
} // namespace ns3
