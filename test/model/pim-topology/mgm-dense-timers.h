/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_DENSE_TIMERS_H
#define MGM_DENSE_TIMERS_H

namespace ns3
{
namespace mgm
{

/**
 * @ingroup tests
 * @brief The timers of a network [s], and what they allow in the worst case.
 *
 * A disturbance is whatever changes the paths, the members, or what the links lose.
 */
struct DenseTimers
{
    bool isRefreshing{true};       ///< whether State Refreshes are sent
    double helloPeriod{30};        ///< Hello_Period
    double pruneHoldtime{210};     ///< holdtime of Prunes, and t_limit
    double assertTime{180};        ///< Assert_Time
    double refreshInterval{60};    ///< RefreshInterval
    double queryInterval{125};     ///< IGMP: Query Interval
    double responseInterval{10};   ///< IGMP: Query Response Interval
    double triggeredHelloDelay{5}; ///< Triggered_Hello_Delay
    double overrideInterval{3};    ///< J/P_Override_Interval without the LAN Prune Delay option
    double packetInterval{1};      ///< time between packets of a stream

    /// @return the timers in a quarter of the time, or so
    static DenseTimers MakeShort()
    {
        DenseTimers timers;
        timers.helloPeriod = 6;
        timers.pruneHoldtime = 40;
        timers.assertTime = 36;
        timers.refreshInterval = 12;
        timers.queryInterval = 20;
        timers.responseInterval = 4;
        return timers;
    }

    /// @return how long a router that is gone counts as a neighbor (section 4.3.3)
    double GetHelloHoldtime() const
    {
        return 3.5 * helloPeriod + 1; // in whole seconds
    }

    /// @return how long an assert state lasts that is not renewed (section 4.8)
    double GetAssertLife() const
    {
        return isRefreshing ? 3 * refreshInterval : assertTime;
    }

    /// @return how long a membership lasts whose last Leave was lost (RFC 3376 section 8.4)
    double GetMembershipLife() const
    {
        return 2 * queryInterval + responseInterval;
    }

    /**
     * @return how long after a disturbance a member may miss packets, if no message is lost: until
     *         a dead assert winner is forgotten (its NLT), or until a router that has restarted
     *         hears of the stream: by the next State Refresh, else when the prune that it has
     *         forgotten ends. Before that routers must know each other, and the members.
     */
    double GetLongestLoss() const
    {
        const auto known = GetHelloHoldtime() + 2 * triggeredHelloDelay + responseInterval;
        return known + overrideInterval + (isRefreshing ? refreshInterval : pruneHoldtime);
    }

    /**
     * @return how long it takes until nothing reminds of a disturbance, lost messages included:
     *         routers know each other and the members; a state of assert and then a prune that
     *         should not be have ended, and a Prune that was lost has been sent again (t_limit).
     */
    double GetSettling() const
    {
        const auto known = GetHelloHoldtime() + GetMembershipLife();
        return known + GetAssertLife() + 2 * pruneHoldtime + refreshInterval;
    }

    /// @return how often a stream that nobody wants may come back without State Refresh: when a
    ///         prune ends, or the state of an assert loser
    double GetCycle() const
    {
        return pruneHoldtime - overrideInterval < assertTime ? pruneHoldtime - overrideInterval
                                                             : assertTime;
    }

    /// @return how long it then stays on one link: PrunePending, the difference of the Prune Timer
    ///         and the Prune Limit Timer, and the packet that makes a router prune
    double GetEpisode() const
    {
        return 2 * overrideInterval + packetInterval + 0.5;
    }
};

} // namespace mgm
} // namespace ns3

#endif // MGM_DENSE_TIMERS_H
