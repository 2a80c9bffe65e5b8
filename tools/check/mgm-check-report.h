/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_CHECK_REPORT_H
#define MGM_CHECK_REPORT_H

#include "mgm-trace-checker.h"
#include "mgm-trace-rule.h"

#include <ostream>
#include <string>

namespace ns3
{
namespace mgm
{

/**
 * @brief Writes what a check has found as text.
 * @param os where to write
 * @param file name of the trace
 * @param checker the check
 * @param rules the rules that were checked
 */
void WriteCheckText(std::ostream& os,
                    const std::string& file,
                    const TraceChecker& checker,
                    const TraceRuleSet& rules);

/**
 * @brief Writes what a check has found as one line of JSON.
 * @param os where to write
 * @param file name of the trace
 * @param checker the check
 * @param rules the rules that were checked
 */
void WriteCheckJson(std::ostream& os,
                    const std::string& file,
                    const TraceChecker& checker,
                    const TraceRuleSet& rules);

} // namespace mgm
} // namespace ns3

#endif // MGM_CHECK_REPORT_H
