/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-scripted-protocol.h"

#include "ns3/abort.h"
#include "ns3/ipv4.h"
#include "ns3/mgm-trace-context.h"
#include "ns3/node.h"
#include "ns3/simulator.h"
#include "ns3/string.h"
#include "ns3/uinteger.h"

#include <algorithm>

namespace ns3
{
namespace mgm
{

NS_OBJECT_ENSURE_REGISTERED(ScriptedProtocol);

TypeId
ScriptedProtocol::GetTypeId()
{
    static TypeId tid = TypeId("ns3::mgm::ScriptedProtocol")
                            .SetParent<Application>()
                            .SetGroupName("Mgm")
                            .AddConstructor<ScriptedProtocol>()
                            .AddAttribute("Name",
                                          "What traces call the protocol; empty: made of its id.",
                                          StringValue(""),
                                          MakeStringAccessor(&ScriptedProtocol::m_name),
                                          MakeStringChecker())
                            .AddAttribute("ProtocolId",
                                          "Protocol id that it registers with; 10 makes it IGMP.",
                                          UintegerValue(1),
                                          MakeUintegerAccessor(&ScriptedProtocol::m_protocolId),
                                          MakeUintegerChecker<uint32_t>())
                            .AddAttribute("ComponentId",
                                          "Component id that it registers with.",
                                          UintegerValue(0),
                                          MakeUintegerAccessor(&ScriptedProtocol::m_componentId),
                                          MakeUintegerChecker<uint32_t>());
    return tid;
}

ScriptedProtocol::ScriptedProtocol()
    : m_script(Script::PimLike()),
      m_client(m_script,
               [this](ScriptTrigger trigger, const auto* entry, const auto* interface) {
                   React(trigger, entry, interface);
               }),
      m_actor{[this](const auto& step, const auto& interface) { return Act(step, interface); },
              [this](const auto& step, auto& enumeration, auto& status) {
                  return m_client.Enumerate(step, enumeration, status);
              },
              [this](Callback<void> next) { m_client.CallWhenReturned(next); }}
{
}

ScriptedProtocol::~ScriptedProtocol() = default;

void
ScriptedProtocol::SetScript(const Script& script)
{
    m_script = script;
}

void
ScriptedProtocol::SetInterfaces(const std::vector<InterfaceId>& interfaces)
{
    m_interfaces = interfaces;
}

const GroupKnowledge&
ScriptedProtocol::GetKnowledge() const
{
    return m_client.GetKnowledge();
}

ClientHandle
ScriptedProtocol::GetHandle() const
{
    return m_client.GetHandle();
}

int64_t
ScriptedProtocol::AssignStreams(int64_t stream)
{
    return m_script.AssignStreams(stream);
}

void
ScriptedProtocol::DoInitialize()
{
    Prepare();
    Application::DoInitialize();
}

void
ScriptedProtocol::DoDispose()
{
    CancelAll();
    Application::DoDispose();
}

void
ScriptedProtocol::Prepare()
{
    if (m_isPrepared)
    {
        return;
    }
    m_isPrepared = true;
    const auto manager = m_node->GetObject<MulticastGroupManager>();
    NS_ABORT_MSG_UNLESS(manager,
                        "ScriptedProtocol " << m_name << ": node " << m_node->GetId()
                                            << " has no MulticastGroupManager");
    m_client.Configure(manager, {m_protocolId, m_componentId}, m_name);
    const auto ipv4 = m_node->GetObject<Ipv4>();
    if (m_interfaces.empty() && ipv4)
    {
        for (uint32_t i = 1; i < ipv4->GetNInterfaces(); ++i)
        {
            m_interfaces.push_back({i});
        }
    }
}

void
ScriptedProtocol::StartApplication()
{
    Start();
}

void
ScriptedProtocol::StopApplication()
{
    Stop();
}

void
ScriptedProtocol::Start()
{
    Prepare();
    Begin(m_script.startUp);
}

void
ScriptedProtocol::Stop()
{
    Prepare();
    Begin(m_script.shutDown);
}

void
ScriptedProtocol::Fail()
{
    CancelAll();
    m_client.Fail();
}

void
ScriptedProtocol::Run(const ScriptStep& step)
{
    Prepare();
    Begin({step});
}

void
ScriptedProtocol::Begin(const std::vector<ScriptStep>& steps)
{
    std::vector<ScriptStep> complete;
    for (const ScriptStep& step : steps)
    {
        complete.push_back(step);
        complete.back().interfaces = GetInterfaces(step);
        if (NeedsInterface(step.verb) && complete.back().interfaces.empty())
        {
            complete.pop_back(); // the node has no interface to do it on
        }
    }
    const auto isOver = [](const auto& sequence) { return sequence->IsOver(); };
    m_sequences.erase(std::remove_if(m_sequences.begin(), m_sequences.end(), isOver),
                      m_sequences.end());
    const auto sequence = std::make_shared<ScriptSequence>(m_actor, std::move(complete));
    m_sequences.push_back(sequence);
    Start(sequence);
}

void
ScriptedProtocol::Start(const std::shared_ptr<ScriptSequence>& sequence)
{
    constexpr uint32_t MAX_NESTING = 20;
    if (m_nesting < MAX_NESTING)
    {
        ++m_nesting;
        sequence->Start();
        --m_nesting;
        return;
    }
    const uint64_t cause = TraceContext::Get().GetCause();
    Simulator::ScheduleNow([sequence, cause]() {
        const CauseScope scope(cause);
        sequence->Start();
    });
}

std::vector<InterfaceId>
ScriptedProtocol::GetInterfaces(const ScriptStep& step) const
{
    if (!NeedsInterface(step.verb))
    {
        return {};
    }
    return step.interfaces.empty() ? m_interfaces : step.interfaces;
}

Status
ScriptedProtocol::Act(const ScriptStep& step, const InterfaceId& interface)
{
    switch (step.verb)
    {
    case ScriptVerb::START:
        Begin(m_script.startUp);
        return Status::NO_ERROR;
    case ScriptVerb::STOP:
        Begin(m_script.shutDown);
        return Status::NO_ERROR;
    case ScriptVerb::FAIL:
        CancelAll();
        return m_client.Call(step.verb, step.handle);
    case ScriptVerb::REGISTER:
    case ScriptVerb::DEREGISTER:
        return m_client.Call(step.verb, step.handle);
    default:
        return m_client.Call(step, interface);
    }
}

void
ScriptedProtocol::React(ScriptTrigger trigger,
                        const SourceGroup* entry,
                        const InterfaceId* interface)
{
    std::vector<ScriptStep> steps = m_script.At(trigger);
    if (steps.empty() || (interface && m_client.IsReleasing(*interface)))
    {
        return;
    }
    for (ScriptStep& step : steps)
    {
        if (entry && !step.entry)
        {
            step.entry = SourceGroupEntry(*entry);
        }
        if (interface && step.interfaces.empty())
        {
            step.interfaces = {*interface};
        }
    }
    Begin(steps);
}

void
ScriptedProtocol::CancelAll()
{
    for (const auto& sequence : m_sequences)
    {
        sequence->Cancel();
    }
    m_sequences.clear();
}

} // namespace mgm
} // namespace ns3
