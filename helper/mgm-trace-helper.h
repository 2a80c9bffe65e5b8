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
#include "ns3/pcap-file-wrapper.h"

#include <string>
#include <vector>

namespace ns3
{
namespace mgm
{

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
     * @brief Writes all records of nodes to a file, as JSON lines.
     *
     * The header introduces the nodes, and the interfaces that they have at this moment.
     *
     * @param file path of the file; it is overwritten
     * @param nodes the nodes
     * @return whether the file could be opened
     */
    bool EnableJsonLines(const std::string& file,
                         const NodeContainer& nodes = NodeContainer::GetGlobal());

    /// @brief Writes all records of nodes to a file, as comma-separated values.
    /// @copydetails EnableJsonLines
    bool EnableCsv(const std::string& file,
                   const NodeContainer& nodes = NodeContainer::GetGlobal());

    /// @brief Writes all records of nodes to a file, as aligned text for people.
    /// @copydetails EnableJsonLines
    bool EnableAscii(const std::string& file,
                     const NodeContainer& nodes = NodeContainer::GetGlobal());

    /// @brief Hands all records so far to the files.
    /// @return whether all output has succeeded
    bool Flush();

    /**
     * @brief Captures the packets of a CSMA or point-to-point device.
     * @param file path of the pcap file; it is overwritten
     * @param device the device
     * @return the file, which is complete when it is closed, or the device is gone
     */
    static Ptr<PcapFileWrapper> EnablePcap(const std::string& file, Ptr<NetDevice> device);

  private:
    /// @brief Writes all records of nodes to a file, in the format of a writer.
    /// @copydetails EnableJsonLines
    template <typename Writer>
    bool Enable(const std::string& file, const NodeContainer& nodes);

    TraceHeader m_header;                    ///< what traces say about themselves
    std::vector<Ptr<TraceWriter>> m_writers; ///< what writes to them
};

} // namespace mgm
} // namespace ns3

#endif // MGM_TRACE_HELPER_H
