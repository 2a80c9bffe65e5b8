/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_FUZZ_ROUTER_H
#define MGM_FUZZ_ROUTER_H

#include "check/mgm-trace-checker.h"
#include "model/mfe/mgm-fake-plane.h"

#include "ns3/ipv4.h"
#include "ns3/mgm-multicast-group-manager.h"
#include "ns3/mgm-multicast-rib.h"
#include "ns3/node.h"

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup tests
 * @brief Routes as an input says. A route through an interface that is down is none.
 */
class FuzzRib : public MulticastRib
{
  public:
    /// @param ipv4 who knows which interfaces are up
    explicit FuzzRib(Ptr<Ipv4> ipv4);

    std::optional<Route> Lookup(Ipv4Address destination) const override;

    /**
     * @brief Changes a route, without a word.
     * @param destination an address
     * @param interface index of the interface towards it; 0: there is no route
     */
    void Set(Ipv4Address destination, uint32_t interface);

  private:
    Ptr<Ipv4> m_ipv4;                         ///< who knows which interfaces are up
    std::map<Ipv4Address, uint32_t> m_routes; ///< interfaces towards addresses
};

/**
 * @ingroup tests
 * @brief Has the checker judge the trace of some nodes.
 */
class FuzzJudge
{
  public:
    /// @param nodes the nodes, with their interfaces
    explicit FuzzJudge(const std::vector<Ptr<Node>>& nodes);

    /// @brief Ends the trace. @throws FuzzFault if the checker has found something
    void Finish();

  private:
    void Watch(const TraceRecord& record);

    std::unique_ptr<TraceChecker> m_checker; ///< the checker
};

/**
 * @ingroup tests
 * @brief A router whose forwarder is a fake one, and whose trace is judged by the checker.
 */
class FuzzRouter
{
  public:
    /// Number of interfaces, from index 1.
    static constexpr uint32_t INTERFACES = 4;

    FuzzRouter();
    ~FuzzRouter();

    FuzzRouter(const FuzzRouter&) = delete;
    FuzzRouter& operator=(const FuzzRouter&) = delete;

    /// @return its manager
    Ptr<MulticastGroupManager> GetManager() const
    {
        return m_manager;
    }

    /// @return what its forwarder holds
    FakePlane& GetPlane()
    {
        return *m_plane;
    }

    /**
     * @brief Changes a route.
     * @param destination an address
     * @param interface index of the interface towards it; 0: there is no route
     * @param isTold whether the manager is told
     */
    void Route(Ipv4Address destination, uint32_t interface, bool isTold);

    /**
     * @brief Takes an interface down or up; the routes through it change.
     * @param interface its index
     * @param isUp whether it goes up
     */
    void SetInterface(uint32_t interface, bool isUp);

    /// @param interface index of an interface @return whether it is up
    bool IsUp(uint32_t interface) const;

    /// @brief Lets time pass. @param time how much
    static void Run(Time time);

    /// @brief Ends the trace, and throws FuzzFault if the checker has found something.
    void Judge();

  private:
    Ptr<Node> m_node;                     ///< the node
    Ptr<Ipv4> m_ipv4;                     ///< its interfaces
    Ptr<MulticastGroupManager> m_manager; ///< its manager
    Ptr<FuzzRib> m_rib;                   ///< its routes
    std::unique_ptr<FakePlane> m_plane;   ///< its forwarder
    std::unique_ptr<FuzzJudge> m_judge;   ///< judges its trace
};

/// @brief Brings the simulator back into its initial state.
void ResetSimulatorForInput();

} // namespace mgm
} // namespace ns3

#endif // MGM_FUZZ_ROUTER_H
