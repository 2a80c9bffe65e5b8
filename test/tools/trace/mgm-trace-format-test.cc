/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "trace/mgm-trace-format.h"

#include <gtest/gtest.h>

namespace ns3
{
namespace mgm
{

TEST(TraceFormats, HaveNamesAndFiles)
{
    EXPECT_EQ(GetTraceFileName(TraceFormatFromString("jsonl").value()), "trace.jsonl");
    EXPECT_EQ(GetTraceFileName(TraceFormatFromString("csv").value()), "trace.csv");
    EXPECT_EQ(GetTraceFileName(TraceFormatFromString("ascii").value()), "trace.txt");
    EXPECT_FALSE(TraceFormatFromString("xml"));
}

} // namespace mgm
} // namespace ns3
