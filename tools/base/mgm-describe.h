/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_DESCRIBE_H
#define MGM_DESCRIBE_H

#include <ostream>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief Prints the attributes and trace sources of all types, and the columns and words of the
 * trace.
 * @param os where to print
 */
void DescribeModels(std::ostream& os);

/**
 * @ingroup mgm
 * @brief Prints tables of the attributes of the module in reStructuredText, for its manual.
 * @param os where to print
 */
void ListAttributes(std::ostream& os);

/**
 * @ingroup mgm
 * @brief Prints a table of the trace sources of the module in reStructuredText, for its manual.
 * @param os where to print
 */
void ListTraceSources(std::ostream& os);

} // namespace mgm
} // namespace ns3

#endif // MGM_DESCRIBE_H
