/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_OUTCOME_RECORDER_H
#define MGM_OUTCOME_RECORDER_H

#include "check/mgm-trace-checker.h"
#include "mgm-record-accesses.h"
#include "scenario/mgm-expectation-check.h"
#include "scenario/mgm-scenario-network.h"
#include "scenario/mgm-scenario.h"
#include "scenario/mgm-stream-meter.h"

#include "ns3/mgm-trace-record.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace ns3
{
namespace mgm
{

/// @ingroup mgm
/// @brief Something that is wrong with a run.
struct RunFault
{
    std::string name;     ///< What is wrong: the same in all runs that show it.
    std::string detail;   ///< What this run shows.
    std::size_t steps{0}; ///< Number of steps of the schedule that were made before.
    bool isAtEnd{false};  ///< Whether only the whole run shows it.
};

/**
 * @ingroup mgm
 * @brief Puts what a run came to into words: equal words, equal outcome. There are no times.
 */
class OutcomeRecorder
{
  public:
    /**
     * @param scenario the scenario; it outlives this
     * @param distinction by what outcomes are told apart
     */
    OutcomeRecorder(const Scenario& scenario, Distinction distinction);

    /// @brief Takes a trace record.
    /// @param record the record
    void Observe(const TraceRecord& record);

    /// @brief Takes what a check of the trace found.
    /// @param checker the checker, which has seen the whole trace
    void NoteFindings(const TraceChecker& checker);

    /// @brief Takes what became of the expectations.
    /// @param results a result for each
    void NoteExpectations(const std::vector<ExpectationResult>& results);

    /// @brief Takes the state at the end.
    /// @param network the network
    void NoteNetwork(const ScenarioNetwork& network);

    /// @brief Takes what receivers got.
    /// @param results that
    void NoteStreams(const StreamMeter::Results& results);

    /// @return what is wrong, each once, in the order in which it showed
    const std::vector<RunFault>& GetFaults() const
    {
        return m_faults;
    }

    /// @return the lines of the outcome, after all has been noted
    std::vector<std::string> GetLines() const;

  private:
    /// @brief Notes a fault, unless it is known.
    /// @param fault the fault
    void AddFault(const RunFault& fault);

    /// @brief Notes that a client is called.
    /// @param record the callback
    void NoteCallback(const TraceRecord& record);

    /// @brief Takes the state of a node with a manager.
    /// @param spec the node
    /// @param node what was made of it
    void NoteNode(const NodeSpec& spec, const ScenarioNetwork::Node& node);

    /// @brief Takes what PIM dense mode of a node knows.
    /// @param spec the node of the scenario
    /// @param node what was made of it
    void NotePim(const NodeSpec& spec, const ScenarioNetwork::Node& node);

    const Scenario& m_scenario;     ///< the scenario
    Distinction m_distinction;      ///< by what outcomes are told apart
    std::vector<uint64_t> m_steps;  ///< numbers of the records of the steps made so far
    std::vector<RunFault> m_faults; ///< what is wrong
    std::map<std::string, std::string> m_callbacks; ///< by whom it is told apart by
    std::vector<std::string> m_state;               ///< lines of the state at the end
};

} // namespace mgm
} // namespace ns3

#endif // MGM_OUTCOME_RECORDER_H
