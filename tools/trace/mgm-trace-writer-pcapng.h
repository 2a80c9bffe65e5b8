/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_TRACE_WRITER_PCAPNG_H
#define MGM_TRACE_WRITER_PCAPNG_H

#include "ns3/mgm-trace-header.h"
#include "ns3/mgm-trace-writer.h"

#include <cstdint>
#include <map>
#include <string>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief Writes a capture in which each record is a packet, for Wireshark.
 *
 * Each node is an interface of the capture. The header is the comment of the section.
 */
class TraceWriterPcapng : public TraceWriter
{
  public:
    /**
     * @param stream where to write
     * @param header what the trace says about itself
     */
    TraceWriterPcapng(Ptr<OutputStreamWrapper> stream, const TraceHeader& header);

  private:
    void Format(const TraceRecord& record, std::string& text) override;

    /**
     * @brief Finds the interface of a node. A node that the header does not introduce gets its
     * interface when it first appears.
     * @param node id of the node
     * @param[in,out] text what to append the description of a new interface to
     * @return number of the interface
     */
    uint32_t GetInterface(uint32_t node, std::string& text);

    std::map<uint32_t, uint32_t> m_interfaces; ///< numbers of the interfaces by node
    std::string m_payload;                     ///< room for a record
};

} // namespace mgm
} // namespace ns3

#endif // MGM_TRACE_WRITER_PCAPNG_H
