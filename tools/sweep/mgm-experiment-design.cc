/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-experiment-design.h"

#include "base/mgm-input-error.h"
#include "base/mgm-loaded-libraries.h"
#include "mgm-experiment-random.h"

#include <algorithm>

namespace ns3
{
namespace mgm
{

namespace
{

/// Most runs of an experiment.
constexpr std::size_t MAX_RUNS = 10000000;

/// What random numbers are for: keys of their generators.
constexpr uint64_t FOR_STRATA = 1;
constexpr uint64_t FOR_DRAWS = 2;

/// A word of a command line as a shell reads it.
std::string
QuoteForShell(const std::string& word)
{
    constexpr auto PLAIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
                           "%+,-./:=@_";
    if (!word.empty() && word.find_first_not_of(PLAIN) == word.npos)
    {
        return word;
    }
    std::string quoted = "'";
    for (const char c : word)
    {
        quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
    }
    return quoted + "'";
}

} // namespace

ExperimentDesign::ExperimentDesign(const Experiment& experiment)
    : m_experiment(experiment)
{
    if (experiment.design == DesignKind::LATIN_HYPERCUBE)
    {
        m_cells = experiment.samples;
        for (std::size_t i = 0; i < experiment.factors.size(); ++i)
        {
            ExperimentRandom random({experiment.seed, FOR_STRATA, i});
            m_strata.push_back(random.GetPermutation(m_cells));
            auto& within = m_withinStrata.emplace_back();
            std::generate_n(std::back_inserter(within), m_cells, [&random] {
                return random.GetUniform();
            });
        }
    }
    for (const auto& factor : experiment.factors)
    {
        const bool isCrossed = experiment.design == DesignKind::FULL && !factor.distribution;
        m_cells *= isCrossed ? factor.levels.size() : 1;
        if (m_cells * experiment.runs > MAX_RUNS)
        {
            throw InputError(factor.place + ": found too many combinations, expected at most " +
                             std::to_string(MAX_RUNS) + " runs");
        }
    }
}

bool
ExperimentDesign::IsDrawnByRun(std::size_t factor) const
{
    return m_strata.empty() && m_experiment.factors[factor].distribution;
}

double
ExperimentDesign::GetPosition(std::size_t cell, std::size_t factor) const
{
    return (static_cast<double>(m_strata[factor][cell]) + m_withinStrata[factor][cell]) /
           static_cast<double>(m_cells);
}

std::size_t
ExperimentDesign::GetLevel(std::size_t cell, std::size_t factor) const
{
    const auto count = m_experiment.factors[factor].levels.size();
    if (count == 0)
    {
        return 0;
    }
    if (!m_strata.empty())
    {
        const auto place = GetPosition(cell, factor) * static_cast<double>(count);
        return std::min(static_cast<std::size_t>(place), count - 1);
    }
    auto rest = cell; // the last factor varies fastest
    for (auto i = m_experiment.factors.size() - 1; i > factor; --i)
    {
        rest /= std::max<std::size_t>(m_experiment.factors[i].levels.size(), 1);
    }
    return rest % count;
}

FactorLevel
ExperimentDesign::Draw(std::size_t id, std::size_t factor) const
{
    const auto& spec = m_experiment.factors[factor];
    const auto position =
        m_strata.empty() ? ExperimentRandom({m_experiment.seed, FOR_DRAWS, factor, id}).GetUniform()
                         : GetPosition(id / m_experiment.runs, factor);
    const auto value = spec.distribution->GetQuantile(position);
    return {value, std::vector<std::string>(spec.pointers.size(), value)};
}

PlannedRun
ExperimentDesign::GetRun(std::size_t id) const
{
    PlannedRun run;
    run.id = id;
    run.cell = id / m_experiment.runs;
    run.run = id % m_experiment.runs + 1;
    run.changes = m_experiment.changes;
    for (std::size_t i = 0; i < m_experiment.factors.size(); ++i)
    {
        const auto& factor = m_experiment.factors[i];
        const auto level = factor.distribution ? Draw(id, i) : factor.levels[GetLevel(run.cell, i)];
        run.labels.push_back(level.label);
        for (std::size_t k = 0; k < factor.pointers.size(); ++k)
        {
            const auto& pointer = factor.pointers[k];
            run.changes.push_back(
                {pointer, level.values[k], "--set " + pointer + "=" + level.values[k]});
        }
    }
    const auto seed = std::to_string(m_experiment.seed);
    const auto number = std::to_string(run.run);
    run.changes.push_back({"/seed", seed, "--seed " + seed});
    run.changes.push_back({"/run", number, "--run " + number});
    return run;
}

std::string
GetRunCommand(const std::string& scenario, const PlannedRun& run)
{
    auto command = "mgm run " + QuoteForShell(scenario);
    for (const auto& change : run.changes)
    {
        const auto split = change.origin.find(' ');
        command += " " + change.origin.substr(0, split) + " " +
                   QuoteForShell(change.origin.substr(split + 1));
    }
    for (const auto& library : GetLoadedLibraries())
    {
        command += " --load " + QuoteForShell(library.path);
    }
    return command;
}

} // namespace mgm
} // namespace ns3
