/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

// The calls of the manager that read and change forwarding entries.

#include "mgm-multicast-group-manager.h"

#include "ns3/mgm-trace-scope.h"

namespace ns3
{
namespace mgm
{

Status
MulticastGroupManager::GetMfe(const SourceGroup& key, Mfe& /* mfe */)
{
    TraceScope call(*m_tracer, [&]() { return MakeCall("GetMfe", {}, std::nullopt, key); });
    return call.Return(Status::ERROR_NOT_FOUND);
}

Status
MulticastGroupManager::GetFirstMfe(uint32_t& /* bufferSize */, std::vector<Mfe>& mfes)
{
    TraceScope call(*m_tracer, [&]() { return MakeCall("GetFirstMfe", {}); });
    mfes.clear();
    return call.Return(Status::ERROR_NO_MORE_ITEMS);
}

Status
MulticastGroupManager::GetNextMfe(const SourceGroup& last,
                                  uint32_t& /* bufferSize */,
                                  std::vector<Mfe>& mfes)
{
    TraceScope call(*m_tracer, [&]() { return MakeCall("GetNextMfe", {}, std::nullopt, last); });
    mfes.clear();
    return call.Return(Status::ERROR_NO_MORE_ITEMS);
}

Status
MulticastGroupManager::GetMfeStats(const SourceGroup& key, MfeStats& /* stats */)
{
    TraceScope call(*m_tracer, [&]() { return MakeCall("GetMfeStats", {}, std::nullopt, key); });
    return call.Return(Status::ERROR_NOT_FOUND);
}

Status
MulticastGroupManager::GetFirstMfeStats(uint32_t& /* bufferSize */, std::vector<MfeStats>& stats)
{
    TraceScope call(*m_tracer, [&]() { return MakeCall("GetFirstMfeStats", {}); });
    stats.clear();
    return call.Return(Status::ERROR_NO_MORE_ITEMS);
}

Status
MulticastGroupManager::GetNextMfeStats(const SourceGroup& last,
                                       uint32_t& /* bufferSize */,
                                       std::vector<MfeStats>& stats)
{
    TraceScope call(*m_tracer,
                    [&]() { return MakeCall("GetNextMfeStats", {}, std::nullopt, last); });
    stats.clear();
    return call.Return(Status::ERROR_NO_MORE_ITEMS);
}

Status
MulticastGroupManager::SetMfe(ClientHandle client, const Mfe& mfe)
{
    TraceScope call(*m_tracer, [&]() {
        return MakeCall("SetMfe", client, std::nullopt, SourceGroup{mfe.source, mfe.group});
    });
    return call.Return(m_registry.Find(client) ? Status::ERROR_NOT_FOUND
                                               : Status::ERROR_INVALID_PARAMETER);
}

} // namespace mgm
} // namespace ns3
