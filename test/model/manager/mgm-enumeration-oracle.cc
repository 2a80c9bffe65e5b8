/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-enumeration-oracle.h"

namespace ns3
{
namespace mgm
{

EnumerationOracle::EnumerationOracle(EnumerationType type, const KeySet& table)
    : m_type(type),
      m_now(Listed(table)),
      m_always(m_now),
      m_ever(m_now)
{
}

KeySet
EnumerationOracle::Listed(const KeySet& table) const
{
    KeySet listed;
    for (uint32_t key = 0; key < KEY_COUNT; ++key)
    {
        const bool isAnySource = m_type == EnumerationType::ANY_SOURCE;
        const SourceGroup anySource{Ipv4Address::GetZero(), GetKey(key).group};
        if (table[key])
        {
            listed.set(isAnySource ? IndexOfKey(anySource) : key);
        }
    }
    return listed;
}

void
EnumerationOracle::Observe(const KeySet& table)
{
    m_more = m_more && Listed(table) == m_now;
    m_now = Listed(table);
    m_always &= m_now;
    m_ever |= m_now;
}

/// Entries that were read and have left and come back may or may not be left to return.
std::string
EnumerationOracle::JudgeNoRoom(Status status) const
{
    const bool mayBeLeft = (m_now & ~(m_read & m_always)).any();
    const bool isLeft = (m_always & ~m_read).any() || m_more;
    const bool right = (status == Status::ERROR_INSUFFICIENT_BUFFER && mayBeLeft) ||
                       (status == Status::ERROR_NO_MORE_ITEMS && !isLeft);
    return right ? "" : "ENU-4: another answer to a buffer without room";
}

std::string
EnumerationOracle::Judge(uint32_t room,
                         Status status,
                         const std::vector<uint32_t>& keys,
                         bool isQuiet)
{
    if (keys.size() > room)
    {
        return "ENU-1: more entries than fit";
    }
    if (room == 0)
    {
        return JudgeNoRoom(status);
    }
    if (m_more && keys.empty())
    {
        return "ENU-4: more was promised";
    }
    for (const auto key : keys)
    {
        if (key == KEY_COUNT || !m_ever[key])
        {
            return "ENU-2: lists an entry that was never there";
        }
        if (m_read[key] && m_always[key])
        {
            return "ENU-3: lists an entry twice";
        }
        m_read.set(key);
    }
    m_more = status == Status::ERROR_MORE_DATA && isQuiet;
    if (status == Status::ERROR_MORE_DATA)
    {
        return keys.size() == room ? "" : "ENU-4: the buffer was not filled";
    }
    const bool complete = (m_always & ~m_read).none();
    return status == Status::ERROR_NO_MORE_ITEMS && complete ? "" : "ENU-3: misses an entry";
}

} // namespace mgm
} // namespace ns3
