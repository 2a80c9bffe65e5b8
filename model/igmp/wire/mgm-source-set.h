/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_SOURCE_SET_H
#define MGM_SOURCE_SET_H

#include "ns3/ipv4-address.h"
#include "ns3/mgm-enum-names.h"

#include <initializer_list>
#include <ostream>
#include <string_view>
#include <vector>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief A set of source addresses with the operators of RFC 3376 section 4.2.15.
 */
class SourceSet
{
  public:
    SourceSet() = default;

    /// @param sources the sources, in any order
    SourceSet(std::initializer_list<Ipv4Address> sources)
        : SourceSet(std::vector<Ipv4Address>(sources))
    {
    }

    /// @param sources the sources, in any order; repeated ones count once
    explicit SourceSet(std::vector<Ipv4Address> sources);

    /// @return the sources in ascending order
    const std::vector<Ipv4Address>& ToVector() const
    {
        return m_sources;
    }

    /// @return whether there are none
    bool IsEmpty() const
    {
        return m_sources.empty();
    }

    /// @param source a source
    /// @return whether it is in the set
    bool Contains(Ipv4Address source) const;

    /**
     * @name Iteration in ascending order
     * @{
     */
    /// @return an iterator over the sources
    auto begin() const
    {
        return m_sources.begin();
    }

    /// @return the end of that
    auto end() const
    {
        return m_sources.end();
    }

    /** @} */

  private:
    std::vector<Ipv4Address> m_sources; ///< ascending, each once
};

/// @ingroup mgm
/// @brief Whether the sources of a filter are those wanted or those not wanted.
enum class FilterMode : uint8_t
{
    INCLUDE, ///< Only the listed sources.
    EXCLUDE, ///< All but the listed sources.
    COUNT,   ///< Number of modes.
};

/// @param mode a filter mode
/// @return its name
constexpr std::string_view
ToString(FilterMode mode)
{
    constexpr EnumNames<FilterMode> NAMES{"INCLUDE", "EXCLUDE"};
    return NAMES[mode];
}

/**
 * @name Operators of RFC 3376 section 4.2.15
 * @{
 */

/// Union.
SourceSet operator+(const SourceSet& a, const SourceSet& b);

/// Intersection.
SourceSet operator*(const SourceSet& a, const SourceSet& b);

/// Difference.
SourceSet operator-(const SourceSet& a, const SourceSet& b);

inline bool
operator==(const SourceSet& a, const SourceSet& b)
{
    return a.ToVector() == b.ToVector();
}

inline bool
operator!=(const SourceSet& a, const SourceSet& b)
{
    return !(a == b);
}

/// Writes "{10.0.0.1,10.0.0.2}".
std::ostream& operator<<(std::ostream& os, const SourceSet& set);

/** @} */

} // namespace mgm
} // namespace ns3

#endif // MGM_SOURCE_SET_H
