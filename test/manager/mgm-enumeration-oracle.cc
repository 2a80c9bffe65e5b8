/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-enumeration-oracle.h"

#include <algorithm>
#include <iterator>

namespace ns3
{
namespace mgm
{

EnumerationOracle::EnumerationOracle(EnumerationType type, const Keys& table)
    : m_type(type),
      m_always(Listed(table)),
      m_ever(m_always)
{
}

EnumerationOracle::Keys
EnumerationOracle::Listed(const Keys& table) const
{
    Keys listed;
    for (const auto& key : table)
    {
        const bool isAnySource = m_type == EnumerationType::ANY_SOURCE;
        listed.insert(isAnySource ? SourceGroup{Ipv4Address::GetZero(), key.group} : key);
    }
    return listed;
}

void
EnumerationOracle::Observe(const Keys& table)
{
    const auto listed = Listed(table);
    Keys stayed;
    std::set_intersection(m_always.begin(),
                          m_always.end(),
                          listed.begin(),
                          listed.end(),
                          std::inserter(stayed, stayed.end()));
    m_more = m_more && listed == m_always && listed == m_ever;
    m_always = stayed;
    m_ever.insert(listed.begin(), listed.end());
}

std::string
EnumerationOracle::Judge(uint32_t room, Status status, const std::vector<SourceGroup>& keys)
{
    if (room == 0)
    {
        return status == Status::ERROR_INSUFFICIENT_BUFFER && keys.empty() ? ""
                                                                           : "buffer too small";
    }
    if (m_more && keys.empty())
    {
        return "more was promised";
    }
    for (const auto& key : keys)
    {
        if (m_ever.count(key) == 0)
        {
            return "was never there";
        }
        if (!m_read.insert(key).second && m_always.count(key) != 0)
        {
            return "listed twice";
        }
    }
    m_more = status == Status::ERROR_MORE_DATA;
    if (m_more)
    {
        return keys.size() == room ? "" : "buffer not filled";
    }
    const bool complete =
        std::includes(m_read.begin(), m_read.end(), m_always.begin(), m_always.end());
    return status == Status::ERROR_NO_MORE_ITEMS && complete ? "" : "incomplete";
}

} // namespace mgm
} // namespace ns3
