/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_AGENT_SCHEDULE_H
#define MGM_AGENT_SCHEDULE_H

#include "ns3/nstime.h"
#include "ns3/ptr.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief When the agents of a node start and stop, also if the node crashes and boots.
 */
class AgentSchedule
{
  public:
    /**
     * @brief Adds an agent with Start(), Stop() and Fail(), and keeps its application from starting
     * by itself.
     * @param agent the agent
     * @param start when it starts
     * @param stop when it stops, if it does
     * @param startsByStep whether something else starts it first; a boot starts it all the same
     */
    template <typename Agent>
    void Add(Ptr<Agent> agent, Time start, std::optional<Time> stop, bool startsByStep = false)
    {
        agent->SetStartTime(Time::Max());
        Add({start,
             stop,
             [agent]() { agent->Start(); },
             [agent]() { agent->Stop(); },
             [agent]() { agent->Fail(); },
             startsByStep});
    }

    /**
     * @brief Schedules what happens. The schedule must outlive the simulation.
     * @param node id of the node
     * @param after what is called after an agent has started or stopped
     */
    void Begin(uint32_t node, const std::function<void()>& after);

    /// @brief The node crashes: all agents fail, in the order in which they were added, and none
    ///        starts.
    void Crash();

    /**
     * @brief The node boots: the agents start that would run by now.
     * @param prepare called before that, when the node is up already
     */
    void Boot(const std::function<void()>& prepare);

    /// @return whether the node is not crashed
    bool IsUp() const
    {
        return m_isUp;
    }

  private:
    /// An agent.
    struct Entry
    {
        Time start;                  ///< when it starts
        std::optional<Time> stop;    ///< when it stops
        std::function<void()> begin; ///< starts it
        std::function<void()> end;   ///< stops it
        std::function<void()> fail;  ///< kills it
        bool isRunning{false};       ///< whether it has started, and neither stopped nor failed
    };

    /// @brief Adds an agent.
    /// @param entry the agent
    void Add(const Entry& entry);

    /// @brief Schedules something that happens if the node is up then.
    /// @param node id of the node
    /// @param at when
    /// @param what that
    void Schedule(uint32_t node, Time at, const std::function<void()>& what);

    /// @brief Starts an agent, unless it is running: a boot may come at the time of its start.
    /// @param entry the agent
    static void Start(Entry& entry);

    /// @brief Stops an agent, if it is running: a crash and a boot may come at the time of its
    /// stop.
    /// @param entry the agent
    static void Stop(Entry& entry);

    std::vector<Entry> m_entries;  ///< the agents
    std::function<void()> m_after; ///< what is called after one has started or stopped
    bool m_isUp{true};             ///< whether the node is not crashed
};

} // namespace mgm
} // namespace ns3

#endif // MGM_AGENT_SCHEDULE_H
