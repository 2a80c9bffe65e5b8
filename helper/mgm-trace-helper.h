/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_TRACE_HELPER_H
#define MGM_TRACE_HELPER_H

#include "ns3/mgm-trace-file.h"
#include "ns3/mgm-trace-format.h"
#include "ns3/mgm-trace-header.h"
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
     * @brief Writes all records of nodes to a file.
     *
     * The header introduces the nodes, and the interfaces that they have at this moment.
     *
     * @param kind format and compression of the file
     * @param file path of the file; it is overwritten
     * @param nodes the nodes
     * @return whether the file could be opened
     */
    bool Enable(TraceFileKind kind,
                const std::string& file,
                const NodeContainer& nodes = NodeContainer::GetGlobal());

    /**
     * @brief Writes all records of nodes to a file that is not compressed.
     * @param format format of the file
     * @param file path of the file; it is overwritten
     * @param nodes the nodes
     * @return whether the file could be opened
     */
    bool Enable(TraceFormat format,
                const std::string& file,
                const NodeContainer& nodes = NodeContainer::GetGlobal());

    /// @brief Completes the files. Further records are not written.
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
    TraceHeader m_header;                ///< what traces say about themselves
    std::vector<Ptr<TraceFile>> m_files; ///< the files
};

} // namespace mgm
} // namespace ns3

#endif // MGM_TRACE_HELPER_H
