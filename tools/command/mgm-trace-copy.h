/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_TRACE_COPY_H
#define MGM_TRACE_COPY_H

#include "mgm-command-options.h"
#include "trace/mgm-trace-format.h"
#include "trace/mgm-trace-reader.h"
#include "trace/mgm-trace-selection.h"

#include <cstdint>
#include <string>

namespace ns3
{
namespace mgm
{

/**
 * @brief Decides what to write.
 * @param values the values of the options; "to" may name a format
 * @param out path of the output; "-" is standard output
 * @return format and compression
 * @throws InputError if neither the name nor the option tells the format
 */
TraceFileKind ReadTraceFileKind(const boost::program_options::variables_map& values,
                                const std::string& out);

/**
 * @brief Writes the records of a trace that are selected.
 * @param reader reads the trace
 * @param selection selects
 * @param in path of the trace
 * @param out path of the output; "-" is standard output
 * @param kind format and compression of the output
 * @return how many records were written
 * @throws InputError if the trace can't be read, or the output can't be written
 */
uint64_t CopyTrace(TraceReader& reader,
                   const TraceSelection& selection,
                   const std::string& in,
                   const std::string& out,
                   TraceFileKind kind);

} // namespace mgm
} // namespace ns3

#endif // MGM_TRACE_COPY_H
