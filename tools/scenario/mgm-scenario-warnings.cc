/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-scenario-warnings.h"

#include "mgm-scenario-values.h"

namespace ns3
{
namespace mgm
{

namespace
{

/// The least time that a value stands for, which may be drawn at random.
Time
GetLeast(const JsonValue& value)
{
    if (value.GetJson().is_string())
    {
        return ReadTime(value);
    }
    return value.Has("uniform") ? ReadTime(value["uniform"].GetItems().front()) : Time(0);
}

/// Collects what is late.
class LateTimes
{
  public:
    LateTimes(const JsonValue& root, Time stop)
        : m_stop(stop),
          m_end(root["stop"].GetText())
    {
    }

    /// Looks at a member that is a time, if it is there.
    void Look(const JsonValue& object, const std::string& name)
    {
        if (object.Has(name))
        {
            Look(object[name]);
        }
    }

    void Look(const JsonValue& time)
    {
        if (GetLeast(time) > m_stop)
        {
            m_warnings.push_back({time.GetPointer(),
                                  time.GetPlace() + ": " + time.GetPointer() + ": warning: found " +
                                      ShowJson(time.GetJson()) + ", which is after " + m_end +
                                      ", the end of the simulation"});
        }
    }

    /// Looks at the steps of a script, if it is there.
    void LookAtScript(const JsonValue& object, const std::string& name)
    {
        if (object.Has(name))
        {
            for (const auto& step : object[name].GetItems())
            {
                Look(step, "at");
            }
        }
    }

    const std::vector<ScenarioWarning>& Get() const
    {
        return m_warnings;
    }

  private:
    Time m_stop;
    std::string m_end;
    std::vector<ScenarioWarning> m_warnings;
};

void
LookAtProtocol(LateTimes& late, const JsonValue& protocol)
{
    late.Look(protocol, "start");
    late.LookAtScript(protocol, "script");
    late.LookAtScript(protocol, "shutdown");
    if (protocol.Has("on"))
    {
        for (const auto& [name, steps] : protocol["on"].GetMembers())
        {
            late.LookAtScript(protocol["on"], name);
        }
    }
}

void
LookAtNode(LateTimes& late, const JsonValue& node)
{
    for (const auto* agent : {"igmp-router", "igmp-proxy", "pim-dm"})
    {
        if (node.Has(agent))
        {
            late.Look(node[agent], "start");
        }
    }
    for (const auto& [name, protocol] : node["protocols"].GetMembers())
    {
        LookAtProtocol(late, protocol);
    }
}

void
LookAtExpectation(LateTimes& late, const JsonValue& expectation)
{
    const auto [kind, what] = expectation.GetMembers().front();
    if (what.GetJson().is_object())
    {
        late.Look(what, "at");
        if (what.Has("between"))
        {
            late.Look(what["between"].GetItems().front());
        }
    }
}

} // namespace

std::vector<ScenarioWarning>
FindLateTimes(const JsonValue& root, Time stop)
{
    LateTimes late(root, stop);
    for (const auto& [name, node] : root["nodes"].GetMembers())
    {
        LookAtNode(late, node);
    }
    for (const auto& traffic : root["traffic"].GetItems())
    {
        late.Look(traffic, "start");
    }
    for (const auto& step : root["steps"].GetItems())
    {
        late.Look(step, "at");
    }
    for (const auto& expectation : root["expect"].GetItems())
    {
        LookAtExpectation(late, expectation);
    }
    return late.Get();
}

} // namespace mgm
} // namespace ns3
