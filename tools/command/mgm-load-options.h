/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_LOAD_OPTIONS_H
#define MGM_LOAD_OPTIONS_H

#include "mgm-command-options.h"

namespace ns3
{
namespace mgm
{

/**
 * @brief Adds the option that loads libraries with protocols.
 * @param options what to add to
 */
void AddLoadOption(boost::program_options::options_description& options);

/**
 * @brief Loads the libraries of the environment variable MGM_PLUGINS, paths with colons between
 *        them, and then those of the option.
 * @param values the values
 * @throws InputError if one can't be loaded
 */
void LoadLibraries(const boost::program_options::variables_map& values);

} // namespace mgm
} // namespace ns3

#endif // MGM_LOAD_OPTIONS_H
