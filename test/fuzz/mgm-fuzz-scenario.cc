/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "base/mgm-input-error.h"
#include "mgm-fuzz-file.h"
#include "mgm-fuzz-target.h"
#include "scenario/mgm-scenario-reader.h"
#include "scenario/mgm-scenario-runner.h"

#include "ns3/global-value.h"
#include "ns3/map-scheduler.h"
#include "ns3/simulator.h"
#include "ns3/type-id.h"

namespace ns3
{
namespace mgm
{

namespace
{

/// A run stops after so many events, and is not begun in a network of more nodes or links.
constexpr uint64_t MOST_EVENTS = 20000;
constexpr std::size_t MOST_NODES = 8;

/**
 * Stops a simulation that goes on for too long: any interval can be a nanosecond.
 */
class BoundedScheduler : public MapScheduler
{
  public:
    static TypeId GetTypeId()
    {
        static TypeId tid = TypeId("ns3::mgm::BoundedScheduler")
                                .SetParent<MapScheduler>()
                                .AddConstructor<BoundedScheduler>();
        return tid;
    }

    Event RemoveNext() override
    {
        if (++m_events == MOST_EVENTS)
        {
            Simulator::Stop();
        }
        return MapScheduler::RemoveNext();
    }

  private:
    uint64_t m_events{0};
};

NS_OBJECT_ENSURE_REGISTERED(BoundedScheduler);

/// Makes simulators use a scheduler.
struct SchedulerGuard
{
    SchedulerGuard()
    {
        GlobalValue::Bind("SchedulerType", TypeIdValue(BoundedScheduler::GetTypeId()));
    }

    ~SchedulerGuard()
    {
        GlobalValue::Bind("SchedulerType", TypeIdValue(MapScheduler::GetTypeId()));
    }
};

/// @return the summary of a run, or why it did not come to its end
std::string
RunIt(const Scenario& scenario)
{
    try
    {
        return SummarizeScenario(scenario).dump();
    }
    catch (const InputError& error)
    {
        return error.what();
    }
}

} // namespace

void
FuzzScenario(std::string_view input)
{
    const FuzzFile file(input);
    Scenario scenario;
    try
    {
        scenario = ReadScenario(file.GetPath());
    }
    catch (const InputError&)
    {
        return;
    }
    if (scenario.nodes.size() > MOST_NODES || scenario.links.size() > MOST_NODES)
    {
        return;
    }
    const SchedulerGuard guard;
    RequireOfInput(RunIt(scenario) == RunIt(ReadScenario(file.GetPath())),
                   "I10: equal scenarios give other results");
}

} // namespace mgm
} // namespace ns3
