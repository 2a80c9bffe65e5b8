/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_MFE_EXPIRY_H
#define MGM_MFE_EXPIRY_H

#include "mgm-forwarding-plane.h"
#include "mgm-mfe-table.h"

#include "ns3/mgm-deadline-timer.h"
#include "ns3/nstime.h"

#include <functional>
#include <map>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief Knows when forwarding entries expire (MFE-4).
 *
 * An entry with outgoing interfaces expires when no packet has used it for the timeout. One without
 * expires at its deadline, whatever arrives. Packets cost nothing: their time is looked at when the
 * deadline comes.
 */
class MfeExpiry
{
  public:
    /**
     * @param table the entries
     * @param plane the forwarding cache, which knows when packets arrived; may be replaced later
     * @param expire what to do with a live entry that expires
     */
    MfeExpiry(MfeTable& table,
              ForwardingPlane* const& plane,
              std::function<void(const SourceGroup& key)> expire);

    /// @param timeout time for which an entry stays without being used
    void SetTimeout(Time timeout);

    /// @return time for which an entry stays without being used
    Time GetTimeout() const
    {
        return m_timeout;
    }

    /**
     * @brief Sets the deadline of a live entry.
     * @param key its source and group
     * @param entry the entry
     * @param delay time from now to the deadline
     */
    void Start(const SourceGroup& key, MfeEntry& entry, Time delay);

    /**
     * @param key source and group of a live entry
     * @param entry the entry
     * @return when it expires if no packet arrives
     */
    Time GetDue(const SourceGroup& key, const MfeEntry& entry) const;

    /// @brief Forgets all deadlines.
    void Clear();

  private:
    /// A look at an entry, which may still be there.
    struct Look
    {
        SourceGroup key; ///< its source and group
        uint64_t cause;  ///< record that set the deadline
    };

    /// @brief Makes the looks that are due.
    void Run();

    /// @brief Looks whether an entry expires.
    /// @param look which entry
    /// @param at the time the look was queued for
    void Check(const Look& look, Time at);

    /// @brief Queues a look, unless an earlier one is queued.
    /// @param look which entry
    /// @param entry the entry
    /// @param at when
    void Queue(const Look& look, MfeEntry& entry, Time at);

    MfeTable& m_table;                                ///< the entries
    ForwardingPlane* const& m_plane;                  ///< the forwarding cache
    std::function<void(const SourceGroup&)> m_expire; ///< what to do with an entry
    Time m_timeout;                                   ///< how long entries stay
    std::multimap<Time, Look> m_looks;                ///< what will be looked at, by time
    DeadlineTimer m_timer;                            ///< for the first of them
};

} // namespace mgm
} // namespace ns3

#endif // MGM_MFE_EXPIRY_H
