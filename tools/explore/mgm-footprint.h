/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_FOOTPRINT_H
#define MGM_FOOTPRINT_H

#include <cstdint>
#include <vector>

namespace ns3
{
namespace mgm
{

/// @ingroup mgm
/// @brief Something that steps read and write.
enum class ResourceKind : uint8_t
{
    EVERYTHING,  ///< All that a node has.
    REGISTRY,    ///< The clients of a node.
    OWNER,       ///< The owner of an interface, and whether IGMP is on it.
    GROUP,       ///< The memberships of a group, with those of its sources.
    MACHINE,     ///< The state machines of IGMP on an interface, and the messages there.
    INBOX,       ///< The callbacks that a client gets, in their order.
    EXPECTATION, ///< The records that an expectation wants in an order; of no node.
};

/// @ingroup mgm
/// @brief That something is read or written.
struct Access
{
    /// Key of all resources of a kind.
    static constexpr uint64_t ALL = 0;

    ResourceKind kind{ResourceKind::EVERYTHING}; ///< What kind it is.
    uint32_t node{0};                            ///< Node id.
    /// Which of its kind. Two resources with one key would be kept apart less often, no more.
    uint64_t key{ALL};
    bool isWrite{false}; ///< Whether it is written.

    /// @param other another access
    /// @return whether the order of the two matters
    bool ConflictsWith(const Access& other) const;

    /// @param other another access
    /// @return whether this one comes first in footprints
    bool operator<(const Access& other) const;
};

/**
 * @ingroup mgm
 * @brief What a step, or what happens beside the steps, reads and writes.
 */
class Footprint
{
  public:
    /// @brief Adds an access.
    /// @param access the access
    void Add(const Access& access);

    /// @param other another footprint
    /// @return whether the order of the two matters
    bool ConflictsWith(const Footprint& other) const;

    /// @return the accesses, each once
    const std::vector<Access>& GetAll() const
    {
        return m_accesses;
    }

  private:
    std::vector<Access> m_accesses; ///< the accesses, in order
};

} // namespace mgm
} // namespace ns3

#endif // MGM_FOOTPRINT_H
