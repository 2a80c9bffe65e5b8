/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_IGMP_HOST_TRACKER_H
#define MGM_IGMP_HOST_TRACKER_H

#include "mgm-igmp-v3-group-fsm.h"

#include "ns3/mgm-source-set.h"
#include "ns3/nstime.h"

#include <map>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief Which hosts of a link want a group, and what of it, as their reports say.
 *
 * Hosts are told apart by the IP source of their reports: all that report from 0.0.0.0 are one. A
 * host of IGMPv2 that is silent because another one has reported is not known.
 */
class IgmpHostTracker
{
  public:
    /**
     * @brief Notes what a host says.
     * @param host its address
     * @param event what it says: a type of a group record
     * @param sources the sources of the record
     * @param lifetime how long it holds unless it is said again
     */
    void Note(Ipv4Address host, IgmpV3GroupEvent event, const SourceSet& sources, Time lifetime);

    /// @return whether a host wants the group in EXCLUDE mode
    bool IsAnySourceWanted() const;

    /// @param sources some sources
    /// @return those of them that a host wants
    SourceSet GetWanted(const SourceSet& sources) const;

  private:
    /// What a host wants.
    struct Host
    {
        Time anySource;                      ///< until when it wants any but the excluded sources
        SourceSet excluded;                  ///< sources that it does not want meanwhile
        std::map<Ipv4Address, Time> sources; ///< until when it wants each of these

        /// @param now the present time
        /// @return whether nothing holds any more
        bool IsSilent(Time now) const;

        /// @param source a source
        /// @param now the present time
        /// @return whether it wants the source
        bool Wants(Ipv4Address source, Time now) const;

        /// @brief Wants sources.
        /// @param wanted the sources
        /// @param until until when
        void Allow(const SourceSet& wanted, Time until);

        /// @brief Wants sources no more.
        /// @param blocked the sources
        void Block(const SourceSet& blocked);
    };

    std::map<Ipv4Address, Host> m_hosts; ///< by address
};

} // namespace mgm
} // namespace ns3

#endif // MGM_IGMP_HOST_TRACKER_H
