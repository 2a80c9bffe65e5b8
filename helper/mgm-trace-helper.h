/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_TRACE_HELPER_H
#define MGM_TRACE_HELPER_H

#include "ns3/mgm-trace-header.h"
#include "ns3/mgm-trace-writer.h"
#include "ns3/net-device.h"
#include "ns3/node-container.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ns3
{
namespace mgm
{

/// @ingroup mgm
/// @brief A format of trace files.
enum class TraceFormat : uint8_t
{
    JSONL, ///< JSON lines.
    CSV,   ///< Comma-separated values.
    ASCII, ///< Aligned text, for people.
};

/**
 * @param name name of a format: "jsonl", "csv" or "ascii"
 * @return the format, or nothing if there is none of that name
 */
std::optional<TraceFormat> TraceFormatFromString(std::string_view name);

/**
 * @param format a format
 * @return name of a file of that format: "trace.jsonl", "trace.csv" or "trace.txt"
 */
std::string GetTraceFileName(TraceFormat format);

/**
 * @ingroup mgm
 * @brief Writes traces of nodes to files, and captures of their packets.
 */
class MgmTraceHelper
{
  public:
    /// @param header what traces say about themselves
    explicit MgmTraceHelper(const TraceHeader& header = TraceHeader::OfSimulation());

    /**
     * @brief Writes all records of nodes to a file.
     *
     * The header introduces the nodes, and the interfaces that they have at this moment.
     *
     * @param format format of the file
     * @param file path of the file; it is overwritten
     * @param nodes the nodes
     * @return whether the file could be opened
     */
    bool Enable(TraceFormat format,
                const std::string& file,
                const NodeContainer& nodes = NodeContainer::GetGlobal());

    /// @brief Completes the files.
    /// @return whether all output has succeeded
    bool Flush();

    /**
     * @brief Captures the packets of a CSMA or point-to-point device.
     * @param file path of the pcap file; it is overwritten
     * @param device the device
     */
    static void EnablePcap(const std::string& file, Ptr<NetDevice> device);

  private:
    TraceHeader m_header;                    ///< what traces say about themselves
    std::vector<Ptr<TraceWriter>> m_writers; ///< the writers
};

} // namespace mgm
} // namespace ns3

#endif // MGM_TRACE_HELPER_H
