/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_SOURCE_GROUP_H
#define MGM_SOURCE_GROUP_H

#include "ns3/ipv4-address.h"

#include <cstdint>
#include <functional>
#include <ostream>

namespace ns3
{
namespace mgm
{

/**
 * @name The addresses and masks of wildcards and of single addresses
 *
 * As constants, because ns-3's functions of the same meaning look for log output in every call.
 * @{
 */
inline const Ipv4Address ANY_ADDRESS{uint32_t{0}};    ///< Any source or any group.
inline const Ipv4Mask ANY_MASK{uint32_t{0}};          ///< Mask of a wildcard.
inline const Ipv4Mask ONE_MASK{uint32_t{0xFFFFFFFF}}; ///< Mask of a single address.

/** @} */

/**
 * @ingroup mgm
 * @brief (s,g), (*,g) or (*,*): the wildcard is address 0.0.0.0 (MBR-2).
 */
struct SourceGroup
{
    Ipv4Address source{ANY_ADDRESS}; ///< 0.0.0.0 is any source.
    Ipv4Address group{ANY_ADDRESS};  ///< 0.0.0.0 is any group.

    /// @return whether this is (*,g) or (*,*)
    bool IsAnySource() const
    {
        return source == ANY_ADDRESS;
    }

    /// @return whether this is (*,*)
    bool IsAnyGroup() const
    {
        return group == ANY_ADDRESS;
    }
};

/**
 * @ingroup mgm
 * @brief SOURCE_GROUP_ENTRY: a source and a group with their masks, as calls and callbacks carry
 * it.
 *
 * A mask is 0.0.0.0 (any; then so is the address) or 255.255.255.255 (one address): there are no
 * ranges (MBR-2).
 */
struct SourceGroupEntry
{
    Ipv4Address source{ANY_ADDRESS}; ///< Source address.
    Ipv4Mask sourceMask{ANY_MASK};   ///< Source mask.
    Ipv4Address group{ANY_ADDRESS};  ///< Group address.
    Ipv4Mask groupMask{ANY_MASK};    ///< Group mask.

    SourceGroupEntry() = default;

    /**
     * @brief Gives a (s,g), (*,g) or (*,*) the masks that say so.
     * @param sourceGroup what to express
     */
    SourceGroupEntry(const SourceGroup& sourceGroup)
        : source(sourceGroup.source),
          sourceMask(sourceGroup.IsAnySource() ? ANY_MASK : ONE_MASK),
          group(sourceGroup.group),
          groupMask(sourceGroup.IsAnyGroup() ? ANY_MASK : ONE_MASK)
    {
    }

    /// @return the source and group without masks; meaningful only for a valid membership entry
    SourceGroup ToSourceGroup() const
    {
        return {source, group};
    }
};

/**
 * @brief Tells whether routers forward packets to an address.
 * @param destination the address
 * @return whether it is a multicast group outside of 224.0.0.0/24 (RFC 5771 section 4)
 */
inline bool
IsForwardableGroup(Ipv4Address destination)
{
    constexpr uint32_t FIRST = 0xE0000100;
    constexpr uint32_t LAST = 0xEFFFFFFF;
    const uint32_t bits = destination.Get();
    return bits >= FIRST && bits <= LAST;
}

/**
 * @brief Tells whether an entry may be added as a membership (MBR-2).
 *
 * It may be (*,*), (*,g) or (s,g) with g a multicast group outside of 224.0.0.0/24, s a unicast
 * address, and masks that are all zeros for a wildcard and all ones for one address.
 *
 * @param entry the entry
 * @return whether it is a valid membership
 */
bool IsValidMembership(const SourceGroupEntry& entry);

/**
 * @name Comparison and output of sources and groups
 * @{
 */
inline bool
operator==(const SourceGroup& a, const SourceGroup& b)
{
    return a.source == b.source && a.group == b.group;
}

inline bool
operator!=(const SourceGroup& a, const SourceGroup& b)
{
    return !(a == b);
}

/// The order of the MFE listing: by group, then by source (MFE-6).
inline bool
operator<(const SourceGroup& a, const SourceGroup& b)
{
    return a.group != b.group ? a.group < b.group : a.source < b.source;
}

inline bool
operator==(const SourceGroupEntry& a, const SourceGroupEntry& b)
{
    return a.source == b.source && a.sourceMask == b.sourceMask && a.group == b.group &&
           a.groupMask == b.groupMask;
}

/// Writes "(10.0.0.1,239.1.1.1)", "(*,239.1.1.1)" or "(*,*)".
std::ostream& operator<<(std::ostream& os, const SourceGroup& sourceGroup);

/** @} */

/// @ingroup mgm
/// @brief Hash of a SourceGroup, the same on every machine and in every run.
struct SourceGroupHash
{
    /**
     * @param key the key
     * @return its hash
     */
    std::size_t operator()(const SourceGroup& key) const noexcept
    {
        // Fibonacci hashing spreads the consecutive addresses that groups usually have.
        const uint64_t bits = uint64_t{key.source.Get()} << 32 | key.group.Get();
        return static_cast<std::size_t>((bits ^ (bits >> 29)) * 0x9E3779B97F4A7C15ULL >> 16);
    }
};

} // namespace mgm
} // namespace ns3

#endif // MGM_SOURCE_GROUP_H
