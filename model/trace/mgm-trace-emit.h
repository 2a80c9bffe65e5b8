/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_TRACE_EMIT_H
#define MGM_TRACE_EMIT_H

#include "mgm-trace-record.h"
#include "mgm-tracer.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief Whom and what a record is about. Its views must be valid only while the record is emitted.
 */
struct TraceSubject
{
    std::string_view op;                       ///< Table, machine or message: a word of the trace.
    std::optional<InterfaceId> interface = {}; ///< The interface concerned.
    std::optional<SourceGroup> sourceGroup{};  ///< The source and group concerned.
    std::optional<ClientId> client{};          ///< The client concerned.
    std::string_view clientName{};             ///< Its name.
};

/**
 * @ingroup mgm
 * @brief A change of state.
 */
struct TraceChange
{
    std::string_view oldState; ///< The state before.
    std::string_view event;    ///< What made the change; may be empty.
    std::string_view newState; ///< The state after.
    std::string_view action{}; ///< What went with the change.
};

/**
 * @name Emitting a record
 *
 * Each function looks for a listener first, and does nothing without one. What costs time to make,
 * as a text for `detail`, is handed over as a DeferredText.
 * @{
 */

/**
 * @param kind what the record reports
 * @param subject what it is about
 * @param cause `seq` of the record that caused it; 0 for what is the cause at present
 * @return the record, without event and states
 */
TraceRecord MakeTraceRecord(TraceKind kind, const TraceSubject& subject, uint64_t cause = 0);

/**
 * @brief Emits a record of kind STATE.
 * @param tracer where to
 * @param subject the table's entry or the machine
 * @param change how it changes
 * @param detail text for people
 * @return number of the record, 0 without a listener
 */
uint64_t EmitState(const Tracer& tracer,
                   const TraceSubject& subject,
                   const TraceChange& change,
                   const TraceText& detail = {});

/**
 * @brief Emits a record of kind EVENT.
 * @param tracer where to
 * @param subject what happens to whom
 * @param event what it is in particular; may be empty
 * @param detail text for people
 * @return number of the record, 0 without a listener
 */
uint64_t EmitEvent(const Tracer& tracer,
                   const TraceSubject& subject,
                   std::string_view event = {},
                   const TraceText& detail = {});

/**
 * @brief Emits a record of kind DROP.
 * @param tracer where to
 * @param subject what is dropped
 * @param reason why: a word for drops
 * @param detail text for people
 * @param cause `seq` of the record that caused it; 0 for what is the cause at present
 * @return number of the record, 0 without a listener
 */
uint64_t EmitDrop(const Tracer& tracer,
                  const TraceSubject& subject,
                  std::string_view reason,
                  const TraceText& detail = {},
                  uint64_t cause = 0);

/**
 * @brief Emits a record of kind VIOLATION.
 * @param tracer where to
 * @param subject who does it, and to what
 * @param rule the rule of the specification that is broken, for example "OWN-11"
 * @return number of the record, 0 without a listener
 */
uint64_t EmitViolation(const Tracer& tracer, const TraceSubject& subject, std::string_view rule);

/** @} */

} // namespace mgm
} // namespace ns3

#endif // MGM_TRACE_EMIT_H
