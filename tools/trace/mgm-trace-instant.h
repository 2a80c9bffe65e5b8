/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_TRACE_INSTANT_H
#define MGM_TRACE_INSTANT_H

#include "ns3/mgm-trace-record.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief The records and frames of one instant, and the order in which they are merged.
 *
 * A frame stands behind the first record of its node and interface that sends a packet and has no
 * frame yet. Otherwise it has arrived, and stands before the first record of its node: that is what
 * it causes.
 */
class TraceInstant
{
  public:
    /// A packet for the merged capture.
    struct Packet
    {
        uint32_t interface = 0;     ///< Number of its interface in the merged capture.
        uint32_t originalLength{0}; ///< Its length [bytes].
        std::string data;           ///< Its octets.
    };

    /// Where a capture was made.
    struct Place
    {
        uint32_t node{0};       ///< Node id.
        uint32_t interface = 0; ///< Index of the IPv4 interface.
    };

    /**
     * @brief Adds a record, behind those that are there.
     * @param record the record
     * @param packet the packet that it is written as
     */
    void AddRecord(const TraceRecord& record, const Packet& packet);

    /**
     * @brief Adds a frame.
     * @param place where it was captured; nothing if that is not known
     * @param packet the frame
     */
    void AddFrame(const std::optional<Place>& place, const Packet& packet);

    /**
     * @brief Gives the packets away, in their order.
     * @return the packets; the instant is empty afterwards
     */
    std::vector<Packet> Take();

  private:
    /// A record with the frames that belong to it.
    struct Entry
    {
        uint32_t node{0};               ///< node id
        std::optional<uint32_t> sentOn; ///< interface on which it sends a packet, if it does
        bool hasFrame{false};           ///< whether the frame of that packet is there
        std::vector<Packet> arrivals;   ///< frames that stand before it
        Packet packet;                  ///< the record
        std::vector<Packet> departures; ///< frames that stand behind it
    };

    std::vector<Packet> m_others; ///< frames that belong to no record
    std::vector<Entry> m_entries; ///< the records
};

} // namespace mgm
} // namespace ns3

#endif // MGM_TRACE_INSTANT_H
