/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_OUTPUT_FILE_H
#define MGM_OUTPUT_FILE_H

#include "base/mgm-output-set.h"

#include <fstream>
#include <string>
#include <vector>

namespace ns3
{
namespace mgm
{

/**
 * @brief Makes sure that an output is no input.
 * @param in path of what is read
 * @param out path of what is written
 * @throws InputError if they are the same file
 */
void ExpectOtherFile(const std::string& in, const std::string& out);

/**
 * @brief A text that a command writes to a file, or to standard output. The file is there when it
 * is complete.
 */
class OutputFile
{
  public:
    /**
     * @param file path of the file; "-" is standard output
     * @param inputs paths of what the text is made of
     * @throws InputError if the file is one of the inputs, or can't be written
     */
    OutputFile(const std::string& file, const std::vector<std::string>& inputs);

    /// @return where to write
    std::ostream& GetStream();

    /**
     * @brief Completes the file.
     * @throws InputError if not all could be written
     */
    void Close();

  private:
    std::string m_path;   ///< path of the file
    OutputSet m_outputs;  ///< the file, until it is complete
    std::ofstream m_file; ///< writes to it; not open for standard output
};

} // namespace mgm
} // namespace ns3

#endif // MGM_OUTPUT_FILE_H
