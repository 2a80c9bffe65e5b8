/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_PIM_NEIGHBORS_H
#define MGM_PIM_NEIGHBORS_H

#include "mgm-pim-link.h"
#include "mgm-pim-neighbor-life.h"

#include "ns3/mgm-deadline-timer.h"

#include <cstddef>
#include <functional>
#include <map>
#include <memory>
#include <utility>
#include <vector>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief The delays that the routers on a link have agreed on (RFC 7761 section 4.3.3).
 */
struct PimLanDelays
{
    Time propagationDelay{MilliSeconds(500)};  ///< Effective_Propagation_Delay.
    Time overrideInterval{MilliSeconds(2500)}; ///< Effective_Override_Interval.
    bool suppression{true};                    ///< Suppression_Enabled.

    /// @return J/P_Override_Interval
    Time GetJpOverrideInterval() const
    {
        return propagationDelay + overrideInterval;
    }
};

/**
 * @name Comparison of delays
 * @{
 */
inline bool
operator==(const PimLanDelays& a, const PimLanDelays& b)
{
    return a.propagationDelay == b.propagationDelay && a.overrideInterval == b.overrideInterval &&
           a.suppression == b.suppression;
}

inline bool
operator!=(const PimLanDelays& a, const PimLanDelays& b)
{
    return !(a == b);
}

/** @} */

/**
 * @ingroup mgm
 * @brief The neighbors on a link, each with its Neighbor Liveness Timer, and what is decided by all
 * that they tell (RFC 7761 sections 4.3.2 to 4.3.4).
 */
class PimNeighbors
{
  public:
    /// @param link the interface; it outlives the table
    explicit PimNeighbors(PimLink& link);

    ~PimNeighbors();

    PimNeighbors(const PimNeighbors&) = delete;
    PimNeighbors& operator=(const PimNeighbors&) = delete;

    /// @brief Handles a Hello.
    /// @param heard what it tells of its sender
    void Hear(const PimNeighbor& heard);

    /// @brief Forgets all, which the interface is not told.
    void Forget();

    /// @return how many there are
    std::size_t GetSize() const;

    /// @return all, in the order of their primary addresses
    std::vector<PimNeighbor> GetAll() const;

    /**
     * @param address a primary address
     * @return the neighbor; null if it is none's. Valid until the simulation goes on.
     */
    const PimNeighbor* Find(Ipv4Address address) const;

    /**
     * @brief NBR: finds who has an address on the link (RFC 7761 section 4.1.5).
     * @param address a primary address, or else a secondary one
     * @return the neighbor; null if it is none's. Valid until the simulation goes on.
     */
    const PimNeighbor* FindOwner(Ipv4Address address) const;

    /**
     * @brief DR: elects the designated router (RFC 7761 section 4.3.2). Priorities count only if
     * all tell one, this router included, which others count as well.
     * @param self this router
     * @return its primary address
     */
    Ipv4Address ElectDr(const PimNeighbor& self) const;

    /**
     * @brief Finds the delays that all agree on (RFC 7761 section 4.3.3): the largest ones, if all
     * tell them, and otherwise the default ones. Joins are not suppressed if all, this router
     * included, are able not to do so.
     * @param self this router
     * @return the delays
     */
    PimLanDelays GetLanDelays(const PimNeighbor& self) const;

  private:
    /// A router on the link.
    struct Entry
    {
        /// @param expire what to call when it was silent for too long
        explicit Entry(std::function<void()> expire)
            : liveness(std::move(expire))
        {
        }

        PimNeighbor known;                        ///< what it told
        StateMachine<PIM_NEIGHBOR_TABLE> machine; ///< whether it is a neighbor
        DeadlineTimer liveness;                   ///< Neighbor Liveness Timer
    };

    /// An entry that lives on while it is handled, even if it is removed meanwhile.
    using EntryPtr = std::shared_ptr<Entry>;

    /// @param entry a router
    /// @param heard what its Hello tells
    /// @return what that is to its machine
    static PimNeighborEvent Judge(const Entry& entry, const PimNeighbor& heard);

    /**
     * @brief Handles an event.
     * @param entry the router
     * @param event the event
     * @param heard what its Hello tells, if it is one
     */
    void Step(const EntryPtr& entry, PimNeighborEvent event, const PimNeighbor& heard);

    /**
     * @brief Does what the machine says.
     * @param action the action
     * @param entry the router
     * @param heard what its Hello tells, if it is one
     */
    void Perform(PimNeighborAction action, Entry& entry, const PimNeighbor& heard);

    /**
     * @brief Notes what a Hello tells, and sets the liveness timer.
     * @param entry the router
     * @param heard what its Hello tells
     */
    void Note(Entry& entry, const PimNeighbor& heard);

    /// @brief Takes the secondary addresses of a neighbor from all others (RFC 7761 section 4.3.4).
    /// @param neighbor the neighbor
    void Claim(const PimNeighbor& neighbor);

    /// @brief Removes a router.
    /// @param entry the router
    void Remove(Entry& entry);

    PimLink& m_link;                           ///< the interface
    std::map<Ipv4Address, EntryPtr> m_entries; ///< by primary address
};

} // namespace mgm
} // namespace ns3

#endif // MGM_PIM_NEIGHBORS_H
