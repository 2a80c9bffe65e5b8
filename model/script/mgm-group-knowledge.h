/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_GROUP_KNOWLEDGE_H
#define MGM_GROUP_KNOWLEDGE_H

#include "ns3/mgm-interface-id.h"
#include "ns3/mgm-source-group.h"

#include <map>
#include <set>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief The groups that a client has heard of: enumerated + joined - pruned (I7).
 *
 * What the owner of an interface hears from IGMP there is kept apart, by interface.
 */
class GroupKnowledge
{
  public:
    /// Some entries.
    using Entries = std::set<SourceGroup>;

    /// @brief An enumeration or a JOIN_ALERT told of an entry.
    /// @param entry the entry
    void Learn(const SourceGroup& entry);

    /// @brief A PRUNE_ALERT told that an entry is gone.
    /// @param entry the entry
    void Unlearn(const SourceGroup& entry);

    /// @brief LOCAL_JOIN.
    /// @param entry the entry
    /// @param interface the interface
    void LearnLocal(const SourceGroup& entry, const InterfaceId& interface);

    /// @brief LOCAL_LEAVE.
    /// @param entry the entry
    /// @param interface the interface
    void UnlearnLocal(const SourceGroup& entry, const InterfaceId& interface);

    /// @brief The interface belongs to somebody else now.
    /// @param interface the interface
    void ForgetInterface(const InterfaceId& interface);

    /// @brief Forgets everything.
    void Clear();

    /// @return what enumerations and alerts told
    const Entries& GetAlerted() const
    {
        return m_alerted;
    }

    /// @return what IGMP has on each owned interface
    const std::map<InterfaceId, Entries>& GetLocal() const
    {
        return m_local;
    }

    /// @return all entries known
    Entries GetAll() const;

  private:
    Entries m_alerted;                      ///< from enumerations and alerts
    std::map<InterfaceId, Entries> m_local; ///< from IGMP, by interface
};

} // namespace mgm
} // namespace ns3

#endif // MGM_GROUP_KNOWLEDGE_H
