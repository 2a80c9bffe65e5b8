/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_TRACE_OUTPUT_H
#define MGM_TRACE_OUTPUT_H

#include "mgm-trace-format.h"

#include <memory>
#include <ostream>
#include <string>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief A file that is written, and compressed if that is wanted.
 *
 * Equal output gives equal files: a compressed file has no time and no name in it.
 */
class TraceOutput
{
  public:
    /**
     * @param file path of the file, which is overwritten; "-" is standard output
     * @param compression how to compress it
     * @throws InputError if the file can't be written
     */
    TraceOutput(const std::string& file, TraceCompression compression);

    /// @return where to write, until Close()
    std::ostream& GetStream()
    {
        return m_packed ? *m_packed : *m_file;
    }

    /**
     * @brief Completes the file.
     * @return whether all output has succeeded
     */
    bool Close();

  private:
    std::unique_ptr<std::ostream> m_file;   ///< the file, or standard output
    std::unique_ptr<std::ostream> m_packed; ///< compresses into the file; null does not
};

} // namespace mgm
} // namespace ns3

#endif // MGM_TRACE_OUTPUT_H
