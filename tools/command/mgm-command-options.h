/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_COMMAND_OPTIONS_H
#define MGM_COMMAND_OPTIONS_H

#include <boost/program_options.hpp>
#include <cstdint>
#include <string>
#include <vector>

namespace ns3
{
namespace mgm
{

/// Words of a command line.
using Arguments = std::vector<std::string>;

/// Exit statuses of the command; bad input is 2, given by main().
enum ExitStatus : int
{
    DONE = 0,         ///< All went well.
    FOUND_FAULTS = 1, ///< An expectation was not met, a rule was broken, two traces differ.
};

/**
 * @brief Makes the value of an option that takes one word.
 * @param name name of the value in the help
 * @return the value
 */
boost::program_options::typed_value<std::string>* Text(const char* name);

/**
 * @brief Parses the words of a subcommand.
 * @param arguments the words behind the subcommand
 * @param visible the options that its help shows
 * @param positions names of the words that are no options, in order; a name that ends in "..."
 *        takes all further ones
 * @return the values
 * @throws InputError if a word does not fit
 */
boost::program_options::variables_map ParseOptions(
    const Arguments& arguments,
    const boost::program_options::options_description& visible,
    const std::vector<std::string>& positions);

/**
 * @brief Reads a word that a subcommand can't do without.
 * @param values the values
 * @param name name of the word, such as "scenario"
 * @param usage the usage of the subcommand
 * @return the word
 * @throws InputError if it is missing
 */
std::string ReadRequired(const boost::program_options::variables_map& values,
                         const std::string& name,
                         const std::string& usage);

/**
 * @brief Reads an option that is on or off.
 * @param values the values
 * @param name name of the option
 * @return whether it is on
 * @throws InputError if it is neither
 */
bool ReadSwitch(const boost::program_options::variables_map& values, const std::string& name);

/**
 * @brief Reads an option that may be given several times.
 * @param values the values
 * @param name name of the option
 * @return its words; none without the option
 */
Arguments ReadWords(const boost::program_options::variables_map& values, const std::string& name);

/**
 * @brief Reads an option that is a time, such as 1.5s.
 * @param values the values
 * @param name name of the option
 * @param other what it is without the option [ns]
 * @return the time [ns]
 * @throws InputError if it is no time
 */
int64_t ReadTimeOption(const boost::program_options::variables_map& values,
                       const std::string& name,
                       int64_t other);

} // namespace mgm
} // namespace ns3

#endif // MGM_COMMAND_OPTIONS_H
