/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-mfe-buffer-reader.h"

#include <utility>

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

} // namespace

MfeBufferReader::MfeBufferReader(const MfeReader& reader)
    : m_reader(reader)
{
}

Status
MfeBufferReader::Read(const SourceGroup& key, uint32_t& bufferSize, Mfe& mfe) const
{
    const MfeEntry* entry = m_reader.FindLive(key);
    if (!entry)
    {
        return Status::ERROR_NOT_FOUND;
    }
    Mfe found = m_reader.Read(key, *entry);
    const Status status = CheckRoom(GetMfeSize(found), bufferSize);
    if (status == Status::NO_ERROR)
    {
        mfe = std::move(found);
    }
    return status;
}

Status
MfeBufferReader::ReadStats(const SourceGroup& key,
                           MfeStatsLevel level,
                           uint32_t& bufferSize,
                           MfeStats& stats) const
{
    const MfeEntry* entry = m_reader.FindLive(key);
    if (!entry)
    {
        return Status::ERROR_NOT_FOUND;
    }
    MfeStats found = m_reader.ReadStats(key, *entry, level);
    const Status status = CheckRoom(GetMfeStatsSize(found, level), bufferSize);
    if (status == Status::NO_ERROR)
    {
        stats = std::move(found);
    }
    return status;
}

Status
MfeBufferReader::ReadRange(const MfeRange& range,
                           uint32_t& bufferSize,
                           std::vector<Mfe>& mfes) const
{
    const auto read = [](const auto& at) { return *at; };
    return FillBuffer(range, bufferSize, mfes, read, GetMfeSize);
}

Status
MfeBufferReader::ReadStatsRange(const MfeRange& range,
                                MfeStatsLevel level,
                                uint32_t& bufferSize,
                                std::vector<MfeStats>& stats) const
{
    return FillBuffer(
        range,
        bufferSize,
        stats,
        [&](const auto& at) {
            const auto& [key, entry] = at.GetPlace();
            return m_reader.ReadStats(key, entry, level);
        },
        [level](const MfeStats& item) { return GetMfeStatsSize(item, level); });
}

} // namespace mgm
} // namespace ns3
