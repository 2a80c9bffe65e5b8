/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_STARTUP_TEXT_H
#define MGM_STARTUP_TEXT_H

#include "ns3/mgm-trace-record.h"

#include <string>
#include <string_view>

namespace ns3
{
namespace mgm
{

/**
 * @name What start-up tables say about trace records
 * @{
 */

/**
 * @param op a function of the manager
 * @return what tables call it
 */
std::string DescribeCall(std::string_view op);

/**
 * @param record a record
 * @return interface, source and group of it
 */
std::string DescribeSubject(const TraceRecord& record);

/**
 * @param record a call
 * @return what it is about and what it chooses, unless that is what nearly every call chooses
 */
std::string DescribeArguments(const TraceRecord& record);

/**
 * @param record a record that a call led to
 * @return what it says
 */
std::string DescribeConsequence(const TraceRecord& record);

/**
 * @param record a record
 * @return its client, as the title of a table
 */
std::string DescribeClient(const TraceRecord& record);

/** @} */

} // namespace mgm
} // namespace ns3

#endif // MGM_STARTUP_TEXT_H
