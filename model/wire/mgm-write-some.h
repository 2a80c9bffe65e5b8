/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_WRITE_SOME_H
#define MGM_WRITE_SOME_H

#include <cstddef>
#include <ostream>
#include <vector>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief Writes the first elements of a list, and how many follow: a message has room for more than
 * one wants to read of it.
 * @param os the stream
 * @param list the list
 * @param separator what stands between two elements
 * @param write writes an element
 */
template <typename T, typename Write>
void
WriteSome(std::ostream& os, const std::vector<T>& list, const char* separator, Write write)
{
    constexpr std::size_t SHOWN = 8;
    const char* before = "";
    for (std::size_t i = 0; i < list.size() && i < SHOWN; ++i)
    {
        os << before;
        write(list[i]);
        before = separator;
    }
    if (list.size() > SHOWN)
    {
        os << separator << "and " << list.size() - SHOWN << " more";
    }
}

} // namespace mgm
} // namespace ns3

#endif // MGM_WRITE_SOME_H
