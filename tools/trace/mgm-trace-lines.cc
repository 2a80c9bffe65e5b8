/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-trace-lines.h"

#include "base/mgm-input-error.h"

#include <utility>

namespace ns3
{
namespace mgm
{

TraceLines::TraceLines(const std::string& file, std::unique_ptr<std::istream> stream)
    : m_file(file),
      m_stream(std::move(stream))
{
}

bool
TraceLines::Next()
{
    ++m_number;
    std::getline(*m_stream, m_line);
    if (m_stream->bad())
    {
        throw InputError(GetPlace() + ": found data that can't be read, expected a whole file");
    }
    return !m_stream->fail();
}

std::string
TraceLines::GetPlace() const
{
    return m_file + ":" + std::to_string(m_number);
}

} // namespace mgm
} // namespace ns3
