/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_SUBCOMMANDS_H
#define MGM_SUBCOMMANDS_H

#include "mgm-command-options.h"

#include <string>
#include <string_view>
#include <vector>

namespace ns3
{
namespace mgm
{

/// A subcommand, how it is called and what it does.
struct Subcommand
{
    std::string_view name;                  ///< The word that calls it.
    std::string_view usage;                 ///< How it is called.
    std::string_view purpose;               ///< What it does.
    int (*run)(const Arguments& arguments); ///< Runs it and gives the exit status.
};

/**
 * @brief Prints the subcommands of a command.
 * @param command the command, such as "mgm trace"
 * @param subcommands its subcommands
 */
void PrintSubcommands(const std::string& command, const std::vector<Subcommand>& subcommands);

/**
 * @brief Runs the subcommand that the first word names; "--help", "-h" and no word at all print
 * the subcommands.
 * @param command the command, such as "mgm trace"
 * @param subcommands its subcommands
 * @param arguments the words behind the command
 * @return the exit status
 * @throws InputError if there is no such subcommand
 */
int RunSubcommand(const std::string& command,
                  const std::vector<Subcommand>& subcommands,
                  const Arguments& arguments);

} // namespace mgm
} // namespace ns3

#endif // MGM_SUBCOMMANDS_H
