/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

// What checking a trace costs per record: packets that are forwarded, and memberships that come and
// go.

#include "check/mgm-trace-checker.h"

#include <benchmark/benchmark.h>
#include <string>
#include <vector>

namespace ns3
{
namespace mgm
{
namespace bench
{

namespace
{

/// A trace that is made while it is checked.
class EndlessTrace
{
  public:
    /// Begins with a router whose IGMP has an interface.
    EndlessTrace()
        : m_checker(TraceHeader(), {GetTraceRules().begin(), GetTraceRules().end()})
    {
        Call("RegisterMProtocol", {}, {}, "CREATION_ALERT+DISABLE_IGMP+ENABLE_IGMP", nullptr);
        for (const uint32_t index : {1U, 2U})
        {
            TraceRecord taken = Make(TraceKind::STATE, "igmp");
            taken.client.reset();
            taken.interface = InterfaceId{index};
            taken.oldState = "nobody";
            taken.newState = "igmp";
            Call("TakeInterfaceOwnership", taken.interface, {}, {}, &taken);
        }
    }

    /// Adds or deletes a membership of IGMP.
    void Change(const SourceGroup& key, bool isAdded)
    {
        TraceRecord change = Make(TraceKind::STATE, "membership");
        change.interface = InterfaceId{2};
        change.sourceGroup = key;
        change.newState = isAdded ? "present" : "absent";
        Call(isAdded ? "AddGroupMembershipEntry" : "DeleteGroupMembershipEntry",
             change.interface,
             key,
             "join-state",
             &change);
    }

    /// Makes a forwarding entry.
    void MakeEntry(const SourceGroup& key)
    {
        TraceRecord state = Make(TraceKind::STATE, "mfe");
        state.client.reset();
        state.sourceGroup = key;
        state.action = "make";
        state.newState = "making";
        Look(state);
        TraceRecord alert = Make(TraceKind::CALLBACK, "CREATION_ALERT");
        alert.interface = InterfaceId{1};
        alert.sourceGroup = key;
        alert.cause = state.seq;
        Look(alert);
        alert.kind = TraceKind::CALLBACK_RETURN;
        alert.cause = alert.seq;
        Look(alert);
        state.action = "install";
        state.newState = "live";
        state.interface = InterfaceId{1};
        Look(state);
    }

    /// Sends a packet and forwards it.
    void Forward(const SourceGroup& key)
    {
        ++m_timeNs;
        TraceRecord packet = Make(TraceKind::PACKET_TX, "data");
        packet.client.reset();
        packet.node = 1;
        packet.interface = InterfaceId{1};
        packet.sourceGroup = key;
        Look(packet);
        packet.kind = TraceKind::FORWARD;
        packet.cause = packet.seq;
        packet.node = 0;
        packet.interface = InterfaceId{2};
        Look(packet);
    }

    /// @return the check
    TraceChecker& GetChecker()
    {
        return m_checker;
    }

  private:
    TraceRecord Make(TraceKind kind, std::string_view op) const
    {
        TraceRecord record;
        record.kind = kind;
        record.op = op;
        record.client = ClientId{IGMP_PROTOCOL_ID, 0};
        record.clientName = "igmp";
        return record;
    }

    void Look(TraceRecord& record)
    {
        record.seq = ++m_seq;
        record.timeNs = m_timeNs;
        m_checker.Look(record);
    }

    void Call(std::string_view op,
              const std::optional<InterfaceId>& interface,
              const std::optional<SourceGroup>& key,
              std::string_view event,
              TraceRecord* inside)
    {
        TraceRecord call = Make(TraceKind::CALL, op);
        call.interface = interface;
        call.sourceGroup = key;
        call.event = event;
        Look(call);
        if (inside)
        {
            inside->cause = call.seq;
            inside->depth = 1;
            Look(*inside);
        }
        call.kind = TraceKind::RETURN;
        call.cause = call.seq;
        call.status = Status::NO_ERROR;
        Look(call);
    }

    uint64_t m_seq{0};      ///< number of the last record
    int64_t m_timeNs{0};    ///< its time [ns]
    TraceChecker m_checker; ///< checks it
};

SourceGroup
KeyOf(uint32_t number)
{
    return {Ipv4Address("10.0.0.1"), Ipv4Address(0xEF010100 + number)};
}

void
CheckForwarding(benchmark::State& state)
{
    EndlessTrace trace;
    const auto entries = static_cast<uint32_t>(state.range(0));
    for (uint32_t i = 0; i < entries; ++i)
    {
        trace.Change({ANY_ADDRESS, KeyOf(i).group}, true);
        trace.MakeEntry(KeyOf(i));
    }
    const uint64_t before = trace.GetChecker().GetRecords();
    uint32_t next = 0;
    for (auto _ : state)
    {
        trace.Forward(KeyOf(next++ % entries));
    }
    state.SetItemsProcessed(static_cast<int64_t>(trace.GetChecker().GetRecords() - before));
    state.counters["findings"] = static_cast<double>(trace.GetChecker().GetFindings().GetTotal());
}

void
CheckMemberships(benchmark::State& state)
{
    EndlessTrace trace;
    const uint64_t before = trace.GetChecker().GetRecords();
    uint32_t next = 0;
    for (auto _ : state)
    {
        const SourceGroup key{ANY_ADDRESS, KeyOf(next++ % 1000).group};
        trace.Change(key, true);
        trace.Change(key, false);
    }
    state.SetItemsProcessed(static_cast<int64_t>(trace.GetChecker().GetRecords() - before));
    state.counters["findings"] = static_cast<double>(trace.GetChecker().GetFindings().GetTotal());
}

BENCHMARK(CheckForwarding)->Arg(1)->Arg(1000);
BENCHMARK(CheckMemberships);

} // namespace

} // namespace bench
} // namespace mgm
} // namespace ns3
