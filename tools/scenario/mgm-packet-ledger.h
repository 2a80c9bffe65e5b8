/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_PACKET_LEDGER_H
#define MGM_PACKET_LEDGER_H

#include "mgm-packet-copies.h"

#include "ns3/mgm-trace-record.h"
#include "ns3/nstime.h"

#include <cstdint>
#include <deque>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief What became of the packets of all streams.
 */
struct PacketTotals
{
    uint64_t sent{0};                        ///< Packets that sources sent.
    uint64_t forwarded{0};                   ///< Copies that forwarders sent.
    uint64_t delivered{0};                   ///< Copies that receivers got.
    std::map<std::string, uint64_t> dropped; ///< Copies that were dropped, by reason.
    uint64_t onTheWay{0};                    ///< Ends that may still come after the run.
    uint64_t unaccounted{0};                 ///< Ends that should have come and did not.
    uint64_t repeated{0};                    ///< Ends that came twice.
};

/**
 * @ingroup mgm
 * @brief Follows each copy of each packet to its ends, to find those that vanish (conservation).
 *
 * A copy that is sent on a link has an end at each other node of the link: there it is dropped with
 * a traced reason below the forwarder, or it arrives. A copy that arrives at a node with a
 * forwarder is forwarded on one or more interfaces, or dropped by the forwarder with a traced
 * reason. One that arrives at a host that wants it is received. If the sender drops it below the
 * forwarder, it has no other end. What a router itself sends has an end at its own forwarder as
 * well.
 *
 * A copy all of whose ends are known is forgotten after PATIENCE, so that memory is bounded by what
 * is under way.
 */
class PacketLedger
{
  public:
    /// A link.
    struct Link
    {
        std::vector<uint32_t> nodes; ///< Ids of its nodes, in ascending order.
        Time delay;                  ///< Its delay.
    };

    /// The nodes and links.
    struct Topology
    {
        std::vector<Link> links; ///< The links.
        /// The indices of their links, by the id of a node and the index of an interface there.
        std::map<std::pair<uint32_t, uint32_t>, std::size_t> interfaces;
        std::set<uint32_t> forwarders; ///< Ids of the nodes that forward multicast packets.
    };

    /// Time that a copy may take to a device of its sender, to its end beyond the delay of its
    /// link, and through a forwarder.
    static const Time PATIENCE;

    /**
     * @param topology the nodes and links
     * @param copies the copies of the packets, where those are forgotten that the ledger forgets;
     *        it outlives the ledger
     */
    PacketLedger(const Topology& topology, PacketCopies& copies);

    /**
     * @brief Takes a trace record; those that are not about packets of streams are ignored.
     * @param record the record
     */
    void Observe(const TraceRecord& record);

    /**
     * @brief A queue of the sender has taken a copy, which may wait there as long as it has to.
     * @param number number of the copy
     */
    void NoteQueued(uint64_t number);

    /**
     * @brief The device of the sender has sent a copy.
     * @param number number of the copy
     * @param now the time
     */
    void NoteSent(uint64_t number, Time now);

    /**
     * @brief A copy has come up to IPv4.
     * @param node id of the node
     * @param number number of the copy
     * @param isWanted whether the node is a host that wants it
     * @param now the time
     */
    void NoteArrival(uint32_t node, uint64_t number, bool isWanted, Time now);

    /**
     * @param number number of a copy
     * @return whether its sender has dropped it
     */
    bool IsDroppedBySender(uint64_t number) const;

    /**
     * @brief Sums up.
     * @param now the end of the run
     * @return what became of the packets
     */
    PacketTotals GetTotals(Time now) const;

    /**
     * @param event the event of a drop record
     * @return whether it tells of a drop below the forwarder
     */
    static bool IsBelowForwarder(std::string_view event);

  private:
    /// A node that a copy is to reach, and what happened there.
    struct End
    {
        uint32_t node{0};               ///< id of the node
        bool isForwarder{false};        ///< whether that forwards
        bool hasArrived{false};         ///< it came up to IPv4
        Time arrived;                   ///< when
        bool isDroppedBelow{false};     ///< it was dropped before
        bool isWanted{false};           ///< a host there wants it
        bool isDelivered{false};        ///< the host has received it
        bool isHandled{false};          ///< the forwarder has sent or dropped it
        std::set<uint32_t> forwardedOn; ///< interfaces on which it was forwarded
    };

    /// A copy.
    struct Copy
    {
        uint32_t node{0};              ///< id of its sender
        bool isQueued{false};          ///< it waits for its device, or is being sent
        Time left;                     ///< else: when it was sent
        Time delay;                    ///< delay of its link
        bool isDroppedBySender{false}; ///< it never left
        bool isSettled{false};         ///< all its ends are known
        std::vector<End> ends;         ///< where it is to arrive, in ascending order of nodes
        std::size_t unknown{0};        ///< number of ends that are not known
    };

    /// @param node a node that a copy is to reach
    /// @return the end there, of which nothing is known
    End MakeEnd(uint32_t node) const;

    /// @brief Adds the end of a copy at the forwarder of its sender, which has it already.
    /// @param[in,out] copy the copy
    static void AddOwnEnd(Copy& copy);

    /// @param copy a copy
    /// @param node id of a node
    /// @return the first of its ends that is not at a node before that one
    static std::vector<End>::iterator FindPlace(Copy& copy, uint32_t node);

    /// @brief Adds a copy.
    /// @param record the record of its transmission
    void AddCopy(const TraceRecord& record);

    /// @brief Notes that a forwarder sent a copy on.
    /// @param record the record
    void NoteForward(const TraceRecord& record);

    /// @brief Notes that a host received a copy.
    /// @param record the record
    void NoteDelivery(const TraceRecord& record);

    /// @brief Notes that a copy was dropped.
    /// @param record the record
    void NoteDrop(const TraceRecord& record);

    /// @param end a node that a copy is to reach
    /// @return whether it is known what became of the copy there
    static bool IsKnown(const End& end);

    /// @brief Lets a copy be forgotten in time, if its ends are known.
    /// @param number number of the copy; there may be none
    /// @param now the time
    void Settle(uint64_t number, Time now);

    /// @brief Forgets what was settled long ago.
    /// @param now the time
    void Forget(Time now);

    /// @brief Notes what happened to a copy at a node where it was to arrive; elsewhere nothing.
    /// @param number number of the copy; there may be none
    /// @param node id of the node
    /// @param change notes it in the End that it is given
    template <typename Change>
    void NoteAt(uint64_t number, uint32_t node, Change change);

    /// @brief Adds the ends of a copy that have not come.
    /// @param copy the copy
    /// @param now the end of the run
    /// @param[in,out] totals what they are added to
    static void CountMissing(const Copy& copy, Time now, PacketTotals& totals);

    Topology m_topology;                             ///< the nodes and links
    PacketCopies& m_senders;                         ///< who sent which copy
    std::unordered_map<uint64_t, Copy> m_copies;     ///< by number
    std::deque<std::pair<Time, uint64_t>> m_settled; ///< which are settled, and since when
    PacketTotals m_totals;                           ///< what is known so far
};

} // namespace mgm
} // namespace ns3

#endif // MGM_PACKET_LEDGER_H
