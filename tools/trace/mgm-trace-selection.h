/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_TRACE_SELECTION_H
#define MGM_TRACE_SELECTION_H

#include "ns3/mgm-trace-header.h"
#include "ns3/mgm-trace-record.h"

#include <cstdint>
#include <limits>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief What to select of a trace. An empty list selects everything.
 */
struct TraceSelectionOptions
{
    std::vector<std::string> nodes;      ///< Names or ids of nodes.
    std::vector<std::string> clients;    ///< Clients as PROTOCOL/COMPONENT, or names of clients.
    std::vector<std::string> interfaces; ///< Names or indexes of interfaces.
    std::vector<std::string> groups;     ///< Group addresses, or "*".
    std::vector<std::string> sources;    ///< Source addresses, or "*".
    std::vector<std::string> kinds;      ///< Kinds of records.
    std::vector<std::string> ops;        ///< Operations.

    int64_t fromNs{std::numeric_limits<int64_t>::min()};  ///< The first time [ns].
    int64_t untilNs{std::numeric_limits<int64_t>::max()}; ///< The time that comes too late [ns].
};

/**
 * @ingroup mgm
 * @brief Selects records: one entry of each list that is not empty must fit, and the time.
 */
class TraceSelection
{
  public:
    /**
     * @param options what to select
     * @param header the header of the trace, which knows the names
     * @throws InputError if an option names what can't be in the trace
     */
    TraceSelection(const TraceSelectionOptions& options, const TraceHeader& header);

    /**
     * @param record a record
     * @return whether it is selected
     */
    bool Selects(const TraceRecord& record) const;

  private:
    TraceSelectionOptions m_options;                      ///< what to select
    std::set<uint32_t> m_nodes;                           ///< ids of the nodes
    std::set<std::pair<uint32_t, uint32_t>> m_interfaces; ///< nodes and indexes of the interfaces
};

} // namespace mgm
} // namespace ns3

#endif // MGM_TRACE_SELECTION_H
