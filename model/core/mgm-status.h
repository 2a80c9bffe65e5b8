/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_STATUS_H
#define MGM_STATUS_H

#include <cstdint>
#include <ostream>
#include <string_view>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief Result of a call of the group manager, with the Windows names and numbers.
 *
 * Which call answers what is in the rules: REG-2, REG-3, OWN-6, OWN-9 to OWN-11, MBR-3, ENU-4.
 */
enum class Status : uint32_t
{
    NO_ERROR = 0,                    ///< Done.
    ERROR_NOT_ENOUGH_MEMORY = 8,     ///< An allocation failed.
    ERROR_INVALID_PARAMETER = 87,    ///< A handle or an argument is not valid.
    ERROR_INSUFFICIENT_BUFFER = 122, ///< The buffer does not hold a single entry.
    ERROR_ALREADY_EXISTS = 183,      ///< Registered already, or owned by another protocol.
    ERROR_MORE_DATA = 234,           ///< The buffer is full and more entries follow.
    ERROR_NO_MORE_ITEMS = 259,       ///< The last entries (possibly none) came with this call.
    ERROR_CAN_NOT_COMPLETE = 1003,   ///< The call is not possible in the present state.
    ERROR_NOT_FOUND = 1168,          ///< What the call names is unknown to the manager.
};

/**
 * @param status a status
 * @return its Windows name, or "unknown" for a number that is no status
 */
std::string_view ToString(Status status);

/**
 * @brief Writes the Windows name of a status.
 * @param os the stream
 * @param status the status
 * @return the stream
 */
std::ostream& operator<<(std::ostream& os, Status status);

} // namespace mgm
} // namespace ns3

#endif // MGM_STATUS_H
