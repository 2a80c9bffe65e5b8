/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_VARY_OPTION_H
#define MGM_VARY_OPTION_H

#include "json/mgm-json-document.h"

#include <string>
#include <vector>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief Reads what the option `--vary` says, [NAME:]POINTER[,POINTER]...=VALUES.
 *
 * VALUES is a list `a,b,c`, a range `0s:10s:0.5s`, `perm(a,b,c)`, or a distribution such as
 * `uniform(1s,5s)`.
 *
 * @param text the text behind the option
 * @return the factor as experiment files have it, which is still to be checked
 * @throws InputError if the text has another form
 */
Json ReadVaryOption(const std::string& text);

/**
 * @brief Splits a list at the commas that are not within brackets, braces, parentheses or quotation
 * marks.
 * @param text the list
 * @return its elements
 */
std::vector<std::string> SplitList(const std::string& text);

} // namespace mgm
} // namespace ns3

#endif // MGM_VARY_OPTION_H
