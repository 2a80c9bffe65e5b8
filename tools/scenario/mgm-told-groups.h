/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_TOLD_GROUPS_H
#define MGM_TOLD_GROUPS_H

#include "ns3/mgm-group-knowledge.h"
#include "ns3/mgm-manager-client.h"
#include "ns3/mgm-source-group.h"
#include "ns3/mgm-trace-record.h"
#include "ns3/mgm-tracer.h"

#include <set>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief The groups that a client was told of since it registered, whatever it makes of them:
 * enumerated + joined - pruned (I7). The trace records of its node tell.
 */
class ToldGroups
{
  public:
    /// @param client the client, which was added to its node
    explicit ToldGroups(Ptr<ManagerClient> client);

    ~ToldGroups();

    ToldGroups(const ToldGroups&) = delete;
    ToldGroups& operator=(const ToldGroups&) = delete;

    /// @return the groups; none if the client is not registered
    std::set<SourceGroup> GetAll() const;

  private:
    /// @brief Takes a record of the node.
    /// @param record the record
    void Observe(const TraceRecord& record);

    /// @brief Takes the answer to a call of the client.
    /// @param record the record
    void ObserveReturn(const TraceRecord& record);

    /// @brief Takes a callback to the client.
    /// @param record the record
    void ObserveCallback(const TraceRecord& record);

    /// @brief Takes an entry that an enumeration of the client has returned.
    /// @param record the record
    void ObserveEntry(const TraceRecord& record);

    Ptr<ManagerClient> m_client; ///< the client
    Ptr<Tracer> m_tracer;        ///< the tracer of its node
    GroupKnowledge m_groups;     ///< what it was told
};

} // namespace mgm
} // namespace ns3

#endif // MGM_TOLD_GROUPS_H
