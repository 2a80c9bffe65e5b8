/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_PIM_ORACLE_WORLD_H
#define MGM_PIM_ORACLE_WORLD_H

#include "mgm-pim-oracle-event.h"
#include "mgm-pim-oracle-expectation.h"
#include "mgm-pim-oracle-hellos.h"
#include "mgm-pim-oracle-neighbors.h"
#include "mgm-pim-oracle-rows.h"

#include <memory>
#include <set>

namespace ns3
{
namespace mgm
{

/// A set of interfaces: bit I is interface I.
using PimOracleInterfaces = uint32_t;

/// What other components forward, as a member of such a set: no interface has the number 0.
inline constexpr PimOracleInterfaces PIM_ORACLE_ELSEWHERE = 1;

/**
 * @ingroup tests
 * @brief What a router knows that does not belong to one (S,G), and what it sends.
 */
class PimOracleWorld
{
  public:
    /// @param setup its configuration
    explicit PimOracleWorld(std::shared_ptr<const PimOracleSetup> setup);

    /// @return its configuration
    const PimOracleSetup& GetSetup() const
    {
        return *m_setup;
    }

    /// @return number of interfaces, which count from 1
    uint32_t CountInterfaces() const
    {
        return static_cast<uint32_t>(m_setup->interfaces.size());
    }

    /// @param interface an interface @return my_addr(I)
    uint32_t GetAddress(uint32_t interface) const;

    /// @param interface an interface @return whether it is up
    bool IsUp(uint32_t interface) const;

    /// @param interface an interface @return whether it is another component's
    bool IsForeign(uint32_t interface) const;

    /// @param interface an interface @return its neighbors
    PimOracleNeighbors& GetNeighbors(uint32_t interface);
    /// @copydoc GetNeighbors
    const PimOracleNeighbors& GetNeighbors(uint32_t interface) const;

    /// @param interface an interface @return its Hellos
    PimOracleHellos& GetHellos(uint32_t interface);
    /// @copydoc GetHellos
    const PimOracleHellos& GetHellos(uint32_t interface) const;

    /// @param interface an interface @return Propagation Delay and Override Interval there
    PimOracleLanDelay GetLanDelay(uint32_t interface) const;

    /// @return pim_nbrs
    PimOracleInterfaces GetPimNeighbors() const;

    /// @param key S and G @return (pim_include(*,G) (-) pim_exclude(S,G)) (+) pim_include(S,G)
    PimOracleInterfaces GetMembers(const PimOracleKey& key) const;

    /// @param group a group @return boundary(G)
    PimOracleInterfaces GetBoundary(uint32_t group) const;

    /// @param interface an interface @param group a group @return Boundary(I,G)
    bool IsBoundary(uint32_t interface, uint32_t group) const
    {
        return (GetBoundary(group) & (1U << interface)) != 0;
    }

    /// @param source a source @return the route to it; none if its interface is down
    PimOracleRoute GetRoute(uint32_t source) const;

    /// @param key S and G @return PIM_ORACLE_ELSEWHERE if other components forward its packets
    PimOracleInterfaces GetElsewhere(const PimOracleKey& key) const;

    /// @brief Changes members. @param event a change
    void SetMember(const PimOracleEvent& event);

    /// @brief Changes a boundary. @param event a change
    void SetBoundary(const PimOracleEvent& event);

    /// @brief Changes a route. @param event a change
    void SetRoute(const PimOracleEvent& event);

    /// @brief Changes what other components forward. @param event a change
    void SetElsewhere(const PimOracleEvent& event);

    /// @brief Brings an interface up or down. @param interface which @param isUp which of the two
    void SetUp(uint32_t interface, bool isUp);

    /// @brief Sends a message about (S,G). @param sent it
    void Send(PimOracleExpectation sent);

    /// @brief Sends a Hello. @param interface where @param holdtime its Hold Time [s]
    void SendHello(uint32_t interface, uint32_t holdtime);

    /// @brief Forwards a data packet. @param interfaces where
    void Copy(PimOracleInterfaces interfaces)
    {
        copies |= interfaces & ~PIM_ORACLE_ELSEWHERE;
    }

    /// @brief Decides what RFC 3973 leaves open. @param options how many possibilities there are
    /// @return one of them, from 0
    uint32_t Pick(uint32_t options)
    {
        return options > 1 ? chooser->Pick(options) : 0;
    }

    /// @brief Notes a row. @param row a row of a table
    template <typename Row>
    void Note(const Row& row)
    {
        rows.push_back(PimOracleRows::NumberOf(row));
    }

    PimOracleTime now{0};                    ///< present time
    PimOracleChooser* chooser{nullptr};      ///< decides what is open
    std::vector<PimOracleExpectation> sent;  ///< in this step
    PimOracleInterfaces copies{0};           ///< where the packet of this step is forwarded
    std::vector<PimOracleRows::Number> rows; ///< that were taken in this step

  private:
    /// Members of an interface.
    struct Member
    {
        uint32_t interface;             ///< where
        uint32_t group;                 ///< G
        uint32_t source;                ///< S; 0: any
        PimOracleMembership membership; ///< what they want

        bool operator<(const Member& other) const;
    };

    bool HasMember(uint32_t interface, const PimOracleKey& key, PimOracleMembership which) const;
    void GreetFirst(uint32_t interface);

    std::shared_ptr<const PimOracleSetup> m_setup;        ///< configuration
    std::vector<PimOracleNeighbors> m_neighbors;          ///< by interface
    std::vector<PimOracleHellos> m_hellos;                ///< by interface
    PimOracleInterfaces m_up{0};                          ///< interfaces that are up
    std::map<uint32_t, PimOracleRoute> m_routes;          ///< by source
    std::set<Member> m_members;                           ///< of all interfaces
    std::map<uint32_t, PimOracleInterfaces> m_boundaries; ///< by group
    std::set<PimOracleKey> m_elsewhere;                   ///< what other components forward
};

/// @param interface an interface @return the set of it alone
inline PimOracleInterfaces
PimOracleOnly(uint32_t interface)
{
    return interface == 0 ? 0 : 1U << interface;
}

} // namespace mgm
} // namespace ns3

#endif // MGM_PIM_ORACLE_WORLD_H
