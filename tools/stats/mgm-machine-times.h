/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_MACHINE_TIMES_H
#define MGM_MACHINE_TIMES_H

#include "mgm-duration-distribution.h"

#include "ns3/mgm-client-id.h"
#include "ns3/mgm-interface-id.h"
#include "ns3/mgm-source-group.h"
#include "ns3/mgm-trace-record.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <tuple>

namespace ns3
{
namespace mgm
{

/// @ingroup mgm
/// @brief How the machines of one kind stay in a state.
struct StateStatistics
{
    DurationDistribution visits; ///< Durations of the visits that began and ended in the trace.
    uint64_t present{0};         ///< Machines that are in the state at the end of the trace.
};

/// @ingroup mgm
/// @brief What the machines of one kind do, taken together.
struct MachineStatistics
{
    uint64_t transitions{0};                       ///< How many transitions there are.
    std::map<std::string, uint64_t> events;        ///< How many of them an event makes.
    std::map<std::string, StateStatistics> states; ///< The states that are entered.
};

/**
 * @ingroup mgm
 * @brief Finds in a trace how often state machines and table entries change, and how long they stay
 *        in a state.
 *
 * A machine is known by its name, node, client, interface, source and group; an MFE has no
 * interface of its own. A transition from a state to itself does not end the visit. What becomes
 * "absent" is no machine any more, so that memory goes with what exists.
 */
class MachineTimes
{
  public:
    /// @brief Takes the next record.
    /// @param record the record
    void Observe(const TraceRecord& record);

    /// @return the kinds of machines by name
    const std::map<std::string, MachineStatistics>& GetMachines() const
    {
        return m_machines;
    }

  private:
    /// What tells machines apart.
    using Key = std::tuple<std::string, uint32_t, ClientId, InterfaceId, SourceGroup>;

    /// A visit of a machine to a state.
    struct Visit
    {
        std::string state; ///< the state
        /// since when [ns]; nothing if the trace does not show it
        std::optional<int64_t> sinceNs;
    };

    /**
     * @param record a change of state
     * @return the machine
     */
    static Key KeyOf(const TraceRecord& record);

    std::map<std::string, MachineStatistics> m_machines; ///< the kinds of machines
    std::map<Key, Visit> m_visits;                       ///< where each machine is
};

} // namespace mgm
} // namespace ns3

#endif // MGM_MACHINE_TIMES_H
