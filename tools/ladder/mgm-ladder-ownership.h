/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_LADDER_OWNERSHIP_H
#define MGM_LADDER_OWNERSHIP_H

#include "mgm-ladder-model.h"

#include "ns3/mgm-trace-record.h"

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief Follows who owns each interface, and the brackets in which IGMP keeps quiet.
 *
 * It is shown every record from the beginning of the trace, also those before the first one shown.
 */
class LadderOwnership
{
  public:
    /**
     * @param record a record
     * @return whether it changes something here
     */
    static bool Concerns(const TraceRecord& record);

    /**
     * @brief Follows a record.
     * @param record a record that concerns ownership
     * @param name name of its interface
     * @param item index of the first item for which the change holds
     * @param lanes lanes on which a bracket is drawn
     */
    void Follow(const TraceRecord& record,
                const std::string& name,
                std::size_t item,
                const std::vector<std::size_t>& lanes);

    /// @return the brackets so far
    const std::vector<LadderBracket>& GetBrackets() const
    {
        return m_brackets;
    }

    /// @return the strips of the interfaces so far, by node and interface
    std::vector<LadderStrip> GetStrips() const;

  private:
    /// Opens a bracket or closes one.
    void FollowBracket(const TraceRecord& record,
                       const std::string& name,
                       std::size_t item,
                       const std::vector<std::size_t>& lanes);

    /// Begins a new tenure of an interface.
    void FollowTenure(const TraceRecord& record, LadderStrip& strip, std::size_t item);

    std::vector<LadderBracket> m_brackets;                         ///< brackets so far
    std::map<std::pair<uint32_t, uint32_t>, LadderStrip> m_strips; ///< strips so far
};

} // namespace mgm
} // namespace ns3

#endif // MGM_LADDER_OWNERSHIP_H
