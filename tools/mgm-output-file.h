/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_OUTPUT_FILE_H
#define MGM_OUTPUT_FILE_H

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
 * @brief Writes a complete text to a file.
 * @param file path of the file; it is overwritten
 * @param text the text
 * @param inputs paths of what the text was made of
 * @throws InputError if the file is one of the inputs, or can't be written
 */
void WriteOutput(const std::string& file,
                 const std::string& text,
                 const std::vector<std::string>& inputs);

} // namespace mgm
} // namespace ns3

#endif // MGM_OUTPUT_FILE_H
