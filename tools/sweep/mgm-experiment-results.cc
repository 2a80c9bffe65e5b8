/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-experiment-results.h"

#include "mgm-sample-statistics.h"

namespace ns3
{
namespace mgm
{

namespace
{

/// Writes fields as a line.
void
WriteLine(std::ostream& os, const std::vector<std::string>& fields)
{
    for (std::size_t i = 0; i < fields.size(); ++i)
    {
        os << (i == 0 ? "" : ",") << ToCsvField(fields[i]);
    }
    os << '\n';
}

std::string
ToText(const std::optional<double>& number)
{
    return number ? NumberToText(*number) : "";
}

} // namespace

ExperimentResults::ExperimentResults(const Experiment& experiment,
                                     const ExperimentDesign& design,
                                     const RunOutcomes& outcomes)
    : m_experiment(experiment),
      m_design(design),
      m_outcomes(outcomes)
{
}

std::optional<double>
ExperimentResults::GetValue(std::size_t id, std::size_t response) const
{
    const auto& outcome = m_outcomes.at(id);
    if (!outcome.failure.empty() || outcome.responses.at(response).is_null())
    {
        return {};
    }
    return outcome.responses[response].get<double>();
}

std::map<std::size_t, std::vector<double>>
ExperimentResults::Group(std::size_t response, const Grouping& grouping) const
{
    std::map<std::size_t, std::vector<double>> groups;
    for (const auto& [id, outcome] : m_outcomes)
    {
        if (const auto value = GetValue(id, response))
        {
            groups[grouping(id / m_experiment.runs)].push_back(*value);
        }
    }
    return groups;
}

std::map<std::size_t, std::vector<double>>
ExperimentResults::GroupByRun(std::size_t response, const Grouping& grouping) const
{
    std::map<std::size_t, std::map<std::size_t, std::vector<double>>> byRun;
    for (const auto& [id, outcome] : m_outcomes)
    {
        if (const auto value = GetValue(id, response))
        {
            byRun[grouping(id / m_experiment.runs)][id % m_experiment.runs].push_back(*value);
        }
    }
    std::map<std::size_t, std::vector<double>> groups;
    for (const auto& [group, runs] : byRun)
    {
        for (const auto& [run, values] : runs)
        {
            groups[group].push_back(*ComputeStatistics(values).mean);
        }
    }
    return groups;
}

std::vector<std::size_t>
ExperimentResults::FindFailures() const
{
    std::vector<std::size_t> failures;
    for (const auto& [id, outcome] : m_outcomes)
    {
        if (!outcome.failure.empty())
        {
            failures.push_back(id);
        }
    }
    return failures;
}

void
ExperimentResults::WriteRuns(std::ostream& os) const
{
    std::vector<std::string> line{"id", "cell"};
    for (const auto& factor : m_experiment.factors)
    {
        line.push_back(factor.name);
    }
    line.emplace_back("run");
    for (const auto& response : m_experiment.responses)
    {
        line.push_back(response.GetName());
    }
    line.emplace_back("status");
    WriteLine(os, line);
    for (const auto& [id, outcome] : m_outcomes)
    {
        const auto run = m_design.GetRun(id);
        line = {std::to_string(id), std::to_string(run.cell)};
        line.insert(line.end(), run.labels.begin(), run.labels.end());
        line.push_back(std::to_string(run.run));
        for (std::size_t i = 0; i < m_experiment.responses.size(); ++i)
        {
            line.push_back(ToText(GetValue(id, i)));
        }
        line.emplace_back(outcome.failure.empty() ? "done" : "failed");
        WriteLine(os, line);
    }
}

void
ExperimentResults::WriteSummary(std::ostream& os) const
{
    std::vector<std::string> head{"cell"};
    for (std::size_t i = 0; i < m_experiment.factors.size(); ++i)
    {
        if (!m_design.IsDrawnByRun(i))
        {
            head.push_back(m_experiment.factors[i].name);
        }
    }
    for (const auto& name : {"response", "n", "mean", "median", "sd", "ci95_low", "ci95_high"})
    {
        head.emplace_back(name);
    }
    WriteLine(os, head);
    for (std::size_t i = 0; i < m_experiment.responses.size(); ++i)
    {
        auto groups = Group(i, [](std::size_t cell) { return cell; });
        for (std::size_t cell = 0; cell < m_design.GetCellCount(); ++cell)
        {
            const auto run = m_design.GetRun(cell * m_experiment.runs);
            const auto statistics = ComputeStatistics(groups[cell]);
            std::vector<std::string> line{std::to_string(cell)};
            for (std::size_t k = 0; k < run.labels.size(); ++k)
            {
                if (!m_design.IsDrawnByRun(k))
                {
                    line.push_back(run.labels[k]);
                }
            }
            const auto& interval = statistics.interval;
            line.push_back(m_experiment.responses[i].GetName());
            line.push_back(std::to_string(statistics.count));
            line.push_back(ToText(statistics.mean));
            line.push_back(ToText(statistics.median));
            line.push_back(ToText(statistics.deviation));
            line.push_back(interval ? NumberToText(interval->low) : "");
            line.push_back(interval ? NumberToText(interval->high) : "");
            WriteLine(os, line);
        }
    }
}

std::string
ToCsvField(const std::string& field)
{
    if (field.find_first_of("\",\r\n") == field.npos)
    {
        return field;
    }
    std::string quoted = "\"";
    for (const char c : field)
    {
        quoted.append(c == '"' ? 2 : 1, c);
    }
    return quoted + '"';
}

} // namespace mgm
} // namespace ns3
