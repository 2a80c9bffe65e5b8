/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_RECORD_NOTE_H
#define MGM_RECORD_NOTE_H

#include "ns3/mgm-trace-header.h"
#include "ns3/mgm-trace-record.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief What is kept of a record when it has passed: enough to cite it.
 */
struct RecordNote
{
    RecordNote() = default;

    /// @param record the record
    explicit RecordNote(const TraceRecord& record);

    uint64_t seq{0};                        ///< Number of the record; 0 is no record.
    int64_t timeNs{0};                      ///< Simulated time [ns].
    uint32_t node{0};                       ///< Node id.
    TraceKind kind{TraceKind::EVENT};       ///< What it reports.
    std::string op;                         ///< Function, callback, table or message.
    std::optional<ClientId> client;         ///< The client concerned.
    std::string clientName;                 ///< Its name.
    std::optional<InterfaceId> interface;   ///< The interface concerned.
    std::optional<SourceGroup> sourceGroup; ///< The source and group concerned.
    std::string oldState;                   ///< The state before.
    std::string event;                      ///< The event.
    std::string newState;                   ///< The state after.
    std::optional<Status> status;           ///< Result of a call.

    /**
     * @brief Says what the record says, without number, time and node.
     * @param nodes the nodes that the trace introduces
     * @return the text
     */
    std::string ToText(const std::vector<TracedNode>& nodes) const;
};

} // namespace mgm
} // namespace ns3

#endif // MGM_RECORD_NOTE_H
