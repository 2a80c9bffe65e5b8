/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_SCENARIO_PROTOCOL_H
#define MGM_SCENARIO_PROTOCOL_H

#include "ns3/mgm-client-id.h"
#include "ns3/mgm-manager-client.h"
#include "ns3/mgm-script.h"
#include "ns3/mgm-scripted-protocol.h"
#include "ns3/mgm-source-group.h"

#include <memory>
#include <set>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief A multicast routing protocol on a node of a scenario, scripted or of a class.
 */
class ScenarioProtocol
{
  public:
    virtual ~ScenarioProtocol() = default;

    /// @return handle of its registration; null if it is not registered
    virtual ClientHandle GetHandle() const = 0;

    /// @return the groups that it knows: of one of a class, what it was told (I7)
    virtual std::set<SourceGroup> GetKnownGroups() const = 0;

    /**
     * @brief Makes a step.
     * @param step the step; one of a class starts, stops and fails, or does a step of its start-up
     */
    virtual void Run(const ScriptStep& step) = 0;
};

/**
 * @param protocol a scripted protocol
 * @return it, as a protocol of a scenario
 */
std::shared_ptr<ScenarioProtocol> AsScenarioProtocol(Ptr<ScriptedProtocol> protocol);

/**
 * @param client a client that was added to its node
 * @return it, as a protocol of a scenario
 */
std::shared_ptr<ScenarioProtocol> AsScenarioProtocol(Ptr<ManagerClient> client);

} // namespace mgm
} // namespace ns3

#endif // MGM_SCENARIO_PROTOCOL_H
