/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_TRAFFIC_FIXTURE_H
#define MGM_TRAFFIC_FIXTURE_H

#include "mgm-test-fixture.h"

#include "ns3/ipv4-header.h"
#include "ns3/mgm-trace-record.h"
#include "ns3/mgm-traffic-sink.h"
#include "ns3/mgm-traffic-source.h"
#include "ns3/node-container.h"

#include <string>
#include <vector>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup tests
 * @brief A sender (10.0.0.1) and a receiver (10.0.0.2) on a line of 1 ms that costs no time to send
 * on, with a source and a sink.
 */
class TrafficTest : public MgmTest
{
  protected:
    /// A trace record, as far as tests look at it.
    struct Record
    {
        uint64_t seq;            ///< its number
        uint64_t cause;          ///< number of its cause
        int64_t timeNs;          ///< its time [ns]
        uint32_t node;           ///< node id
        std::string kind;        ///< its kind
        std::string event;       ///< its event
        InterfaceId interface;   ///< its interface
        SourceGroup sourceGroup; ///< its source and group
    };

    void SetUp() override;
    void TearDown() override;

    /**
     * @brief Sets an attribute of the source, whose value is a random variable.
     * @param name name of the attribute
     * @param variable the variable, as ns-3 writes it
     */
    void SetVariable(const std::string& name, const std::string& variable);

    /// @brief Records what tracers of both nodes say about packets.
    void Trace();

    /**
     * @brief Runs.
     * @param start when the source starts [ms]
     * @param stop when it stops [ms]
     * @param end when the simulation ends [ms]
     */
    void Run(int64_t start, int64_t stop, int64_t end);

    NodeContainer m_nodes;                    ///< sender and receiver
    Ptr<TrafficSource> m_source;              ///< on the sender
    Ptr<TrafficSink> m_sink;                  ///< on the receiver
    std::vector<int64_t> m_sent;              ///< when packets were sent [us]
    std::vector<uint32_t> m_sentNumbers;      ///< their numbers
    std::vector<TrafficReception> m_received; ///< packets received
    std::vector<Ipv4Header> m_headers;        ///< their IP headers
    std::vector<uint32_t> m_sizes;            ///< sizes of their IP payloads [bytes]
    std::vector<Record> m_records;            ///< trace records about packets
};

} // namespace mgm
} // namespace ns3

#endif // MGM_TRAFFIC_FIXTURE_H
