/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_MULTICAST_FILTER_H
#define MGM_MULTICAST_FILTER_H

#include "mgm-source-set.h"

#include <vector>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief What is wanted of a group: a filter mode and a source list (RFC 3376 section 3).
 */
struct MulticastFilter
{
    FilterMode mode{FilterMode::INCLUDE}; ///< Whether the sources are wanted or not wanted.
    SourceSet sources;                    ///< The sources.

    /// @return whether nothing is wanted: INCLUDE of none, which is as if there were no filter
    bool IsNothing() const
    {
        return mode == FilterMode::INCLUDE && sources.IsEmpty();
    }

    /**
     * @param source who sends a packet
     * @return whether it is wanted
     */
    bool Accepts(Ipv4Address source) const
    {
        return sources.Contains(source) == (mode == FilterMode::INCLUDE);
    }
};

/**
 * @brief Merges what sockets want of a group into what the interface wants (RFC 3376 section 3.2).
 *
 * If any filter is EXCLUDE, the result is EXCLUDE of the sources that all EXCLUDE filters list, but
 * for those that an INCLUDE filter lists. Otherwise it is INCLUDE of all sources listed.
 *
 * @param filters the filters
 * @return the merged filter
 */
MulticastFilter MergeFilters(const std::vector<MulticastFilter>& filters);

inline bool
operator==(const MulticastFilter& a, const MulticastFilter& b)
{
    return a.mode == b.mode && a.sources == b.sources;
}

inline bool
operator!=(const MulticastFilter& a, const MulticastFilter& b)
{
    return !(a == b);
}

/// Writes "EXCLUDE{10.0.0.1}".
std::ostream& operator<<(std::ostream& os, const MulticastFilter& filter);

} // namespace mgm
} // namespace ns3

#endif // MGM_MULTICAST_FILTER_H
