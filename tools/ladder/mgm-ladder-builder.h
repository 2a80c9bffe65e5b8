/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_LADDER_BUILDER_H
#define MGM_LADDER_BUILDER_H

#include "mgm-ladder-lanes.h"
#include "mgm-ladder-model.h"
#include "mgm-ladder-options.h"
#include "mgm-ladder-ownership.h"
#include "mgm-ladder-packets.h"
#include "mgm-ladder-selection.h"
#include "mgm-recent-map.h"
#include "trace/mgm-trace-reader.h"

#include "ns3/mgm-trace-header.h"

#include <map>
#include <string>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief Makes the model of a ladder diagram of the records of a trace.
 *
 * Its memory grows with what is shown, not with the length of the trace.
 */
class LadderBuilder
{
  public:
    /**
     * @param header header of the trace
     * @param options what to show
     * @throws InputError if the options name what the trace does not have
     */
    LadderBuilder(const TraceHeader& header, const LadderOptions& options);

    LadderBuilder(const LadderBuilder&) = delete;
    LadderBuilder& operator=(const LadderBuilder&) = delete;

    /**
     * @brief Takes the next record.
     * @param record the record
     * @throws InputError if there are more events than the options allow
     */
    void Add(const TraceRecord& record);

    /**
     * @return the model of all records
     * @throws InputError if nothing is shown
     */
    LadderModel Finish();

  private:
    /// A call or callback that is not left yet.
    struct OpenCall
    {
        std::size_t item{0}; ///< its item
        std::size_t bar{0};  ///< its bar
    };

    /// A step of an agent that is not placed yet.
    struct OpenStep
    {
        uint32_t node{0};    ///< its node
        std::size_t item{0}; ///< its item
    };

    /// Takes a record that is shown and is no data packet.
    void Show(const TraceRecord& record, std::size_t lane);

    /// Takes a record of a data packet that is shown.
    void ShowData(const TraceRecord& record, std::size_t lane);

    /// Adds an item for a record.
    LadderItem& Put(LadderItemKind kind, const TraceRecord& record, std::size_t lane);

    /// Adds the item and the bar of a call or callback.
    void Enter(const TraceRecord& record, std::size_t lane);

    /// Ends the bar of a call or callback, and says what it returned.
    void Leave(const TraceRecord& record);

    /// Adds the mark of a change of state, if it is shown.
    void Mark(const TraceRecord& record, std::size_t lane);

    /// Adds the mark or arrow of an event.
    void ShowEvent(const TraceRecord& record, std::size_t lane);

    /// Adds the arrival of a protocol message.
    void ShowArrival(const TraceRecord& record, std::size_t lane);

    /// @return whether the options let a change of state be shown
    bool IsShownState(const TraceRecord& record) const;

    /// Tells the item of an agent's step where it stands: where its first consequence on its own
    /// node does.
    void PlaceStep(const TraceRecord& record, std::size_t lane);

    /// Follows the ownership of interfaces.
    void FollowOwnership(const TraceRecord& record, bool isShown);

    /// @return the cause of a record, or if that is not shown, the cause of the cause, and so on
    uint64_t ShownCause(const TraceRecord& record);

    /// Lets a cause know that it has consequences that are shown.
    void NoteConsequence(const TraceRecord& record);

    TraceHeader m_header;                 ///< header of the trace
    LadderOptions m_options;              ///< what to show
    LadderSelection m_selection;          ///< tells what is shown
    LadderLanes m_lanes;                  ///< finds lanes
    LadderModel m_model;                  ///< the model so far
    LadderPackets m_packets;              ///< data packets
    LadderOwnership m_ownership;          ///< who owns which interface
    std::map<uint64_t, OpenCall> m_open;  ///< calls and callbacks that are not left yet
    std::map<uint64_t, OpenStep> m_steps; ///< steps of agents without consequences so far
    RecentMap<std::size_t> m_itemOf;      ///< items of recent records
    RecentMap<uint64_t> m_hidden;         ///< shown causes of recent records that are not shown
};

/**
 * @brief Reads a trace and makes the model of its ladder diagram.
 * @param reader the trace
 * @param options what to show
 * @return the model
 * @throws InputError if the trace is damaged, or nothing or too much would be shown
 */
LadderModel BuildLadder(TraceReader& reader, const LadderOptions& options);

} // namespace mgm
} // namespace ns3

#endif // MGM_LADDER_BUILDER_H
