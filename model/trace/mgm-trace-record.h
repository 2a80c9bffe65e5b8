/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_TRACE_RECORD_H
#define MGM_TRACE_RECORD_H

#include "mgm-trace-text.h"

#include "ns3/mgm-client-id.h"
#include "ns3/mgm-interface-id.h"
#include "ns3/mgm-source-group.h"
#include "ns3/mgm-status.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief What a trace record reports.
 */
enum class TraceKind : uint8_t
{
    CALL,            ///< A client calls the manager.
    RETURN,          ///< The manager answers that call.
    CALLBACK,        ///< The manager calls a client.
    CALLBACK_RETURN, ///< The client returns from the callback.
    STATE,           ///< A table entry or a state machine changes.
    EVENT,           ///< Something that starts a chain of causes: a scenario step, a timer.
    VIOLATION,       ///< A client breaks a rule of the specification.
    DROP,            ///< A packet or a message is dropped.
    PACKET_TX,       ///< An agent sends a protocol message.
    PACKET_RX,       ///< An agent receives a protocol message.
    FORWARD,         ///< A forwarder sends a packet on one outgoing interface.
};

/**
 * @param kind a kind
 * @return its name in traces, for example "callback-return"
 */
std::string_view ToString(TraceKind kind);

/**
 * @ingroup mgm
 * @brief One line of the trace: what happened when, to whom, and because of what.
 *
 * The views are valid only while the sink is called, and `detail` may be made only when a sink
 * reads it. mgm-trace-column.h lists the columns that programs see.
 */
struct TraceRecord
{
    uint64_t seq{0};   ///< Number of the record in the run, from 1: the total order.
    int64_t timeNs{0}; ///< Simulated time [ns].
    uint64_t cause{0}; ///< `seq` of the record that caused this one; 0 if there is none.
    uint32_t depth{0}; ///< Nesting of callbacks in calls.
    uint32_t node{0};  ///< Node id.

    TraceKind kind{TraceKind::EVENT};       ///< What the record reports.
    std::string_view op;                    ///< Function, callback, table, machine or message.
    std::optional<ClientId> client;         ///< The client concerned.
    std::string_view clientName;            ///< Its name.
    std::optional<InterfaceId> interface;   ///< The interface concerned.
    std::optional<SourceGroup> sourceGroup; ///< The source and group concerned.
    std::string_view oldState;              ///< State machines: the state before.
    std::string_view event;                 ///< State machines: the event.
    std::string_view action;                ///< State machines: the action taken.
    std::string_view newState;              ///< State machines: the state after.
    std::optional<Status> status;           ///< Result of a call.
    TraceText detail;                       ///< Free text for people; no program needs it.
};

} // namespace mgm
} // namespace ns3

#endif // MGM_TRACE_RECORD_H
