/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_FUZZ_FILE_H
#define MGM_FUZZ_FILE_H

#include <string>
#include <string_view>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup tests
 * @brief An input as a file in memory, for what reads files only.
 */
class FuzzFile
{
  public:
    /// @param input what the file holds
    explicit FuzzFile(std::string_view input);
    ~FuzzFile();

    FuzzFile(const FuzzFile&) = delete;
    FuzzFile& operator=(const FuzzFile&) = delete;

    /// @return path of the file, which can be opened as long as this object lives
    std::string GetPath() const;

  private:
    int m_descriptor; ///< descriptor of the file
};

} // namespace mgm
} // namespace ns3

#endif // MGM_FUZZ_FILE_H
