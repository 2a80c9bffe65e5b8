/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-client-caller.h"

#include "mgm-time-variable.h"
#include "mgm-value-scope.h"

#include "ns3/mgm-trace-emit.h"
#include "ns3/mgm-trace-scope.h"
#include "ns3/mgm-trace-words.h"
#include "ns3/simulator.h"

#include <utility>

namespace ns3
{
namespace mgm
{

ClientCaller::ClientCaller(const ClientRegistry& registry,
                           Dispatcher& dispatcher,
                           const Ptr<Tracer>& tracer)
    : m_registry(registry),
      m_dispatcher(dispatcher),
      m_tracer(tracer),
      m_chain(registry)
{
}

void
ClientCaller::SetCost(Ptr<RandomVariableStream> cost)
{
    m_cost = cost;
}

Ptr<RandomVariableStream>
ClientCaller::GetCost() const
{
    return m_cost;
}

TraceRecord
ClientCaller::MakeRecord(const Client& client, const Subject& subject)
{
    TraceRecord record = MakeTraceRecord(
        TraceKind::CALLBACK,
        {subject.op, subject.interface, subject.sourceGroup, client.id, client.name});
    record.event = subject.event;
    return record;
}

void
ClientCaller::TraceDropped(ClientHandle to, const Subject& subject) const
{
    const Client* gone = m_registry.FindEver(to);
    if (gone && m_tracer->IsConnected())
    {
        TraceRecord record = MakeRecord(*gone, subject);
        record.kind = TraceKind::DROP;
        record.event = drops::CLIENT_GONE;
        record.action = subject.event;
        m_tracer->Emit(record);
    }
}

template <typename Function, typename Invoke>
bool
ClientCaller::CallNow(ClientHandle to,
                      CallbackMember<Function> callback,
                      const Subject& subject,
                      Invoke invoke)
{
    const Client* client = m_registry.Find(to);
    if (!client)
    {
        TraceDropped(to, subject);
        return true;
    }
    const Function function = client->callbacks.*callback;
    if (function.IsNull())
    {
        return true;
    }
    m_chain.Note(to, subject.op, m_dispatcher.GetChain(), Simulator::Now());
    const Dispatcher::Link link(m_dispatcher);
    const TraceScope scope(*m_tracer, [&]() { return MakeRecord(*client, subject); });
    const uint32_t epoch = m_dispatcher.GetEpoch();
    invoke(function);
    return epoch == m_dispatcher.GetEpoch();
}

template <typename Function, typename Invoke>
void
ClientCaller::Post(ClientHandle to,
                   CallbackMember<Function> callback,
                   const Subject& subject,
                   Invoke invoke)
{
    const Client* client = m_registry.Find(to);
    if (!client || (client->callbacks.*callback).IsNull())
    {
        return;
    }
    m_dispatcher.Push(
        [this, to, callback, subject, invoke]() { CallNow(to, callback, subject, invoke); },
        DrawTime(m_cost));
}

template <typename Function, typename Invoke>
void
ClientCaller::PostInquiry(ClientHandle to,
                          CallbackMember<Function> callback,
                          const Subject& subject,
                          Invoke invoke,
                          Inquiry inquiry)
{
    const Client* client = m_registry.Find(to);
    const bool isSkipped = !client || (client->callbacks.*callback).IsNull();
    m_dispatcher.Push(
        [this, to, callback, subject, invoke, inquiry]() {
            const Turn turn = inquiry.prepare();
            if (turn == Turn::SKIPPED ||
                (turn == Turn::DUE && CallNow(to, callback, subject, invoke)))
            {
                inquiry.after();
            }
        },
        isSkipped ? Time() : DrawTime(m_cost));
}

void
ClientCaller::Rpf(ClientHandle to, std::shared_ptr<RpfQuery> query, Inquiry inquiry)
{
    PostInquiry(
        to,
        &ClientCallbacks::rpf,
        {words::RPF, query->incoming, query->entry.ToSourceGroup(), {}},
        [=](const auto& rpf) { rpf(*query); },
        std::move(inquiry));
}

void
ClientCaller::CreationAlert(ClientHandle to,
                            const SourceGroup& entry,
                            const InterfaceId& incoming,
                            std::shared_ptr<std::vector<InterfaceEntry>> interfaces,
                            Inquiry inquiry)
{
    PostInquiry(
        to,
        &ClientCallbacks::creationAlert,
        {words::CREATION_ALERT, incoming, entry, {}},
        [=](const auto& creationAlert) { creationAlert(entry, incoming, *interfaces); },
        std::move(inquiry));
}

void
ClientCaller::WrongIf(ClientHandle to,
                      const SourceGroup& entry,
                      const InterfaceId& arrival,
                      const Ipv4Header& header)
{
    Post(to,
         &ClientCallbacks::wrongIf,
         {words::WRONG_IF, arrival, entry, {}},
         [=](const auto& wrongIf) { wrongIf(entry, arrival, header); });
}

void
ClientCaller::JoinAlert(ClientHandle to, const SourceGroup& entry, bool memberUpdate)
{
    Post(to,
         &ClientCallbacks::joinAlert,
         {words::JOIN_ALERT,
          std::nullopt,
          entry,
          memberUpdate ? words::MEMBER_UPDATE : words::FORWARDING},
         [=](const auto& joinAlert) { joinAlert(entry, memberUpdate); });
}

void
ClientCaller::PruneAlert(ClientHandle to, const SourceGroup& entry, const InterfaceId& interface)
{
    Post(to,
         &ClientCallbacks::pruneAlert,
         {words::PRUNE_ALERT, interface, entry, words::MEMBER_DELETE},
         [=](const auto& pruneAlert) {
             Time timeout; // has a meaning for forwarding entries only (MFE-4)
             pruneAlert(entry, interface, true, timeout);
         });
}

void
ClientCaller::PruneAlert(ClientHandle to,
                         const SourceGroup& entry,
                         const InterfaceId& interface,
                         Time timeout,
                         std::function<void(Time)> after)
{
    Post(to,
         &ClientCallbacks::pruneAlert,
         {words::PRUNE_ALERT, interface, entry, words::FORWARDING},
         [=](const auto& pruneAlert) {
             Time answer = timeout;
             pruneAlert(entry, interface, false, answer);
             after(answer);
         });
}

void
ClientCaller::LocalJoin(ClientHandle to, const SourceGroup& entry, const InterfaceId& interface)
{
    Post(to,
         &ClientCallbacks::localJoin,
         {words::LOCAL_JOIN, interface, entry, {}},
         [=](const auto& localJoin) { localJoin(entry, interface); });
}

void
ClientCaller::LocalLeave(ClientHandle to, const SourceGroup& entry, const InterfaceId& interface)
{
    Post(to,
         &ClientCallbacks::localLeave,
         {words::LOCAL_LEAVE, interface, entry, {}},
         [=](const auto& localLeave) { localLeave(entry, interface); });
}

void
ClientCaller::DisableIgmp(ClientHandle to,
                          const InterfaceId& interface,
                          std::function<void()> before,
                          std::function<void()> after)
{
    m_dispatcher.Push(
        [this, to, interface, before, after]() {
            before();
            const bool goesOn = CallNow(to,
                                        &ClientCallbacks::disableIgmp,
                                        {words::DISABLE_IGMP, interface, std::nullopt, {}},
                                        [&](const auto& disableIgmp) { disableIgmp(interface); });
            if (goesOn)
            {
                after();
            }
        },
        DrawTime(m_cost));
}

void
ClientCaller::EnableIgmp(ClientHandle to, const InterfaceId& interface, std::function<void()> after)
{
    m_dispatcher.Push(
        [this, to, interface, after]() {
            bool goesOn = false;
            {
                const ValueScope scope(m_inEnable, to);
                goesOn = CallNow(to,
                                 &ClientCallbacks::enableIgmp,
                                 {words::ENABLE_IGMP, interface, std::nullopt, {}},
                                 [&](const auto& enableIgmp) { enableIgmp(interface); });
            }
            if (goesOn)
            {
                after();
            }
        },
        DrawTime(m_cost));
}

} // namespace mgm
} // namespace ns3
