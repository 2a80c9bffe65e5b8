/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-client-activity.h"

#include "ns3/mgm-script.h"
#include "ns3/mgm-trace-words.h"

namespace ns3
{
namespace mgm
{

namespace
{

/// Sets a time that is not known yet.
void
NoteFirst(std::optional<int64_t>& first, int64_t timeNs)
{
    if (!first)
    {
        first = timeNs;
    }
}

Json
ToJson(const std::optional<int64_t>& time)
{
    return time ? Json(*time) : Json();
}

} // namespace

void
ClientActivity::Observe(const TraceRecord& record)
{
    switch (record.kind)
    {
    case TraceKind::CALL:
        ++m_calls;
        break;
    case TraceKind::RETURN:
        ObserveReturn(record);
        break;
    case TraceKind::CALLBACK:
        ++m_callbacks[std::string(record.op)];
        NoteFirst(m_firstCallbackNs, record.timeNs);
        break;
    default:
        break;
    }
}

void
ClientActivity::ObserveReturn(const TraceRecord& record)
{
    if (record.status != Status::NO_ERROR)
    {
        return;
    }
    if (record.op == words::REGISTER_M_PROTOCOL)
    {
        NoteFirst(m_registeredNs, record.timeNs);
    }
    if (record.op == words::GROUP_ENUMERATION_END)
    {
        NoteFirst(m_enumeratedNs, record.timeNs);
    }
}

void
ClientActivity::NoteOwnership(int64_t timeNs)
{
    NoteFirst(m_ownerNs, timeNs);
}

Json
ClientActivity::ToJson() const
{
    // A callback that never came counts 0, so that a sweep over runs has a number for each of them.
    auto callbacks = Json::object();
    for (std::size_t i = 0; i < SCRIPT_TRIGGER_COUNT; ++i)
    {
        const auto trigger = static_cast<ScriptTrigger>(i);
        if (trigger != ScriptTrigger::ENUMERATED)
        {
            callbacks[std::string(ToString(trigger))] = 0;
        }
    }
    for (const auto& [name, count] : m_callbacks)
    {
        callbacks[name] = count;
    }
    return {{"calls", m_calls},
            {"callbacks", callbacks},
            {"registered_ns", mgm::ToJson(m_registeredNs)},
            {"owner_ns", mgm::ToJson(m_ownerNs)},
            {"enumerated_ns", mgm::ToJson(m_enumeratedNs)},
            {"first_callback_ns", mgm::ToJson(m_firstCallbackNs)}};
}

} // namespace mgm
} // namespace ns3
