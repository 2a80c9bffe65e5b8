/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_DENSE_RUN_H
#define MGM_DENSE_RUN_H

#include "mgm-dense-internet.h"
#include "mgm-dense-plan.h"
#include "mgm-dense-timers.h"
#include "model/mfe/mgm-random-network.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup tests
 * @brief A random network of dense mode and what happens to it: members come and go, routers crash
 * and boot, links go down and up, and lose packets. Then nothing happens any more for as long as it
 * may take to settle, and a while.
 */
class DenseRun
{
  public:
    /// @param seed decides everything
    explicit DenseRun(uint32_t seed);

    ~DenseRun();

    DenseRun(const DenseRun&) = delete;
    DenseRun& operator=(const DenseRun&) = delete;

    /// @brief Simulates.
    void Play();

    /// @return the network, as it is now
    const DensePlan& GetPlan() const
    {
        return m_plan;
    }

    /// @return its timers
    const DenseTimers& GetTimers() const
    {
        return m_timers;
    }

    /// @return the streams
    const std::vector<DenseStream>& GetStreams() const
    {
        return m_streams;
    }

    /// @return what was built
    const DenseInternet& GetInternet() const
    {
        return *m_internet;
    }

    /// @return when the last disturbance was [s]
    double GetLastDisturbance() const
    {
        return m_lastDisturbance;
    }

    /// @return the links that have lost packets
    const std::set<uint32_t>& GetLossyLinks() const
    {
        return m_lossy;
    }

    /// @return whether a router or a link has failed
    bool HasFailures() const
    {
        return m_hasFailures;
    }

    /// @return the network and what has happened, for a person
    std::string GetHistory() const
    {
        return m_history.str();
    }

  private:
    void DrawStreams();
    void DrawStarts();
    void DrawEvents();
    void DrawEvent(double at);
    void CrashRouter(double at);
    void CutLink(double at);
    void LosePackets(double at);
    void ChangeMember(double at);

    /// @brief Has something happen. @param at when [s] @param what for the history
    /// @param happen has it happen
    void ScheduleAt(double at, const std::string& what, const std::function<void()>& happen);

    /// @brief As ScheduleAt(), and the routes follow after a while.
    void ScheduleFailureAt(double at, const std::string& what, const std::function<void()>& happen);

    static constexpr double FIRST_EVENT = 25; ///< [s]
    static constexpr double LAST_EVENT = 105; ///< [s]

    Draw m_draw;                               ///< decides everything
    DensePlan m_plan;                          ///< the network
    DenseTimers m_timers;                      ///< its timers
    std::vector<DenseStream> m_streams;        ///< the streams
    std::unique_ptr<DenseInternet> m_internet; ///< what was built
    double m_lastDisturbance{0};               ///< [s]
    std::set<uint32_t> m_lossy;                ///< links that have lost packets
    bool m_hasFailures{false};                 ///< whether a router or a link has failed
    std::ostringstream m_history;              ///< what has happened
};

} // namespace mgm
} // namespace ns3

#endif // MGM_DENSE_RUN_H
