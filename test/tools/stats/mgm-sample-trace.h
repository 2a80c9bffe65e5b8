/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_SAMPLE_TRACE_H
#define MGM_SAMPLE_TRACE_H

#include "ns3/mgm-trace-record.h"

#include <string_view>
#include <vector>

namespace ns3
{
namespace mgm
{

/// A client of the sample trace.
struct SampleClient
{
    ClientId id;           ///< Who it is.
    std::string_view name; ///< Its name.
};

inline constexpr SampleClient PIM{{4, 1}, "pim"};    ///< A protocol.
inline constexpr SampleClient IGMP{{10, 0}, "igmp"}; ///< IGMP.

/**
 * @ingroup tests
 * @brief A trace that is written down by hand, on node 0. Numbers of records are consecutive.
 */
class SampleTrace
{
  public:
    /// @return the records
    const std::vector<TraceRecord>& Get() const
    {
        return m_records;
    }

    /**
     * @brief Adds a record.
     * @param timeNs its time [ns]
     * @param kind its kind
     * @param op its operation
     * @param cause number of the record that caused it
     * @return the record
     */
    TraceRecord& Add(int64_t timeNs, TraceKind kind, std::string_view op, uint64_t cause = 0)
    {
        TraceRecord record;
        record.seq = m_records.size() + 1;
        record.timeNs = timeNs;
        record.kind = kind;
        record.op = op;
        record.cause = cause;
        return m_records.emplace_back(record);
    }

    /**
     * @brief Adds a record of a client.
     * @param timeNs its time [ns]
     * @param client the client
     * @param kind its kind
     * @param op its operation
     * @return the record
     */
    TraceRecord& AddOf(int64_t timeNs,
                       const SampleClient& client,
                       TraceKind kind,
                       std::string_view op)
    {
        auto& record = Add(timeNs, kind, op);
        record.client = client.id;
        record.clientName = client.name;
        return record;
    }

    /**
     * @brief Adds a call and its return at once.
     * @param timeNs its time [ns]
     * @param client the client
     * @param op the function
     * @param status the result
     * @param interface the interface, 0 for none
     * @return number of the call
     */
    uint64_t Call(int64_t timeNs,
                  const SampleClient& client,
                  std::string_view op,
                  Status status = Status::NO_ERROR,
                  uint32_t interface = 0)
    {
        const auto call = Enter(timeNs, client, op, interface);
        Leave(timeNs, client, op, call, status, interface);
        return call;
    }

    /// Adds a call.
    uint64_t Enter(int64_t timeNs,
                   const SampleClient& client,
                   std::string_view op,
                   uint32_t interface = 0)
    {
        auto& record = AddOf(timeNs, client, TraceKind::CALL, op);
        SetInterface(record, interface);
        return record.seq;
    }

    /// Adds the return from a call.
    void Leave(int64_t timeNs,
               const SampleClient& client,
               std::string_view op,
               uint64_t call,
               Status status = Status::NO_ERROR,
               uint32_t interface = 0)
    {
        auto& record = AddOf(timeNs, client, TraceKind::RETURN, op);
        record.cause = call;
        record.status = status;
        SetInterface(record, interface);
    }

    /// Adds a callback, without its return.
    void Callback(int64_t timeNs, const SampleClient& client, std::string_view op)
    {
        AddOf(timeNs, client, TraceKind::CALLBACK, op);
    }

    /// Adds a change of an interface's holder.
    void Hold(int64_t timeNs,
              std::string_view op,
              uint32_t interface,
              std::string_view holder,
              uint64_t cause)
    {
        auto& record = Add(timeNs, TraceKind::STATE, op, cause);
        record.newState = holder;
        SetInterface(record, interface);
    }

    /// Adds a packet that leaves on an interface.
    void Forward(int64_t timeNs, uint32_t interface)
    {
        SetInterface(Add(timeNs, TraceKind::FORWARD, "data"), interface);
    }

    /// Adds a change of state.
    TraceRecord& Change(int64_t timeNs,
                        std::string_view machine,
                        std::string_view before,
                        std::string_view event,
                        std::string_view after)
    {
        auto& record = Add(timeNs, TraceKind::STATE, machine);
        record.oldState = before;
        record.event = event;
        record.newState = after;
        return record;
    }

  private:
    static void SetInterface(TraceRecord& record, uint32_t interface)
    {
        if (interface != 0)
        {
            record.interface = InterfaceId{interface};
        }
    }

    std::vector<TraceRecord> m_records; ///< the records
};

} // namespace mgm
} // namespace ns3

#endif // MGM_SAMPLE_TRACE_H
