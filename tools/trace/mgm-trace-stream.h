/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_TRACE_STREAM_H
#define MGM_TRACE_STREAM_H

#include <istream>
#include <memory>
#include <string>

namespace ns3
{
namespace mgm
{

/**
 * @brief Opens a file for reading, and unpacks it if it is compressed.
 *
 * gzip and zstd are recognised by what the file begins with.
 *
 * @param file path of the file; "-" is standard input
 * @return the stream
 * @throws InputError if the file can't be read
 */
std::unique_ptr<std::istream> OpenTraceStream(const std::string& file);

} // namespace mgm
} // namespace ns3

#endif // MGM_TRACE_STREAM_H
