/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_SAMPLE_RECORDS_H
#define MGM_SAMPLE_RECORDS_H

#include "ns3/mgm-trace-header.h"
#include "ns3/mgm-trace-record.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace ns3
{
namespace mgm
{

/// A text with everything that CSV and JSON have to treat with care.
inline constexpr std::string_view AWKWARD_TEXT =
    "a \"quoted\", comma,\r\nline\ttab \\ \x01 \xC3\xA9";

/// The columns, as design/architecture.md ("The trace is the product") and the issue name them.
inline const std::vector<std::string> COLUMN_NAMES{
    "seq",     "t_ns",   "cause", "depth", "node",  "kind",   "op",  "client", "client_name", "if",
    "nexthop", "source", "group", "old",   "event", "action", "new", "status", "detail",
};

/// Columns whose values are numbers.
inline const std::vector<std::string> NUMBER_COLUMNS{"seq", "t_ns", "cause", "depth", "node", "if"};

/// @return a record with a value in every column
inline TraceRecord
FullRecord()
{
    TraceRecord record;
    record.seq = 18446744073709551615ULL;
    record.timeNs = 9223372036854775807LL;
    record.cause = 18446744073709551614ULL;
    record.depth = 3;
    record.node = 4294967295U;
    record.kind = TraceKind::CALLBACK_RETURN;
    record.op = "LOCAL_JOIN";
    record.client = ClientId{4294967295U, 4294967294U};
    record.clientName = "pim";
    record.interface = InterfaceId{7, Ipv4Address("255.255.255.254")};
    record.sourceGroup = SourceGroup{Ipv4Address("192.168.100.200"), Ipv4Address("239.1.2.3")};
    record.oldState = "MEMBERS";
    record.event = "timeout";
    record.action = "clear";
    record.newState = "NO_MEMBERS";
    record.status = Status::ERROR_CAN_NOT_COMPLETE;
    record.detail = AWKWARD_TEXT;
    return record;
}

/// The columns of FullRecord(), written down by hand.
inline const std::map<std::string, std::string> FULL_VALUES{
    {"seq", "18446744073709551615"},
    {"t_ns", "9223372036854775807"},
    {"cause", "18446744073709551614"},
    {"depth", "3"},
    {"node", "4294967295"},
    {"kind", "callback-return"},
    {"op", "LOCAL_JOIN"},
    {"client", "4294967295/4294967294"},
    {"client_name", "pim"},
    {"if", "7"},
    {"nexthop", "255.255.255.254"},
    {"source", "192.168.100.200"},
    {"group", "239.1.2.3"},
    {"old", "MEMBERS"},
    {"event", "timeout"},
    {"action", "clear"},
    {"new", "NO_MEMBERS"},
    {"status", "ERROR_CAN_NOT_COMPLETE"},
    {"detail", std::string(AWKWARD_TEXT)},
};

/// The columns of a record in which nothing is set.
inline const std::map<std::string, std::string> BARE_VALUES{
    {"seq", "0"},
    {"t_ns", "0"},
    {"depth", "0"},
    {"node", "0"},
    {"kind", "event"},
};

/// @return a header with awkward texts
inline TraceHeader
SampleHeader()
{
    return {"3.37",
            "sha256:12ab",
            5,
            18446744073709551615ULL,
            "mgm run \"a b.json\"\n--run 2",
            {{0, "r1", {{1, "lan 1", 4}, {2, "wan", 0}}}, {3, "h1", {}}}};
}

} // namespace mgm
} // namespace ns3

#endif // MGM_SAMPLE_RECORDS_H
