/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_PIM_DENSE_REFRESHER_H
#define MGM_PIM_DENSE_REFRESHER_H

#include "mgm-pim-dense-context.h"

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief Sends State Refreshes on (RFC 3973 section 4.5.1).
 *
 * Where the RFC is silent or not at one with itself:
 * - The time since the last State Refresh (StateRefreshRateLimit(S,G)) is that since the last one
 *   that came from RPF'(S): others could stop the good ones.
 * - A State Refresh resets PT in its pseudocode only if StateRefreshCapable(I), in the table of
 *   section 4.4.2 always. Here the pseudocode decides.
 * - The Originator Address is the one of this router on RPF_interface(S).
 * - One that is originated has the TTL of the data, but leaves where data would: where that TTL
 *   less one is not below the threshold.
 * - One is repeated for a router downstream that has started anew unless an Assert is lost there:
 *   where no two routers forward nobody is "the Assert Winner". It is as old as three of its
 *   intervals at most.
 */
class PimDenseRefresher
{
  public:
    /// @param context the entry; it outlives this object
    explicit PimDenseRefresher(PimDenseContext& context);

    /**
     * @brief Sends on what has come from RPF'(S) on RPF_interface(S), unless too much comes.
     * @param received the message
     */
    void Forward(const PimStateRefresh& received);

    /**
     * @brief Originates State Refreshes.
     * @param ttl their TTL
     * @param pruneNow their Prune Now flag
     */
    void Originate(uint8_t ttl, bool pruneNow);

    /// @brief Repeats the last one, if there was one lately (RFC 3973 section 4.3.4).
    /// @param interface where to
    void Replay(uint32_t interface);

  private:
    /// A State Refresh that is sent.
    struct Refresh
    {
        PimStateRefresh message; ///< what it says everywhere
        uint8_t hopLimit;        ///< TTL that it would have without this router
        Time at;                 ///< when it was sent: absolute time
    };

    /// @brief Sends the last one on each interface where it may go.
    void Spread();

    /// @brief Sends the last one on an interface, if it may go there.
    /// @param interface the interface
    void SendOn(uint32_t interface);

    /// @param interface an interface
    /// @param hopLimit TTL that a message would have without this router
    /// @return whether the message is sent there
    bool MayLeave(uint32_t interface, uint8_t hopLimit) const;

    /// @brief StateRefreshRateLimit(S,G); notes that one has come.
    /// @return whether it came too soon
    bool IsTooSoon();

    PimDenseContext& m_context;    ///< the entry
    std::optional<Time> m_latest;  ///< when the last one came: absolute time
    std::optional<Refresh> m_last; ///< the last one that was sent
};

} // namespace mgm
} // namespace ns3

#endif // MGM_PIM_DENSE_REFRESHER_H
