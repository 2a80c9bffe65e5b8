/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-trace-command.h"

#include "mgm-subcommands.h"
#include "mgm-trace-check-command.h"
#include "mgm-trace-convert-command.h"
#include "mgm-trace-diff-command.h"
#include "mgm-trace-filter-command.h"
#include "mgm-trace-ladder-command.h"
#include "mgm-trace-merge-command.h"
#include "mgm-trace-stats-command.h"

namespace ns3
{
namespace mgm
{

int
RunTrace(const std::vector<std::string>& arguments)
{
    static const std::vector<Subcommand> SUBCOMMANDS{
        {"check",
         "mgm trace check FILE... [OPTIONS]",
         "check the invariants of the specification on traces",
         &RunTraceCheck},
        {"convert",
         "mgm trace convert IN OUT [OPTIONS]",
         "write a trace in another format, compress or unpack it",
         &RunTraceConvert},
        {"diff",
         "mgm trace diff A B [OPTIONS]",
         "find the first difference of two traces, and count all",
         &RunTraceDiff},
        {"filter",
         "mgm trace filter IN [OPTIONS]",
         "write the records of a trace that options select",
         &RunTraceFilter},
        {"ladder",
         "mgm trace ladder TRACE... [OPTIONS]",
         "draw a trace as a sequence diagram or a timeline",
         &RunTraceLadder},
        {"merge",
         "mgm trace merge RUN-DIRECTORY|TRACE [CAPTURE...] [OPTIONS]",
         "put a trace and captures into one file for Wireshark",
         &RunTraceMerge},
        {"stats",
         "mgm trace stats TRACE [OPTIONS]",
         "show times, latencies and counts of a trace",
         &RunTraceStats},
    };
    return RunSubcommand("mgm trace", SUBCOMMANDS, arguments);
}

} // namespace mgm
} // namespace ns3
