/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_LADDER_PACKETS_H
#define MGM_LADDER_PACKETS_H

#include "mgm-ladder-labels.h"
#include "mgm-ladder-model.h"
#include "mgm-recent-map.h"

#include "ns3/mgm-trace-record.h"

#include <map>
#include <memory>
#include <string>
#include <tuple>
#include <vector>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief Turns the data packets of a trace into few items.
 *
 * Between two other items, all packets that the same lane sends, forwards or drops for the same
 * stream and interface become one item.
 */
class LadderPackets
{
  public:
    /**
     * @param nodes the nodes that the trace introduces
     * @param labels what labels say
     * @param items where items go
     */
    LadderPackets(const TracedNodes& nodes, LadderLabels labels, std::vector<LadderItem>& items);

    /**
     * @brief Takes a packet that is sent, forwarded or dropped.
     * @param record the record
     * @param lane lane of who does it
     */
    void Take(const TraceRecord& record, std::size_t lane);

    /**
     * @brief Notes that a packet arrived.
     * @param seq record of its sending
     * @param lane where it arrived
     * @param item item that shows what became of it, if there is one
     */
    void Arrive(uint64_t seq, std::size_t lane, std::size_t item = LADDER_NONE);

    /// Makes items of what was taken, because something else happens now.
    void Flush();

  private:
    /// What packets have in common that one item shows.
    struct Key
    {
        TraceKind kind;          ///< sent, forwarded or dropped
        std::size_t lane;        ///< who does it
        uint32_t interface;      ///< where
        SourceGroup sourceGroup; ///< the stream
        std::string reason;      ///< why they are dropped
        std::size_t sender;      ///< the run of the packets from which they come; 0 is none

        /// The order of keys.
        bool operator<(const Key& other) const
        {
            return std::tie(kind, lane, interface, sourceGroup, reason, sender) <
                   std::tie(other.kind,
                            other.lane,
                            other.interface,
                            other.sourceGroup,
                            other.reason,
                            other.sender);
        }
    };

    /// Packets that become one item, or became one.
    struct Run
    {
        std::size_t number{0};          ///< its number, from 1
        LadderItem item;                ///< the item to be
        std::size_t index{LADDER_NONE}; ///< index of the item, once it is made
        TraceRecord first;              ///< first record without its texts
        std::string event;              ///< `event` of the first record
    };

    /// A packet on its way.
    struct Packet
    {
        std::shared_ptr<Run> run;       ///< the run of its sending
        std::vector<std::size_t> lanes; ///< where it arrived
    };

    /// An arrival in the row of an item that is not made yet.
    struct Arrival
    {
        std::shared_ptr<Run> sender;   ///< the run of its sending
        std::size_t lane;              ///< where it arrived
        std::shared_ptr<Run> receiver; ///< the run of what became of it
    };

    /// @return the item of a run
    LadderItem& ItemOf(Run& run);

    /// @return the run of a record
    std::shared_ptr<Run> RunOf(const TraceRecord& record, std::size_t lane);

    /// Makes the item of a run.
    void Make(Run& run);

    /// @return the head of an item at a lane, or null
    static LadderHead* HeadAt(LadderItem& item, std::size_t lane);

    const TracedNodes& m_nodes;                 ///< the nodes that the trace introduces
    LadderLabels m_labels;                      ///< what labels say
    std::vector<LadderItem>& m_items;           ///< where items go
    std::map<Key, std::shared_ptr<Run>> m_runs; ///< open runs
    std::vector<std::shared_ptr<Run>> m_order;  ///< open runs, in order
    std::vector<Arrival> m_arrivals;            ///< arrivals in open runs
    std::size_t m_runCount{0};                  ///< number of runs so far
    RecentMap<Packet> m_packets;                ///< packets on their way
};

} // namespace mgm
} // namespace ns3

#endif // MGM_LADDER_PACKETS_H
