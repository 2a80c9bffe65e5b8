/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_PACKET_LIFE_H
#define MGM_PACKET_LIFE_H

#include "mgm-test-fixture.h"
#include "scenario/mgm-packet-ledger.h"
#include "scenario/mgm-stream-meter.h"

#include <set>

namespace ns3
{
namespace mgm
{

// Not inline: the tests of other folders have other things by these names.

/// Nodes and interfaces of the tests.
constexpr uint32_t SOURCE = 0;
constexpr uint32_t ROUTER = 1;
constexpr uint32_t FIRST_HOST = 2;
constexpr uint32_t OTHER_HOST = 3;

constexpr uint32_t UPSTREAM = 1;
constexpr uint32_t DOWNSTREAM = 2;

inline const SourceGroup STREAM{Ipv4Address("10.0.0.1"), Ipv4Address("239.1.1.1")};

inline const Time RUN_END = Seconds(100);

/// A source and a router on one link, the router and two hosts on another.
inline PacketLedger::Topology
MakeTopology()
{
    const Time delay = MilliSeconds(10);
    return {{{{SOURCE, ROUTER}, delay}, {{ROUTER, FIRST_HOST, OTHER_HOST}, delay}},
            {{{SOURCE, UPSTREAM}, 0}, {{ROUTER, UPSTREAM}, 0}, {{ROUTER, DOWNSTREAM}, 1}},
            {ROUTER}};
}

/**
 * @ingroup tests
 * @brief A ledger and a meter, and the life of packets in short words.
 */
class PacketLifeTest : public MgmTest
{
  protected:
    /// Hands a record to all that want it. Returns its number.
    uint64_t Emit(TraceKind kind,
                  uint32_t node,
                  uint64_t cause,
                  uint32_t interface,
                  const char* event = "")
    {
        TraceRecord record;
        record.seq = ++m_seq;
        record.timeNs = m_now.GetNanoSeconds();
        record.kind = kind;
        record.op = "data";
        record.node = node;
        record.cause = cause;
        record.interface = InterfaceId{interface};
        record.sourceGroup = STREAM;
        record.event = event;
        m_copies.Observe(record);
        m_ledger.Observe(record);
        m_meter.Observe(record);
        return record.seq;
    }

    uint64_t Send(uint32_t node = SOURCE, uint32_t interface = UPSTREAM)
    {
        return Emit(TraceKind::PACKET_TX, node, 0, interface);
    }

    void Arrive(uint32_t node, uint64_t copy, bool isWanted = false)
    {
        m_ledger.NoteArrival(node, copy, isWanted, m_now);
    }

    uint64_t Forward(uint64_t copy, uint32_t interface = DOWNSTREAM)
    {
        return Emit(TraceKind::FORWARD, ROUTER, copy, interface);
    }

    void Drop(uint32_t node, uint64_t copy, const char* event)
    {
        Emit(TraceKind::DROP, node, copy, UPSTREAM, event);
    }

    void Receive(uint32_t node, uint64_t copy)
    {
        Emit(TraceKind::PACKET_RX, node, copy, UPSTREAM);
    }

    PacketTotals Totals(Time now = RUN_END) const
    {
        return m_ledger.GetTotals(now);
    }

    Time m_now;                                      ///< the time
    uint64_t m_seq{0};                               ///< number of the last record
    std::set<uint32_t> m_wanting;                    ///< who wants the stream
    PacketCopies m_copies;                           ///< for the others
    PacketLedger m_ledger{MakeTopology(), m_copies}; ///< what is tested
    StreamMeter m_meter{
        {STREAM},
        [this](uint32_t node, const SourceGroup&) { return m_wanting.count(node) != 0; },
        m_copies}; ///< what is tested, too
};

} // namespace mgm
} // namespace ns3

#endif // MGM_PACKET_LIFE_H
