/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-order-runner.h"

#include "base/mgm-input-error.h"
#include "base/mgm-process-pool.h"
#include "json/mgm-json-document.h"

#include <algorithm>

namespace ns3
{
namespace mgm
{

namespace
{

/// Runs that a process makes one after the other: a process starts more slowly than a small
/// simulation runs.
constexpr std::size_t CHUNK = 16;

} // namespace

OrderRunner::OrderRunner(const Scenario& scenario,
                         const std::vector<MovedStep>& steps,
                         const ExploreOptions& options)
    : m_scenario(scenario),
      m_steps(steps),
      m_options(options),
      m_begin(Clock::now())
{
}

bool
OrderRunner::IsLate() const
{
    return m_options.maxTime.count() > 0 && Clock::now() - m_begin >= m_options.maxTime;
}

double
OrderRunner::GetSeconds() const
{
    return std::chrono::duration<double>(Clock::now() - m_begin).count();
}

std::vector<OrderRunPtr>
OrderRunner::Run(const std::vector<Task>& tasks, bool wantsEffects)
{
    Results results(tasks.size());
    ProcessPool pool(m_options.jobs);
    std::size_t next = 0;
    while (!pool.IsIdle() || (next < tasks.size() && !IsLate()))
    {
        if (!pool.IsFull() && next < tasks.size() && !IsLate())
        {
            const auto end = std::min(next + CHUNK, tasks.size());
            pool.Start(next, [this, &tasks, next, end, wantsEffects]() {
                return RunHere(tasks, next, end, wantsEffects);
            });
            next = end;
            continue;
        }
        const auto result = pool.Wait();
        if (result.end == ProcessResult::End::DONE)
        {
            Take(tasks, result.task, result.output, results);
        }
        else
        {
            const auto end = std::min(result.task + CHUNK, tasks.size());
            RunSingly(tasks, result.task, end, wantsEffects, results);
        }
    }
    return results;
}

std::string
OrderRunner::RunHere(const std::vector<Task>& tasks,
                     std::size_t begin,
                     std::size_t end,
                     bool wantsEffects) const
{
    auto results = Json::array();
    for (auto i = begin; i < end; ++i)
    {
        auto scheduled = ApplyOrder(m_scenario, m_steps, tasks[i].first);
        scheduled.choices = tasks[i].second;
        results.push_back(Pack(ExploreRun(scheduled, m_options.distinction, wantsEffects)));
    }
    std::string octets;
    Json::to_cbor(results, octets);
    return octets;
}

void
OrderRunner::RunSingly(const std::vector<Task>& tasks,
                       std::size_t begin,
                       std::size_t end,
                       bool wantsEffects,
                       Results& results)
{
    for (auto i = begin; i < end; ++i)
    {
        ProcessPool pool(1);
        pool.Start(i, [this, &tasks, i, wantsEffects]() {
            return RunHere(tasks, i, i + 1, wantsEffects);
        });
        const auto result = pool.Wait();
        if (result.end != ProcessResult::End::DONE)
        {
            Fail(tasks[i].first, result.Explain());
        }
        Take(tasks, i, result.output, results);
    }
}

void
OrderRunner::Take(const std::vector<Task>& tasks,
                  std::size_t begin,
                  const std::string& octets,
                  Results& results)
{
    auto place = begin;
    for (const auto& json : Json::from_cbor(octets))
    {
        const auto& [order, choices] = tasks[place];
        results[place] = std::make_shared<const OrderRun>(OrderRun{order, choices, Unpack(json)});
        ++place;
        ++m_count;
    }
}

void
OrderRunner::Fail(const StepOrder& order, const std::string& why) const
{
    std::string labels;
    for (const auto step : order)
    {
        labels += (labels.empty() ? "\"" : ", \"") + m_steps[step].label + '"';
    }
    throw InputError(m_scenario.name + ": found a run without a result (" + why +
                     "), expected one for the order " + labels);
}

} // namespace mgm
} // namespace ns3
