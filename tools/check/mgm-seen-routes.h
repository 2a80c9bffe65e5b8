/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_SEEN_ROUTES_H
#define MGM_SEEN_ROUTES_H

#include "mgm-record-note.h"

#include <map>
#include <optional>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief A reverse path, as a trace shows it.
 */
struct SeenRoute
{
    std::optional<InterfaceId> interface; ///< Towards the source; none if there is no route.
    RecordNote shown;                     ///< The record that shows it.
    uint64_t making{0};                   ///< Number of the making in which RPF was called, if so.
};

/**
 * @ingroup mgm
 * @brief What a trace shows of the reverse paths of a node.
 *
 * A `reverse-path` record says what the manager takes for the interface towards a source that
 * memberships name (ALR-4). Besides, each forwarding entry that is made or moved shows where the
 * route led at that time.
 */
class SeenRoutes
{
  public:
    /**
     * @brief Follows a record.
     * @param record the record
     */
    void Follow(const TraceRecord& record);

    /**
     * @param source address of a source
     * @return what the manager takes for the interface towards it, null if it has not said
     */
    const SeenRoute* GetDeclared(Ipv4Address source) const;

    /**
     * @param source address of a source
     * @return what was shown last of the way to it, null if nothing was
     */
    const SeenRoute* GetLatest(Ipv4Address source) const;

    /// @brief Forgets all: the node has crashed.
    void Clear();

    /**
     * @param record a record
     * @return whether it tells of a lookup for memberships
     */
    static bool IsLookup(const TraceRecord& record);

    /**
     * @param record a record
     * @return whether it shows the reverse path of an entry that is being made
     */
    static bool IsOfEntry(const TraceRecord& record);

  private:
    std::map<Ipv4Address, SeenRoute> m_declared; ///< by `reverse-path` records
    std::map<Ipv4Address, SeenRoute> m_latest;   ///< by all records
};

} // namespace mgm
} // namespace ns3

#endif // MGM_SEEN_ROUTES_H
