/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-pim-oracle-path.h"

namespace ns3
{
namespace mgm
{

uint32_t
PimOraclePath::Pick(uint32_t options)
{
    if (m_next == m_forks.size())
    {
        m_forks.push_back({0, options});
    }
    return m_forks[m_next++].taken;
}

bool
PimOraclePath::Advance()
{
    while (!m_forks.empty() && m_forks.back().taken + 1 == m_forks.back().options)
    {
        m_forks.pop_back();
    }
    if (m_forks.empty())
    {
        return false;
    }
    ++m_forks.back().taken;
    m_next = 0;
    return true;
}

} // namespace mgm
} // namespace ns3
