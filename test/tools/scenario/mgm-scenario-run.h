/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_SCENARIO_RUN_H
#define MGM_SCENARIO_RUN_H

#include "mgm-scenario-file.h"
#include "mgm-test-fixture.h"
#include "scenario/mgm-scenario-reader.h"
#include "scenario/mgm-scenario-runner.h"

#include <sstream>
#include <string>
#include <vector>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup tests
 * @brief Runs scenarios that are made of text.
 */
class ScenarioRun : public MgmTest
{
  protected:
    using Json = nlohmann::ordered_json; ///< JSON with members in order

    /**
     * @brief Runs a scenario.
     * @param scenario the scenario
     * @param out name of a directory for the output
     * @return messages about the expectations that were not met, without the place
     */
    std::vector<std::string> Run(const Json& scenario, const std::string& out = "out")
    {
        const auto path = WriteScenario(m_directory / "s.json", scenario);
        std::ostringstream report;
        auto failures =
            RunScenario(ReadScenario(path), {m_directory / out, {TraceFormat::CSV}, false}, report);
        for (auto& failure : failures)
        {
            failure = failure.substr(failure.find(": ") + 2);
        }
        m_report = report.str();
        m_summary = Json::parse(ReadWholeFile((m_directory / out) + "/summary.json"));
        return failures;
    }

    TemporaryDirectory m_directory; ///< where files go
    std::string m_report;           ///< what the last run printed
    Json m_summary;                 ///< what the last run came to
};

/// What a run returns whose expectations are all met.
inline const std::vector<std::string> ALL_MET;

} // namespace mgm
} // namespace ns3

#endif // MGM_SCENARIO_RUN_H
