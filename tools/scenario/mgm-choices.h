/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_CHOICES_H
#define MGM_CHOICES_H

#include "ns3/object.h"

#include <cstdint>
#include <vector>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief What a run chooses wherever it has a choice: as told, then always the first.
 */
class Choices : public Object
{
  public:
    /// @return the TypeId
    static TypeId GetTypeId();

    /// @param told what to choose first
    void Tell(const std::vector<uint32_t>& told)
    {
        m_told = told;
    }

    /**
     * @brief Chooses.
     * @param count number of options, at least 2
     * @return the number of the option, from 0
     */
    uint32_t Choose(uint32_t count);

    /// @return number of options of each choice so far
    const std::vector<uint32_t>& GetCounts() const
    {
        return m_counts;
    }

  private:
    std::vector<uint32_t> m_told;   ///< what to choose first
    std::vector<uint32_t> m_counts; ///< number of options of each choice so far
};

} // namespace mgm
} // namespace ns3

#endif // MGM_CHOICES_H
