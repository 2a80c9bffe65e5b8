/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_LADDER_LABELS_H
#define MGM_LADDER_LABELS_H

#include "mgm-ladder-options.h"

#include "ns3/mgm-trace-record.h"
#include "ns3/mgm-traced-node.h"

#include <string>
#include <vector>

namespace ns3
{
namespace mgm
{

/// The nodes that a trace introduces.
using TracedNodes = std::vector<TracedNode>;

/**
 * @brief Leaves out of a record what its label is not to say.
 *
 * In a narrow picture about one group, addresses only repeat what everybody knows.
 *
 * @param record the record
 * @param labels what labels say
 * @return the record of which the functions below make the label
 */
TraceRecord RecordForLabel(const TraceRecord& record, LadderLabels labels);

/**
 * @brief Makes the label of a record, such as "Add lan1 (*,239.1.1.1)".
 * @param record the record
 * @param nodes the nodes that the trace introduces
 * @return the label
 */
std::string LabelOf(const TraceRecord& record, const TracedNodes& nodes);

/**
 * @brief Makes the label of several data packets of one stream.
 * @param record the first of the records
 * @param count how many there are
 * @param nodes the nodes that the trace introduces
 * @return the label, such as "41 packets of (10.0.0.1,239.1.1.1) forwarded on lan1"
 */
std::string LabelOfPackets(const TraceRecord& record, uint64_t count, const TracedNodes& nodes);

/**
 * @param record a return
 * @return what the call returned, empty if it is NO_ERROR and nothing more
 */
std::string AnswerOf(const TraceRecord& record);

/**
 * @param record a return
 * @return whether the manager refused the call
 */
bool IsRefusal(const TraceRecord& record);

/**
 * @param record a record
 * @param nodes the nodes that the trace introduces
 * @return the whole record, a line for each column that has a value
 */
std::string FullTextOf(const TraceRecord& record, const TracedNodes& nodes);

/**
 * @param record a record of a client
 * @return the name of the client; its id if it has none
 */
std::string NameOfClient(const TraceRecord& record);

/**
 * @param timeNs a time [ns]
 * @return the time in seconds without trailing zeros, such as "1.5"
 */
std::string SecondsText(int64_t timeNs);

} // namespace mgm
} // namespace ns3

#endif // MGM_LADDER_LABELS_H
