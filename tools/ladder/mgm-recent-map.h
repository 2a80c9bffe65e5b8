/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_RECENT_MAP_H
#define MGM_RECENT_MAP_H

#include <cstddef>
#include <cstdint>
#include <map>
#include <utility>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief A map from record numbers that forgets the oldest ones, so that its size is bounded.
 */
template <typename T>
class RecentMap
{
  public:
    /// Most records that are remembered.
    static constexpr std::size_t LIMIT = 65536;

    /**
     * @param seq number of a record
     * @param value what to remember for it
     */
    void Put(uint64_t seq, T value)
    {
        m_values.insert_or_assign(seq, std::move(value));
        if (m_values.size() > LIMIT)
        {
            m_values.erase(m_values.begin());
        }
    }

    /**
     * @param seq number of a record
     * @return what is remembered for it, or null
     */
    T* Find(uint64_t seq)
    {
        const auto found = m_values.find(seq);
        return found == m_values.end() ? nullptr : &found->second;
    }

  private:
    std::map<uint64_t, T> m_values; ///< what is remembered
};

} // namespace mgm
} // namespace ns3

#endif // MGM_RECENT_MAP_H
