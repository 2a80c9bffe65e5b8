/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_ENUMERATION_ORACLE_H
#define MGM_ENUMERATION_ORACLE_H

#include "ns3/mgm-group-enumerations.h"
#include "ns3/mgm-source-group.h"
#include "ns3/mgm-status.h"

#include <set>
#include <string>
#include <vector>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup tests
 * @brief Judges one enumeration by ENU-1 to ENU-4, whatever changes while it goes on.
 */
class EnumerationOracle
{
  public:
    /// Entries that are listed or may be.
    using Keys = std::set<SourceGroup>;

    /**
     * @param type what is listed
     * @param table the distinct entries of the table at the start
     */
    EnumerationOracle(EnumerationType type, const Keys& table);

    /**
     * @brief Notes that the table may have changed.
     * @param table its distinct entries now
     */
    void Observe(const Keys& table);

    /**
     * @brief Judges an answer of GetNext.
     * @param room how many entries fit into the buffer
     * @param status the status
     * @param keys the entries
     * @return what is wrong; empty if nothing is
     */
    std::string Judge(uint32_t room, Status status, const std::vector<SourceGroup>& keys);

  private:
    /// @return what the enumeration lists of a table
    Keys Listed(const Keys& table) const;

    EnumerationType m_type; ///< what is listed
    Keys m_always;          ///< what was there all the time
    Keys m_ever;            ///< what was there at any time
    Keys m_read;            ///< what was read
    bool m_more{false};     ///< the last answer was that more follows, and nothing changed since
};

} // namespace mgm
} // namespace ns3

#endif // MGM_ENUMERATION_ORACLE_H
