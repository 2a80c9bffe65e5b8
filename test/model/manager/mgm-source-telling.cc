/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-source-telling.h"

namespace ns3
{
namespace mgm
{

void
SourceTelling::Become(Telling telling, uint32_t interface)
{
    if (telling != m_stages.back().telling)
    {
        m_stages.push_back({telling, interface});
    }
}

bool
SourceTelling::Fits(std::size_t place, bool told) const
{
    const auto telling = m_stages[place].telling;
    return telling == Telling::MAYBE || (telling == Telling::YES) == told;
}

/// The places where the client may be without another alert.
SourceTelling::Places
SourceTelling::Reach() const
{
    Places reached;
    for (auto place : m_places)
    {
        reached.insert(place);
        while (++place < m_stages.size() && Fits(place, m_told))
        {
            reached.insert(place);
        }
    }
    return reached;
}

bool
SourceTelling::Tell(bool join, uint32_t interface)
{
    if (join == m_told)
    {
        return false;
    }
    Places places;
    for (const auto place : Reach())
    {
        if (m_stages[place].telling == Telling::MAYBE)
        {
            places.insert(place);
        }
        const auto next = place + 1;
        if (next < m_stages.size() && Fits(next, join) &&
            (join || m_stages[next].interface == 0 || m_stages[next].interface == interface))
        {
            places.insert(next);
        }
    }
    m_told = join;
    m_places = places;
    return !places.empty();
}

bool
SourceTelling::IsTold() const
{
    return Reach().count(m_stages.size() - 1) != 0;
}

void
SourceTelling::Settle()
{
    m_stages.erase(m_stages.begin(), m_stages.end() - 1);
    m_places = {0};
}

} // namespace mgm
} // namespace ns3
