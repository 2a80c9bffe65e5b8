/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_PIM_ORACLE_MACHINE_H
#define MGM_PIM_ORACLE_MACHINE_H

#include "mgm-pim-oracle-node.h"
#include "mgm-pim-oracle-observation.h"

#include "ns3/mgm-pim-dense-tib.h"

namespace ns3
{
namespace mgm
{

/**
 * @ingroup tests
 * @brief The machines under test: the Tree Information Base on a node that events lead.
 *
 * Only one is there at a time: it has the simulator to itself.
 */
class PimOracleMachine
{
  public:
    /// @param setup the router's configuration @param stream number of its random stream
    PimOracleMachine(const PimOracleSetup& setup, int64_t stream);
    ~PimOracleMachine();

    PimOracleMachine(const PimOracleMachine&) = delete;
    PimOracleMachine& operator=(const PimOracleMachine&) = delete;

    /**
     * @brief Lets time pass up to an event, and the event happen.
     * @param event it
     * @param isToldLate whether a change of the node is there, without being told, before the
     * timers that expire in the same instant
     * @return what the machines did meanwhile
     */
    PimOracleObservation Step(const PimOracleEvent& event, bool isToldLate);

  private:
    void Configure(const PimOracleSetup& setup, int64_t stream);
    void PassTime(PimOracleTime until);
    void Happen(const PimOracleEvent& event, PimOracleObservation& seen);
    void Receive(const PimOracleMessage& message);
    void Heed(uint32_t interface, PimNeighborNews news, Ipv4Address neighbor);
    std::map<PimOracleKey, PimOracleView> GetViews() const;
    PimOracleView GetView(const SourceGroup& sourceGroup) const;
    void AddInterface(const PimDenseEntry& entry, uint32_t interface, PimOracleView& view) const;

    PimOracleNode m_node;    ///< the node
    Ptr<PimDenseTib> m_tib;  ///< the machines
    uint32_t m_interfaces;   ///< number of interfaces
    bool m_isStopped{false}; ///< whether it is taken down
};

} // namespace mgm
} // namespace ns3

#endif // MGM_PIM_ORACLE_MACHINE_H
