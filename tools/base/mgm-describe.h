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
 * @brief Prints the attributes of all types of the module, and the columns and words of the trace.
 * @param os where to print
 */
void DescribeModels(std::ostream& os);

} // namespace mgm
} // namespace ns3

#endif // MGM_DESCRIBE_H
