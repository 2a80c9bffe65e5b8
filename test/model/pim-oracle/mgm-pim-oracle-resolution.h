/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_PIM_ORACLE_RESOLUTION_H
#define MGM_PIM_ORACLE_RESOLUTION_H

#include "mgm-pim-oracle-step.h"

namespace ns3
{
namespace mgm
{

/**
 * @ingroup tests
 * @brief Finds out what a step of a random sequence is for a router in its present state.
 */
class PimOracleResolution
{
  public:
    /// @param step the step @param router the router @param now time of the last step
    PimOracleResolution(const PimOracleStep& step,
                        const PimOracleRouter& router,
                        PimOracleTime now);

    /// @return what happens
    PimOracleEvent Resolve() const;

  private:
    PimOracleTime GetTime() const;
    uint32_t GetPending() const;
    uint32_t GetInterface() const;
    uint32_t GetSender() const;
    uint32_t GetTarget() const;
    PimOracleMetric GetMetric() const;
    PimOracleRoute GetRoute() const;
    PimOracleMessage MakeMessage(PimOracleKind kind) const;
    void FillHello(PimOracleMessage& hello) const;
    void FillRefresh(PimOracleMessage& refresh) const;

    const PimOracleStep& m_step;     ///< the step
    const PimOracleRouter& m_router; ///< the router
    PimOracleTime m_now;             ///< time of the last step
    PimOracleKey m_key;              ///< S and G
    PimOracleEntry m_entry;          ///< state of (S,G)
};

} // namespace mgm
} // namespace ns3

#endif // MGM_PIM_ORACLE_RESOLUTION_H
