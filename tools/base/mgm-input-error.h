/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_INPUT_ERROR_H
#define MGM_INPUT_ERROR_H

#include <stdexcept>
#include <string>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief Input that can't be used: a scenario, or an option that changes one.
 *
 * The message is one line, `WHERE: POINTER: found X, expected Y`. WHERE is `FILE:LINE:COLUMN` or
 * the option, POINTER a JSON pointer (RFC 6901) into the scenario, with `/` for the whole of it.
 */
class InputError : public std::runtime_error
{
  public:
    /// @param message the whole message
    explicit InputError(const std::string& message)
        : std::runtime_error(message)
    {
    }

    /**
     * @param where file, line and column, or the option
     * @param pointer JSON pointer to what is wrong
     * @param found what is there
     * @param expected what should be there
     */
    InputError(const std::string& where,
               const std::string& pointer,
               const std::string& found,
               const std::string& expected)
        : std::runtime_error(where + ": " + (pointer.empty() ? "/" : pointer) + ": found " + found +
                             ", expected " + expected)
    {
    }
};

} // namespace mgm
} // namespace ns3

#endif // MGM_INPUT_ERROR_H
