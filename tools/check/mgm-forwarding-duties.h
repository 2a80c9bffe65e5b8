/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_FORWARDING_DUTIES_H
#define MGM_FORWARDING_DUTIES_H

#include "mgm-owed-alerts.h"
#include "mgm-seen-entries.h"
#include "mgm-seen-interfaces.h"

#include <cstdint>
#include <map>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief Works out the alerts for forwarding entries: MFE-4, MFE-7 and MFE-8.
 *
 * Who answers for the incoming interface is told when the outgoing list becomes empty or is not
 * empty any more through somebody else, and when an entry is born empty. When the incoming
 * interface moves to that of another client, both are told. Expired entries are no exception. What
 * one change does to an entry takes several records: Settle() works out what is due when they are
 * over.
 */
class ForwardingDuties
{
  public:
    /**
     * @param interfaces the interfaces of the node
     * @param entries its forwarding entries
     * @param alerts where alerts go
     */
    ForwardingDuties(const SeenInterfaces& interfaces, SeenEntries& entries, OwedAlerts& alerts);

    /// @brief Works out the alerts for what has changed.
    void Settle();

    /// @brief Forgets all: the node has crashed.
    void Clear();

  private:
    /// What was so of an entry when its alerts were worked out.
    struct Flow
    {
        InterfaceId incoming; ///< Its incoming interface.
        InterfaceId reverse;  ///< The reverse path that it was made with.
        uint32_t holder{0};   ///< Number of the registration of who answered for the first.
        bool isEmpty{false};  ///< Whether its outgoing list was empty.
        bool isWanted{false}; ///< Whether others than the holder had interfaces in the list.
    };

    Flow MakeFlow(const SourceGroup& key, const SeenEntry& entry) const;
    void Judge(const SourceGroup& key, const EntryTouch& touch);
    bool IsHeld(const Flow& flow) const;
    void OweEnd(const SourceGroup& key, const EntryTouch& touch);
    void OweMove(const SourceGroup& key,
                 const Flow& before,
                 const Flow& after,
                 const EntryTouch& touch);
    void Owe(const SourceGroup& key,
             uint32_t client,
             bool isJoin,
             const EntryTouch& touch,
             std::string_view rule,
             bool isRequired = true);

    const SeenInterfaces& m_interfaces;  ///< the interfaces of the node
    SeenEntries& m_entries;              ///< its forwarding entries
    OwedAlerts& m_alerts;                ///< where alerts go
    std::map<SourceGroup, Flow> m_flows; ///< entries that are live or were
};

} // namespace mgm
} // namespace ns3

#endif // MGM_FORWARDING_DUTIES_H
