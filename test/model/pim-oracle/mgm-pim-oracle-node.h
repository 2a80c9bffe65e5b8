/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_PIM_ORACLE_NODE_H
#define MGM_PIM_ORACLE_NODE_H

#include "mgm-pim-oracle-event.h"
#include "mgm-pim-oracle-link.h"

#include "ns3/mgm-pim-dense-environment.h"

#include <map>
#include <memory>
#include <set>
#include <tuple>
#include <vector>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup tests
 * @brief The node around the machines under test: it is what the events of a sequence say, and
 * notes what dense mode sends and tells.
 */
class PimOracleNode : public PimDenseEnvironment
{
  public:
    /// @param setup the router's configuration
    explicit PimOracleNode(const PimOracleSetup& setup);

    /// @brief Has the node be as an event says, if it is one that changes the node.
    /// @param event the event
    void Change(const PimOracleEvent& event);

    /// @param interface an interface @return whether PIM is in service there
    bool IsUp(uint32_t interface) const;

    /// @param interface an interface @return what there is of it
    PimOracleLink& GetLink(uint32_t interface);

    /// @return what was sent since the last call
    std::vector<PimOracleMessage> TakeSent();

    /// @return what was told of each (S,G) and is not forgotten
    const std::map<SourceGroup, PimDenseForwarding>& GetTold() const
    {
        return m_told;
    }

    PimInterfaceSet GetInterfaces() const override;
    bool IsInService(uint32_t interface) const override;
    Ipv4Address GetAddress(uint32_t interface) const override;
    std::size_t CountNeighbors(uint32_t interface) const override;
    bool IsStateRefreshCapable(uint32_t interface) const override;
    Time GetOverrideInterval(uint32_t interface) const override;
    Time GetPropagationDelay(uint32_t interface) const override;
    uint8_t GetThreshold(uint32_t interface) const override;
    bool IsBoundary(uint32_t interface, Ipv4Address group) const override;
    bool HasReceiver(const SourceGroup& sourceGroup, uint32_t interface) const override;
    bool ExcludesReceiver(const SourceGroup& sourceGroup, uint32_t interface) const override;
    std::optional<PimDenseRoute> GetRoute(Ipv4Address source) const override;
    bool IsWantedElsewhere(const SourceGroup& sourceGroup) const override;
    bool IsInUse(const SourceGroup& sourceGroup) const override;
    void Send(const PimMessage& message, uint32_t interface, Ipv4Address destination) override;
    void OnForwarding(const SourceGroup& sourceGroup,
                      const PimDenseForwarding& forwarding) override;
    void OnForgotten(const SourceGroup& sourceGroup) override;
    MachineSubject GetSubject(std::string_view machine,
                              const SourceGroup& sourceGroup,
                              std::optional<uint32_t> interface) const override;

  private:
    /// Who wants what where: interface, S or 0.0.0.0, G.
    using Wish = std::tuple<uint32_t, Ipv4Address, Ipv4Address>;

    PimLanDelays GetDelays(uint32_t interface) const;

    const PimOracleSetup m_setup;                          ///< configuration
    std::vector<std::unique_ptr<PimOracleLink>> m_links;   ///< interfaces, from 1 on
    std::set<uint32_t> m_up;                               ///< those that are up
    std::set<Wish> m_included;                             ///< what members want
    std::set<Wish> m_excluded;                             ///< what none of them wants
    std::map<Ipv4Address, PimOracleRoute> m_routes;        ///< by source
    std::set<std::pair<uint32_t, Ipv4Address>> m_boundary; ///< interface and group
    std::set<SourceGroup> m_elsewhere;                     ///< what other components forward
    std::map<SourceGroup, PimDenseForwarding> m_told;      ///< of forwarding
    std::vector<PimOracleMessage> m_sent;                  ///< what was sent
    Ptr<Tracer> m_tracer{CreateObject<Tracer>()};          ///< where records go
};

/// @param key S and G @return them as the machines have them
inline SourceGroup
ToSourceGroup(const PimOracleKey& key)
{
    return {Ipv4Address(key.source), Ipv4Address(key.group)};
}

} // namespace mgm
} // namespace ns3

#endif // MGM_PIM_ORACLE_NODE_H
