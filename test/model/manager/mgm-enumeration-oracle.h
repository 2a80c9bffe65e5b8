/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_ENUMERATION_ORACLE_H
#define MGM_ENUMERATION_ORACLE_H

#include "mgm-random-call.h"

#include "ns3/mgm-status.h"

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
    /**
     * @param type what is listed
     * @param table the distinct entries of the table at the start
     */
    EnumerationOracle(EnumerationType type, const KeySet& table);

    /**
     * @brief Notes that the table may have changed.
     * @param table its distinct entries now
     */
    void Observe(const KeySet& table);

    /**
     * @brief Judges an answer of GetNext.
     * @param room how many entries fit into the buffer
     * @param status the status
     * @param keys indices of the entries
     * @param isQuiet whether nothing has changed since the call
     * @return what is wrong; empty if nothing is
     */
    std::string Judge(uint32_t room,
                      Status status,
                      const std::vector<uint32_t>& keys,
                      bool isQuiet);

    /**
     * @param key index of a key
     * @return whether the enumeration lists it, as the table is now
     */
    bool IsListed(uint32_t key) const
    {
        return m_now[key];
    }

  private:
    KeySet Listed(const KeySet& table) const;
    std::string JudgeNoRoom(Status status) const;

    EnumerationType m_type; ///< what is listed
    KeySet m_now;           ///< what is there now
    KeySet m_always;        ///< what was there all the time
    KeySet m_ever;          ///< what was there at any time
    KeySet m_read;          ///< what was read
    bool m_more{false};     ///< the last answer was that more follows, and nothing changed since
};

} // namespace mgm
} // namespace ns3

#endif // MGM_ENUMERATION_ORACLE_H
