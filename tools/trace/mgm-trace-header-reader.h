/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_TRACE_HEADER_READER_H
#define MGM_TRACE_HEADER_READER_H

#include "ns3/mgm-trace-header.h"

#include <string>

namespace ns3
{
namespace mgm
{

/**
 * @brief Reads what a trace says about itself.
 * @param json the header as TraceHeader::ToJson() writes it
 * @param where file and line, for messages
 * @return the header
 * @throws InputError if it is no header, or one of another schema
 */
TraceHeader ReadTraceHeader(const std::string& json, const std::string& where);

} // namespace mgm
} // namespace ns3

#endif // MGM_TRACE_HEADER_READER_H
