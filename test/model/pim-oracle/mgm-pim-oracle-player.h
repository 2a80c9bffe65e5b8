/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_PIM_ORACLE_PLAYER_H
#define MGM_PIM_ORACLE_PLAYER_H

#include "mgm-pim-oracle-observation.h"

#include <tuple>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup tests
 * @brief A machine that is made of the model: it does something of what RFC 3973 allows.
 *
 * The judge must agree with all that it does, and with nothing else: that is how the judge is
 * tested.
 */
class PimOraclePlayer : private PimOracleChooser
{
  public:
    /// @param setup the router's configuration @param seed makes it choose
    PimOraclePlayer(const PimOracleSetup& setup, uint64_t seed);

    /// @brief Lets time pass up to an event, and the event happen. @param event it
    /// @return what the machine did meanwhile
    PimOracleObservation Step(const PimOracleEvent& event);

    /// @return when it will do something if nothing happens to it
    PimOracleTime GetNext();

    /// @return its present state
    const PimOracleRouter& GetRouter() const
    {
        return m_router;
    }

  private:
    /// What tells random moments apart: from, until, kind, interface, S and G.
    using Moment =
        std::tuple<PimOracleTime, PimOracleTime, PimOracleKind, uint32_t, uint32_t, uint32_t>;

    uint32_t Pick(uint32_t options) override;
    PimOracleTime TimeOf(const PimOracleRandom& random);
    bool DoNext(PimOracleTime limit, PimOracleObservation& done);
    void Collect(PimOracleTime time, PimOracleObservation& done);

    PimOracleRouter m_router;                  ///< the model
    uint64_t m_seed;                           ///< state of its random numbers
    std::map<Moment, PimOracleTime> m_moments; ///< random moments that it has chosen
};

} // namespace mgm
} // namespace ns3

#endif // MGM_PIM_ORACLE_PLAYER_H
