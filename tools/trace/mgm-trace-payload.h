/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_TRACE_PAYLOAD_H
#define MGM_TRACE_PAYLOAD_H

#include "mgm-trace-record-builder.h"

#include "ns3/mgm-trace-record.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace ns3
{
namespace mgm
{

/// Link type of packets that are trace records: LINKTYPE_USER0.
inline constexpr uint16_t TRACE_LINK_TYPE = 147;

/**
 * @brief Appends a record in the form in which a packet of a capture holds it.
 *
 * For each column that has a value: the number of the column in the list of columns, from 1, as one
 * byte; the length of the value as two bytes, high byte first; the value as text in UTF-8. A text
 * of more than 65535 bytes is cut.
 *
 * @param[in,out] payload what to append to
 * @param record the record
 */
void AppendTracePayload(std::string& payload, const TraceRecord& record);

/**
 * @brief Gives a builder the columns of a payload.
 * @param payload the payload
 * @param[in,out] builder the builder, which has no columns yet
 * @param where file and offset, for messages
 * @throws InputError if the payload is none
 */
void ReadTracePayload(std::string_view payload,
                      TraceRecordBuilder& builder,
                      const std::string& where);

} // namespace mgm
} // namespace ns3

#endif // MGM_TRACE_PAYLOAD_H
