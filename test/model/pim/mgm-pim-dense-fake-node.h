/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_PIM_DENSE_FAKE_NODE_H
#define MGM_PIM_DENSE_FAKE_NODE_H

#include "ns3/mgm-pim-dense-environment.h"
#include "ns3/mgm-tracer.h"

#include <functional>
#include <map>
#include <string>
#include <vector>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup tests
 * @brief A node that is what a test says, and notes what dense mode has it do.
 */
class PimDenseFakeNode : public PimDenseEnvironment
{
  public:
    /// @brief An interface.
    struct Link
    {
        Ipv4Address address;                       ///< Address of this router.
        std::set<Ipv4Address> neighbors = {};      ///< Its PIM neighbors.
        bool isRefreshCapable{true};               ///< Whether all of them know State Refresh.
        Time overrideInterval{MilliSeconds(2500)}; ///< OI.
        Time propagationDelay{MilliSeconds(500)};  ///< PD.
        uint8_t threshold{0};                      ///< Threshold.
        bool isBoundary{false};                    ///< Whether the group has a boundary there.
        bool includesAny{false};                   ///< local_receiver_include(*,G,I).
        bool includes{false};                      ///< local_receiver_include(S,G,I).
        bool excludes{false};                      ///< local_receiver_exclude(S,G,I).
    };

    std::map<uint32_t, Link> links;             ///< Its interfaces.
    std::optional<PimDenseRoute> route;         ///< The route to each source.
    bool isInUse{true};                         ///< Whether packets are forwarded.
    bool isWantedElsewhere{false};              ///< Whether other components forward them.
    std::vector<std::string> sent;              ///< Messages: "1 Prune 10.0.1.2 210s".
    std::vector<std::string> told;              ///< What OnForwarding() and OnForgotten() told.
    std::function<void()> react;                ///< What it does when it is told, if anything.
    Ptr<Tracer> tracer{CreateObject<Tracer>()}; ///< Where records go.

    /// @param set a set of interfaces @return it as "1 2"
    static std::string ToText(const PimInterfaceSet& set);

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
    /// @brief Reacts, once.
    void React();
};

} // namespace mgm
} // namespace ns3

#endif // MGM_PIM_DENSE_FAKE_NODE_H
