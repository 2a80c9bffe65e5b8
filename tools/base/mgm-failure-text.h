/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_FAILURE_TEXT_H
#define MGM_FAILURE_TEXT_H

#include <exception>
#include <string>

namespace ns3
{
namespace mgm
{

/**
 * @brief Says in our own words why something ended: the texts of libraries tell users nothing.
 * @param error what ended it; of an InputError the text is ours already
 * @return the reason
 */
std::string GetFailureText(const std::exception& error);

} // namespace mgm
} // namespace ns3

#endif // MGM_FAILURE_TEXT_H
