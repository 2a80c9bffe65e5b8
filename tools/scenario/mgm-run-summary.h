/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_RUN_SUMMARY_H
#define MGM_RUN_SUMMARY_H

#include "json/mgm-json-document.h"
#include "mgm-client-activity.h"
#include "mgm-expectation-checker.h"
#include "mgm-packet-ledger.h"
#include "mgm-pim-report.h"
#include "mgm-scenario-network.h"
#include "mgm-scenario.h"
#include "mgm-stream-meter.h"

#include "ns3/mgm-trace-record.h"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief What a run came to, for programs (`summary.json`) and for people.
 */
class RunSummary
{
  public:
    /// @param scenario the scenario; it outlives the summary
    explicit RunSummary(const Scenario& scenario);

    /**
     * @brief Counts a trace record, and notes what it says about a client.
     * @param record the record
     */
    void Observe(const TraceRecord& record);

    /**
     * @brief Notes the state of the network at the end of the run.
     * @param network the network
     */
    void NoteNetwork(const ScenarioNetwork& network);

    /**
     * @brief Notes what became of the packets of the streams. What is written comes after it.
     * @param streams what receivers got of each stream; it outlives the summary
     * @param packets what became of all packets
     */
    void NoteTraffic(const StreamMeter::Results& streams, const PacketTotals& packets);

    /**
     * @brief Notes what became of the expectations.
     * @param results a result for each
     */
    void NoteExpectations(const std::vector<ExpectationResult>& results);

    /**
     * @brief Notes a file that was written.
     * @param name its name
     */
    void NoteFile(const std::string& name);

    /// @return everything, in the order in which it is written
    Json ToJson() const;

    /**
     * @brief Prints a few lines.
     * @param os where to print
     * @param out name of the directory with the files
     */
    void Print(std::ostream& os, const std::string& out) const;

    /// @return a message for each expectation that was not met
    const std::vector<std::string>& GetFailures() const
    {
        return m_failures;
    }

  private:
    /**
     * @param kind a kind of records
     * @return how many there were
     */
    uint64_t CountOf(TraceKind kind) const;

    /// @return number of records of each kind that there were, by name
    Json DescribeRecords() const;

    /**
     * @param node node id
     * @param client name of a client
     * @return what it did; nothing if no client of the node has this name
     */
    ClientActivity* FindClient(uint32_t node, std::string_view client);

    /// What clients did, by their names.
    using Clients = std::map<std::string, ClientActivity, std::less<>>;

    const Scenario& m_scenario;                     ///< the scenario
    std::map<TraceKind, uint64_t> m_records;        ///< number of records of each kind
    Json m_nodes;                                   ///< state of the nodes at the end
    PimReport m_pim;                                ///< what PIM dense mode knows at the end
    std::vector<Clients> m_clients;                 ///< what clients did, by node
    const StreamMeter::Results* m_streams{nullptr}; ///< what receivers got of each stream
    PacketTotals m_packets;                         ///< what became of all packets
    Json m_expectations;                            ///< the expectations and what became of them
    std::vector<std::string> m_failures;            ///< messages about those that were not met
    std::vector<std::string> m_files;               ///< names of the files
};

} // namespace mgm
} // namespace ns3

#endif // MGM_RUN_SUMMARY_H
