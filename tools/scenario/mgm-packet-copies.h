/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_PACKET_COPIES_H
#define MGM_PACKET_COPIES_H

#include "ns3/mgm-source-group.h"
#include "ns3/mgm-trace-record.h"
#include "ns3/mgm-trace-words.h"
#include "ns3/nstime.h"

#include <cstdint>
#include <map>
#include <unordered_map>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief The copies of the packets of all streams, found by the numbers of their trace records.
 *
 * A copy is what a source sends, or what a forwarder sends on one interface. Its number is that of
 * the record of kind packet-tx or forward, op "data", which it carries in its CauseTag.
 */
class PacketCopies
{
  public:
    /// A copy.
    struct Copy
    {
        uint64_t packet{0};      ///< Number of the packet among those of its stream, from 0.
        Time sent;               ///< When the source sent it.
        uint32_t node{0};        ///< Id of the node that sent this copy.
        uint32_t interface = 0;  ///< Index of the interface on which it did.
        SourceGroup sourceGroup; ///< Source and group.
    };

    /**
     * @brief Takes a trace record; those that make no copy are ignored.
     * @param record the record
     */
    void Observe(const TraceRecord& record);

    /**
     * @param number number of a copy
     * @return the copy; null if there is none of that number
     */
    const Copy* Find(uint64_t number) const;

    /**
     * @brief Forgets a copy that nobody will ask for any more.
     * @param number its number
     */
    void Forget(uint64_t number);

  private:
    std::unordered_map<uint64_t, Copy> m_copies;   ///< by number
    std::map<SourceGroup, uint64_t> m_nextPackets; ///< number of the next packet of each stream
};

/**
 * @param record a record
 * @return whether it is about a packet of a stream
 */
inline bool
IsAboutData(const TraceRecord& record)
{
    return record.op == words::DATA;
}

} // namespace mgm
} // namespace ns3

#endif // MGM_PACKET_COPIES_H
