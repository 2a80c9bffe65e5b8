/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

// The calls of the manager that read and change forwarding entries, and the upcalls of the
// forwarder.

#include "mgm-multicast-group-manager.h"

#include "ns3/ipv4.h"
#include "ns3/mgm-trace-scope.h"
#include "ns3/net-device.h"
#include "ns3/node.h"

namespace ns3
{
namespace mgm
{

namespace
{

/**
 * @brief Judges what a call that reads one entry returns.
 * @param size the room that the entry needs [bytes]
 * @param[in,out] bufferSize the room that there is [bytes]
 * @return NO_ERROR or ERROR_INSUFFICIENT_BUFFER
 */
Status
CheckRoom(uint32_t size, uint32_t& bufferSize)
{
    if (size <= bufferSize)
    {
        return Status::NO_ERROR;
    }
    bufferSize = size;
    return Status::ERROR_INSUFFICIENT_BUFFER;
}

/**
 * @brief Reads as many entries of a range as a buffer has room for.
 * @param range the entries
 * @param[in,out] bufferSize the room that there is [bytes]
 * @param[out] items what was read
 * @param read makes the item of a place in the range
 * @param getSize tells the room that an item needs [bytes]
 * @return ERROR_MORE_DATA, ERROR_NO_MORE_ITEMS or ERROR_INSUFFICIENT_BUFFER
 */
template <typename Item, typename Read, typename GetSize>
Status
FillBuffer(const MfeRange& range,
           uint32_t& bufferSize,
           std::vector<Item>& items,
           Read read,
           GetSize getSize)
{
    items.clear();
    uint32_t used = 0;
    const auto end = range.end();
    for (auto at = range.begin(); at != end; ++at)
    {
        Item item = read(at);
        const uint32_t size = getSize(item);
        if (size > bufferSize - used)
        {
            return items.empty() ? CheckRoom(size, bufferSize) : Status::ERROR_MORE_DATA;
        }
        used += size;
        items.push_back(std::move(item));
    }
    return Status::ERROR_NO_MORE_ITEMS;
}

/// Fills a buffer with entries.
Status
FillWithMfes(const MfeRange& range, uint32_t& bufferSize, std::vector<Mfe>& mfes)
{
    return FillBuffer(
        range,
        bufferSize,
        mfes,
        [](const auto& at) { return *at; },
        GetMfeSize);
}

/// Fills a buffer with statistics.
Status
FillWithStats(const MfeReader& reader,
              const MfeRange& range,
              MfeStatsLevel level,
              uint32_t& bufferSize,
              std::vector<MfeStats>& stats)
{
    return FillBuffer(
        range,
        bufferSize,
        stats,
        [&](const auto& at) {
            const auto& [key, entry] = at.GetPlace();
            return reader.ReadStats(key, entry, level);
        },
        [level](const MfeStats& item) { return GetMfeStatsSize(item, level); });
}

} // namespace

MfeRange
MulticastGroupManager::GetMfes() const
{
    return m_mfes.GetReader().GetAll();
}

Status
MulticastGroupManager::GetMfe(const SourceGroup& key, uint32_t& bufferSize, Mfe& mfe) const
{
    TraceScope call(*m_tracer, [&]() { return MakeCall("GetMfe", {}, std::nullopt, key); });
    const MfeEntry* entry = m_mfes.GetReader().FindLive(key);
    if (!entry)
    {
        return call.Return(Status::ERROR_NOT_FOUND);
    }
    Mfe found = m_mfes.GetReader().Read(key, *entry);
    const Status status = CheckRoom(GetMfeSize(found), bufferSize);
    if (status == Status::NO_ERROR)
    {
        mfe = std::move(found);
    }
    return call.Return(status);
}

Status
MulticastGroupManager::GetFirstMfe(uint32_t& bufferSize, std::vector<Mfe>& mfes) const
{
    TraceScope call(*m_tracer, [&]() { return MakeCall("GetFirstMfe", {}); });
    return call.Return(FillWithMfes(m_mfes.GetReader().GetAll(), bufferSize, mfes));
}

Status
MulticastGroupManager::GetNextMfe(const SourceGroup& last,
                                  uint32_t& bufferSize,
                                  std::vector<Mfe>& mfes) const
{
    TraceScope call(*m_tracer, [&]() { return MakeCall("GetNextMfe", {}, std::nullopt, last); });
    return call.Return(FillWithMfes(m_mfes.GetReader().GetAfter(last), bufferSize, mfes));
}

Status
MulticastGroupManager::GetMfeStats(const SourceGroup& key,
                                   MfeStatsLevel level,
                                   uint32_t& bufferSize,
                                   MfeStats& stats) const
{
    TraceScope call(*m_tracer, [&]() { return MakeCall("GetMfeStats", {}, std::nullopt, key); });
    const MfeEntry* entry = m_mfes.GetReader().FindLive(key);
    if (!entry)
    {
        return call.Return(Status::ERROR_NOT_FOUND);
    }
    MfeStats found = m_mfes.GetReader().ReadStats(key, *entry, level);
    const Status status = CheckRoom(GetMfeStatsSize(found, level), bufferSize);
    if (status == Status::NO_ERROR)
    {
        stats = std::move(found);
    }
    return call.Return(status);
}

Status
MulticastGroupManager::GetFirstMfeStats(MfeStatsLevel level,
                                        uint32_t& bufferSize,
                                        std::vector<MfeStats>& stats) const
{
    TraceScope call(*m_tracer, [&]() { return MakeCall("GetFirstMfeStats", {}); });
    const MfeReader& reader = m_mfes.GetReader();
    return call.Return(FillWithStats(reader, reader.GetAll(), level, bufferSize, stats));
}

Status
MulticastGroupManager::GetNextMfeStats(const SourceGroup& last,
                                       MfeStatsLevel level,
                                       uint32_t& bufferSize,
                                       std::vector<MfeStats>& stats) const
{
    TraceScope call(*m_tracer,
                    [&]() { return MakeCall("GetNextMfeStats", {}, std::nullopt, last); });
    const MfeReader& reader = m_mfes.GetReader();
    return call.Return(FillWithStats(reader, reader.GetAfter(last), level, bufferSize, stats));
}

Status
MulticastGroupManager::SetMfe(ClientHandle client, const Mfe& mfe)
{
    const SourceGroup key{mfe.source, mfe.group};
    TraceScope call(*m_tracer, [&]() { return MakeCall("SetMfe", client, std::nullopt, key); });
    if (!m_registry.Find(client))
    {
        return call.Return(Status::ERROR_INVALID_PARAMETER);
    }
    const Status status = m_mfes.GetRoutes().SetUpstreamNeighbor(key, client, mfe.upstreamNeighbor);
    Finish(client);
    return call.Return(status);
}

void
MulticastGroupManager::AttachForwardingPlane(ForwardingPlane* plane)
{
    m_mfes.SetPlane(plane);
    m_dispatcher.Drain();
}

void
MulticastGroupManager::HandleCacheMiss(const SourceGroup& key,
                                       const InterfaceId& arrival,
                                       const Ipv4Header& header)
{
    m_mfes.HandleMiss(key, arrival, header);
    m_dispatcher.Drain();
}

void
MulticastGroupManager::HandleWrongInterface(const SourceGroup& key,
                                            const InterfaceId& arrival,
                                            const Ipv4Header& header)
{
    m_mfes.HandleWrongInterface(key, arrival, header);
    m_dispatcher.Drain();
}

void
MulticastGroupManager::HandleRoutesChanged(Ipv4Address network, Ipv4Mask mask)
{
    FollowRoutes(network, mask);
    m_dispatcher.Drain();
}

void
MulticastGroupManager::FollowRoutes(Ipv4Address network, Ipv4Mask mask)
{
    m_memberships.GetSourceAlerts().FollowRoutes(network, mask);
    m_mfes.GetRoutes().Follow(network, mask);
}

void
MulticastGroupManager::HandleTimeToLook()
{
    m_memberships.GetSourceAlerts().FollowRoutes(Ipv4Address::GetZero(), Ipv4Mask::GetZero());
    m_mfes.GetRoutes().Look();
    m_dispatcher.Drain();
}

Ptr<Ipv4Route>
MulticastGroupManager::MakeRoute(const RpfQuery& query) const
{
    const auto route = Create<Ipv4Route>();
    route->SetDestination(query.entry.source);
    route->SetGateway(query.upstreamNeighbor);
    const auto ipv4 = m_node ? m_node->GetObject<Ipv4>() : nullptr;
    if (ipv4 && query.incoming.index < ipv4->GetNInterfaces())
    {
        route->SetOutputDevice(ipv4->GetNetDevice(query.incoming.index));
        if (ipv4->GetNAddresses(query.incoming.index) > 0)
        {
            route->SetSource(ipv4->GetAddress(query.incoming.index, 0).GetLocal());
        }
    }
    return route;
}

} // namespace mgm
} // namespace ns3
