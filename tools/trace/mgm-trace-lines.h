/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_TRACE_LINES_H
#define MGM_TRACE_LINES_H

#include <cstdint>
#include <istream>
#include <memory>
#include <string>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief The lines of a trace file, one after the other.
 */
class TraceLines
{
  public:
    /**
     * @param file name of the file, for messages
     * @param stream what to read
     */
    TraceLines(const std::string& file, std::unique_ptr<std::istream> stream);

    /**
     * @brief Reads the next line.
     * @return whether there is one
     * @throws InputError if the stream fails, as a compressed one that was cut does
     */
    bool Next();

    /// @return the line that was read last, without its end
    const std::string& Get() const
    {
        return m_line;
    }

    /// @return whether that line has an end; if not, the file may be cut
    bool HasEnd() const
    {
        return !m_stream->eof();
    }

    /// @return file and number of that line: "FILE:LINE"
    std::string GetPlace() const;

  private:
    std::string m_file;                     ///< name of the file
    std::unique_ptr<std::istream> m_stream; ///< what to read
    std::string m_line;                     ///< the last line
    uint64_t m_number{0};                   ///< its number, from 1
};

} // namespace mgm
} // namespace ns3

#endif // MGM_TRACE_LINES_H
