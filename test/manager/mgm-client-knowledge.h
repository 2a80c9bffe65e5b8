/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_CLIENT_KNOWLEDGE_H
#define MGM_CLIENT_KNOWLEDGE_H

#include "mgm-client-event.h"

#include <cstdint>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup tests
 * @brief What a client knows of the groups that others want, and the invariants about it: I7 and
 * I8.
 *
 * It knows (*,g) and (*,*) from alerts, from local members, and from enumerations.
 */
class ClientKnowledge
{
  public:
    /// Sources and groups.
    using Keys = std::set<SourceGroup>;

    /// @param owed what the client is owed when it registers, without having been told
    explicit ClientKnowledge(const Keys& owed);

    /**
     * @brief Learns from a callback.
     * @param event the callback
     * @return what is wrong with it (I8); empty if nothing is
     */
    std::string Learn(const ClientEvent& event);

    /**
     * @brief Learns from a part of an enumeration.
     * @param keys the entries read
     */
    void Read(const std::vector<SourceGroup>& keys);

    /**
     * @brief Notes that an enumeration has come to its end.
     *
     * One during which the client was owed (*,*) does not count: the manager may let a withheld
     * PRUNE_ALERT and a withheld JOIN_ALERT cancel out although the client has read the table in
     * between.
     *
     * @param covered whether it was owed (*,*) at some time meanwhile
     */
    void EndReading(bool covered);

    /**
     * @brief Compares with what the alert rules owe the client, when nothing is pending.
     *
     * I7: a client that has enumerated knows everything that it is owed, and whatever an alert has
     * told it is still owed. While it is owed (*,*), that stands for every group.
     *
     * @param owed what the client is owed
     * @return what is wrong; empty if nothing is
     */
    std::string Compare(const Keys& owed) const;

    /// @return local members that the client knows, by interface
    const std::set<std::pair<SourceGroup, uint32_t>>& GetLocal() const
    {
        return m_local;
    }

    /// @return whether every JOIN_ALERT was answered by a PRUNE_ALERT (I8)
    bool IsSettled() const
    {
        return m_alerted.empty();
    }

  private:
    Keys m_untold;                                      ///< owed at registration, never alerted
    Keys m_alerted;                                     ///< joined and not pruned
    Keys m_enumerated;                                  ///< read and not pruned
    std::set<std::pair<SourceGroup, uint32_t>> m_local; ///< local members
    bool m_complete{false};                             ///< whether it has enumerated
};

} // namespace mgm
} // namespace ns3

#endif // MGM_CLIENT_KNOWLEDGE_H
