/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_LADDER_LANES_H
#define MGM_LADDER_LANES_H

#include "mgm-ladder-model.h"
#include "mgm-recent-map.h"

#include "ns3/mgm-trace-header.h"
#include "ns3/mgm-trace-record.h"

#include <map>
#include <optional>
#include <utility>
#include <vector>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief Finds the lane of each record, and makes the lanes.
 *
 * It is shown every record, also those that the diagram does not show: they tell which IGMP and PIM
 * run on which interface, and in which order clients register.
 */
class LadderLanes
{
  public:
    /// @param header header of the trace
    explicit LadderLanes(const TraceHeader& header);

    /**
     * @param record a record
     * @return index of the lane that does what the record says; the manager's for callbacks
     */
    std::size_t LaneOf(const TraceRecord& record);

    /**
     * @param record a record of a client
     * @return index of the client's lane
     */
    std::size_t ClientLane(const TraceRecord& record);

    /**
     * @param node a node
     * @param kind a part of it that is no client
     * @return index of its lane
     */
    std::size_t PartLane(uint32_t node, LadderLane::Kind kind);

    /**
     * @param node a node
     * @param interface one of its interfaces
     * @return index of the lane of the IGMP that runs there
     */
    std::size_t AgentLane(uint32_t node, uint32_t interface);

    /**
     * @param lane index of a lane
     * @return the lane
     */
    const LadderLane& Get(std::size_t lane) const;

    /**
     * @brief Gives the lanes their order from left to right.
     * @param isUsed which lanes are needed, by index
     * @return indices of the needed lanes, in order
     */
    std::vector<std::size_t> InOrder(const std::vector<bool>& isUsed) const;

    /**
     * @param node a node
     * @return its place among the nodes
     */
    std::size_t PlaceOfNode(uint32_t node) const;

    /// @return the number of lanes that were made
    std::size_t GetCount() const
    {
        return m_lanes.size();
    }

  private:
    /// @return the lane, made if it is not there yet
    std::size_t FindOrMake(const LadderLane& lane);

    /// @return the lane of a sent or received message
    std::size_t MessageLane(const TraceRecord& record);

    /// @return the lane of a change of state
    std::size_t StateLane(const TraceRecord& record);

    /// @return the lane of an event; of a step of an agent, that of the node
    std::size_t EventLane(const TraceRecord& record);

    /// @return the lane of a record, which is not remembered
    std::size_t Find(const TraceRecord& record);

    std::map<uint32_t, std::size_t> m_places; ///< place of each node
    std::vector<LadderLane> m_lanes;          ///< lanes as they were made

    /// lane of the IGMP that took an interface, by node and interface
    std::map<std::pair<uint32_t, uint32_t>, std::size_t> m_agents;
    /// lane of the client that speaks PIM on an interface, by node and interface
    std::map<std::pair<uint32_t, uint32_t>, std::size_t> m_pims;
    RecentMap<std::size_t> m_laneOf; ///< lane of recent records
};

} // namespace mgm
} // namespace ns3

#endif // MGM_LADDER_LANES_H
