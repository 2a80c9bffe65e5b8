/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_SOURCE_TELLING_H
#define MGM_SOURCE_TELLING_H

#include <cstdint>
#include <set>
#include <vector>

namespace ns3
{
namespace mgm
{

/// Whether a client is to know at a moment that others want (s,g) (ALR-3).
enum class Telling : uint8_t
{
    NO,    ///< it is not: nobody else wants (s,g), or somebody else answers towards s
    MAYBE, ///< the rules leave open whether it answers at this moment
    YES,   ///< it is: it answers towards s, and somebody else wants (s,g)
};

/**
 * @ingroup tests
 * @brief Judges the alerts that one client gets about one (s,g).
 *
 * It gets JOIN_ALERT and PRUNE_ALERT by turns, one for each time that Telling changes between NO
 * and YES. Alerts may come later than the changes, so the changes wait in a list. A MAYBE may count
 * as either, so there may be several places in the list up to which the client has been told: all
 * of them are followed at once.
 */
class SourceTelling
{
  public:
    /**
     * @brief Notes what is right from now on.
     * @param telling what is right
     * @param interface index of the interface of the entry whose deletion changed that; 0: it was
     *        something else, and which interface a PRUNE_ALERT names is left open
     */
    void Become(Telling telling, uint32_t interface);

    /**
     * @brief Notes an alert.
     * @param join JOIN_ALERT or PRUNE_ALERT
     * @param interface index of the interface that a PRUNE_ALERT names
     * @return whether it may be made now
     */
    bool Tell(bool join, uint32_t interface);

    /// @return whether the client may know no more than it has been told now
    bool IsTold() const;

    /// @return whether its last alert was a JOIN_ALERT
    bool WasJoined() const
    {
        return m_told;
    }

    /// @brief Notes that the moment is over up to which alerts may be late.
    void Settle();

  private:
    /// What was right from a change on.
    struct Stage
    {
        Telling telling;    ///< what was right
        uint32_t interface; ///< see Become()
    };

    /// Indices of stages.
    using Places = std::set<std::size_t>;

    bool Fits(std::size_t place, bool told) const;
    Places Reach() const;

    std::vector<Stage> m_stages{{Telling::NO, 0}}; ///< since Settle()
    Places m_places{0};                            ///< up to where the client may have been told
    bool m_told{false};                            ///< whether the last alert was a JOIN_ALERT
};

} // namespace mgm
} // namespace ns3

#endif // MGM_SOURCE_TELLING_H
