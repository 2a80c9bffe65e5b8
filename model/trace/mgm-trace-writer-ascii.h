/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_TRACE_WRITER_ASCII_H
#define MGM_TRACE_WRITER_ASCII_H

#include "mgm-trace-header.h"
#include "mgm-trace-writer.h"

#include <string>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief Writes aligned lines, for people.
 *
 * A line has the number of the record and of its cause, the time [s], node, kind, operation
 * (indented by its depth), client, and what it is about. Nodes, clients and interfaces appear by
 * name where they have one. The format may change: programs read JSON lines or CSV.
 */
class TraceWriterAscii : public TraceWriter
{
  public:
    /**
     * @param stream where to write
     * @param header what the trace says about itself
     */
    TraceWriterAscii(Ptr<OutputStreamWrapper> stream, const TraceHeader& header);

  private:
    void Format(const TraceRecord& record, std::string& text) override;

    std::vector<TracedNode> m_nodes; ///< the nodes that the header introduces
};

} // namespace mgm
} // namespace ns3

#endif // MGM_TRACE_WRITER_ASCII_H
