/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_INPUT_ERROR_H
#define MGM_INPUT_ERROR_H

#include <stdexcept>
#include <string>

/*
 * DOC tools/base: what all tools need.
 *
 * Tools for tools, which know nothing of scenarios and trace files. InputError is how a tool
 * refuses its input: one line, "place: found X, expected Y", which main() prints before it ends
 * with status 2. OutputSet writes files beside their places and moves them there together at the
 * end, and Leftovers removes them if a signal comes first, so that a command that fails leaves all
 * files as they were. ProcessPool runs tasks in copies of the process, because a simulation leaves
 * global state behind. TextTable, TextLines and DigestText are about text. RuleBook has the rules
 * of doc/rules.md, and DescribeModels the attributes of the models.
 *
 * Who makes an OutputSet or a ProcessPool owns it, and with it the files and processes of it; both
 * end what is unfinished when they are destroyed. Leftovers is one per process, as signals are.
 * The only events are the ends of processes, which the pool hands out in the order in which they
 * come, and signals.
 *
 * What must hold: without OutputSet::Commit() nothing remains; no process outlives the one that
 * has started it; a bad input ends in an InputError, never in an assertion.
 */

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
