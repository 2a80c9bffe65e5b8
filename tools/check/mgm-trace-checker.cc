/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-trace-checker.h"

#include "mgm-alert-rules.h"
#include "mgm-bracket-rules.h"
#include "mgm-crash-rules.h"
#include "mgm-entry-making-rules.h"
#include "mgm-forwarding-rules.h"
#include "mgm-handle-rules.h"
#include "mgm-interface-right-rules.h"
#include "mgm-knowledge-rules.h"
#include "mgm-message-rules.h"
#include "mgm-ownership-rules.h"
#include "mgm-pim-assert-rules.h"
#include "mgm-pim-forwarding-rules.h"
#include "mgm-pim-graft-rules.h"
#include "mgm-pim-hello-rules.h"
#include "mgm-pim-place-rules.h"
#include "mgm-pim-prune-rules.h"
#include "mgm-pim-refresh-rules.h"
#include "mgm-tidiness-rules.h"

#include "ns3/mgm-trace-words.h"

namespace ns3
{
namespace mgm
{

namespace
{

using RulesList = std::vector<std::unique_ptr<TraceRules>>;

template <typename Rules>
void
AddRules(RulesList& list, const TraceView& view, const TraceRuleSet& wanted)
{
    auto rules = std::make_unique<Rules>(view);
    if (wanted.count(rules->GetRule()) != 0)
    {
        list.push_back(std::move(rules));
    }
}

/// The first of several findings at one record is the nearest to the cause.
RulesList
MakeRules(const TraceView& view, const TraceRuleSet& wanted)
{
    RulesList list;
    AddRules<CrashRules>(list, view, wanted);
    AddRules<HandleRules>(list, view, wanted);
    AddRules<OwnershipRules>(list, view, wanted);
    AddRules<BracketRules>(list, view, wanted);
    AddRules<InterfaceRightRules>(list, view, wanted);
    AddRules<EntryMakingRules>(list, view, wanted);
    AddRules<ForwardingRules>(list, view, wanted);
    AddRules<AlertRules>(list, view, wanted);
    AddRules<TidinessRules>(list, view, wanted);
    AddRules<KnowledgeRules>(list, view, wanted);
    AddRules<MessageRules>(list, view, wanted);
    AddRules<PimHelloRules>(list, view, wanted);
    AddRules<PimPlaceRules>(list, view, wanted);
    AddRules<PimPruneRules>(list, view, wanted);
    AddRules<PimGraftRules>(list, view, wanted);
    AddRules<PimAssertRules>(list, view, wanted);
    AddRules<PimRefreshRules>(list, view, wanted);
    AddRules<PimForwardingRules>(list, view, wanted);
    return list;
}

} // namespace

TraceChecker::TraceChecker(const TraceHeader& header, const TraceRuleSet& rules)
    : m_nodes(header.nodes),
      m_soundness(m_findings),
      m_rules(MakeRules({m_nodes, m_frames, m_findings}, rules))
{
}

TraceChecker::~TraceChecker() = default;

void
TraceChecker::Look(const TraceRecord& record)
{
    ++m_records;
    if (m_soundness.IsSound() && record.timeNs != m_nowNs)
    {
        EndInstant();
        m_nowNs = record.timeNs;
    }
    m_findings.SetPlace(record.seq);
    m_soundness.Look(record, m_frames);
    if (!m_soundness.IsSound())
    {
        m_unjudgedFrom = m_unjudgedFrom == 0 ? record.seq : m_unjudgedFrom;
        FollowFrames(record);
        return;
    }
    Judge(record);
}

void
TraceChecker::Judge(const TraceRecord& record)
{
    SeenNode& node = NodeOf(record.node);
    m_active[record.node] = &node;
    for (const auto& rules : m_rules)
    {
        rules->Before(record, node);
    }
    if (record.kind == TraceKind::CALL || record.kind == TraceKind::CALLBACK)
    {
        m_frames.Open(MakeFrame(record, node));
    }
    if (record.kind == TraceKind::STATE && record.op == words::MEMBERSHIP)
    {
        m_frames.NoteChange(record);
    }
    node.Follow(record);
    for (const auto& rules : m_rules)
    {
        rules->After(record, node);
    }
    if (record.kind == TraceKind::RETURN || record.kind == TraceKind::CALLBACK_RETURN)
    {
        m_frames.Close(record);
    }
}

/// Behind the first fault, only soundness needs to know what is open.
void
TraceChecker::FollowFrames(const TraceRecord& record)
{
    if (record.kind == TraceKind::CALL || record.kind == TraceKind::CALLBACK)
    {
        OpenFrame frame;
        frame.enter = RecordNote(record);
        m_frames.Open(std::move(frame));
    }
    else if (record.kind == TraceKind::RETURN || record.kind == TraceKind::CALLBACK_RETURN)
    {
        m_frames.Close(record);
    }
}

void
TraceChecker::EndInstant()
{
    for (const auto& [id, node] : m_active)
    {
        node->EndInstant(m_nowNs);
        for (const auto& rules : m_rules)
        {
            rules->EndInstant(*node);
        }
    }
    m_active.clear();
}

void
TraceChecker::Finish()
{
    m_soundness.Finish(m_frames);
    if (m_soundness.IsSound())
    {
        EndInstant();
        for (const auto& [id, node] : m_seen)
        {
            node->Finish(m_nowNs);
            for (const auto& rules : m_rules)
            {
                rules->Finish(*node);
            }
        }
    }
    m_findings.Sort();
}

SeenNode&
TraceChecker::NodeOf(uint32_t id)
{
    auto& node = m_seen[id];
    if (!node)
    {
        node = std::make_unique<SeenNode>(id);
    }
    return *node;
}

OpenFrame
TraceChecker::MakeFrame(const TraceRecord& record, const SeenNode& node) const
{
    OpenFrame frame;
    frame.enter = RecordNote(record);
    const SeenClient* client = node.GetClients().Find(record.client);
    frame.client = client ? client->number : 0;
    if (record.interface)
    {
        frame.interface = node.GetInterfaces().Get(*record.interface);
    }
    if (record.interface && record.sourceGroup)
    {
        frame.hadMembership =
            node.GetMemberships().Find(*record.sourceGroup, *record.interface, record.client) !=
            nullptr;
    }
    const OpenFrame* enable = m_frames.FindCallback(record.node, words::ENABLE_IGMP);
    frame.isInEnable = enable && enable->enter.client == record.client;
    return frame;
}

} // namespace mgm
} // namespace ns3
