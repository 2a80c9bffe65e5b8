# Copyright (c) 2026 The mgm authors
#
# SPDX-License-Identifier: GPL-2.0-only

# Every source file of the project, listed once for all ways to build.
# One file per line, paths from the project's root in alphabetical order.

set(mgm_sources
    model/core/mgm-deadline-timer.cc
    model/core/mgm-source-group.cc
    model/core/mgm-status.cc
    model/trace/mgm-cause-tag.cc
    model/trace/mgm-json-string.cc
    model/trace/mgm-trace-column.cc
    model/trace/mgm-trace-context.cc
    model/trace/mgm-trace-header.cc
    model/trace/mgm-trace-names.cc
    model/trace/mgm-trace-record.cc
    model/trace/mgm-trace-scope.cc
    model/trace/mgm-trace-writer-ascii.cc
    model/trace/mgm-trace-writer-csv.cc
    model/trace/mgm-trace-writer-jsonl.cc
    model/trace/mgm-trace-writer.cc
    model/trace/mgm-tracer.cc
)

set(mgm_headers
    model/core/mgm-client-callbacks.h
    model/core/mgm-client-id.h
    model/core/mgm-deadline-timer.h
    model/core/mgm-interface-id.h
    model/core/mgm-source-group.h
    model/core/mgm-status.h
    model/core/mgm-transition-table.h
    model/trace/mgm-cause-tag.h
    model/trace/mgm-json-string.h
    model/trace/mgm-trace-column.h
    model/trace/mgm-trace-context.h
    model/trace/mgm-trace-header.h
    model/trace/mgm-trace-names.h
    model/trace/mgm-trace-record.h
    model/trace/mgm-trace-scope.h
    model/trace/mgm-trace-writer-ascii.h
    model/trace/mgm-trace-writer-csv.h
    model/trace/mgm-trace-writer-jsonl.h
    model/trace/mgm-trace-writer.h
    model/trace/mgm-tracer.h
)

set(mgm_command_sources
)

set(mgm_test_sources
    test/core/mgm-deadline-timer-test.cc
    test/core/mgm-identity-test.cc
    test/core/mgm-source-group-test.cc
    test/core/mgm-transition-table-test.cc
    test/mgm-test-fixture.cc
    test/trace/mgm-trace-column-test.cc
    test/trace/mgm-trace-writer-test.cc
    test/trace/mgm-tracer-test.cc
)

set(mgm_bench_sources
)
