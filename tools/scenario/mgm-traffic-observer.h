/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_TRAFFIC_OBSERVER_H
#define MGM_TRAFFIC_OBSERVER_H

#include "mgm-packet-copies.h"
#include "mgm-packet-ledger.h"
#include "mgm-packet-watch.h"
#include "mgm-scenario-network.h"
#include "mgm-scenario.h"
#include "mgm-stream-meter.h"

#include "ns3/mgm-trace-record.h"

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief All that looks at the packets of the streams of a scenario.
 */
class TrafficObserver
{
  public:
    /**
     * @brief Begins, before the run.
     * @param scenario the scenario
     * @param network its network; it outlives the observer and gets a listener
     */
    TrafficObserver(const Scenario& scenario, ScenarioNetwork& network);

    TrafficObserver(const TrafficObserver&) = delete;
    TrafficObserver& operator=(const TrafficObserver&) = delete;

    /**
     * @brief Takes a trace record.
     * @param record the record
     */
    void Observe(const TraceRecord& record);

    /// @return what receivers get
    const StreamMeter& GetMeter() const
    {
        return m_meter;
    }

    /// @return what became of all packets
    const PacketLedger& GetLedger() const
    {
        return m_ledger;
    }

  private:
    /// @brief Finds out which streams a host wants, since that may have changed.
    /// @param receiver its node id
    /// @param step the step that may have changed it, or null
    void Update(uint32_t receiver, const StepSpec* step);

    PacketCopies m_copies; ///< the copies of the packets
    PacketLedger m_ledger; ///< what becomes of them
    StreamMeter m_meter;   ///< what receivers get
    PacketWatch m_watch;   ///< sees what no forwarder or sink sees
};

} // namespace mgm
} // namespace ns3

#endif // MGM_TRAFFIC_OBSERVER_H
