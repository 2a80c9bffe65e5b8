/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_LADDER_SELECTION_H
#define MGM_LADDER_SELECTION_H

#include "mgm-ladder-options.h"

#include "ns3/mgm-trace-header.h"
#include "ns3/mgm-trace-record.h"

#include <set>
#include <string>
#include <utility>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief Tells which records a ladder diagram shows.
 */
class LadderSelection
{
  public:
    /**
     * @param header header of the trace
     * @param options what to select
     * @throws InputError if the trace has no such node or interface, or a group is no address
     */
    LadderSelection(const TraceHeader& header, const LadderOptions& options);

    /**
     * @param record a record
     * @return whether it is shown
     */
    bool Has(const TraceRecord& record);

    /**
     * @param node a node
     * @param interface one of its interfaces
     * @return whether the strip of that interface is shown
     */
    bool HasInterface(uint32_t node, uint32_t interface) const;

    /// @throws InputError if a client that was asked for did not occur in the trace
    void CheckClients() const;

  private:
    /// @return whether the client of a record is selected
    bool HasClient(const TraceRecord& record);

    /// Finds the nodes that the options name.
    void FindNodes(const TraceHeader& header);

    /// Finds the interfaces that the options name.
    void FindInterfaces(const TraceHeader& header);

    LadderOptions m_options;                              ///< what to select
    std::set<uint32_t> m_nodes;                           ///< selected nodes
    std::set<std::pair<uint32_t, uint32_t>> m_interfaces; ///< selected nodes and interfaces
    std::set<uint32_t> m_groups;                          ///< selected groups
    std::set<std::string> m_clients;                      ///< names of clients that occurred
};

} // namespace mgm
} // namespace ns3

#endif // MGM_LADDER_SELECTION_H
