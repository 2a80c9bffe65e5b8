/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_PIM_ORACLE_HISTORY_H
#define MGM_PIM_ORACLE_HISTORY_H

#include "mgm-pim-oracle-event.h"
#include "mgm-pim-oracle-observation.h"

#include <string>

namespace ns3
{
namespace mgm
{

/// @ingroup tests
/// @brief What happened in a sequence, to be printed when it fails.
class PimOracleHistory
{
  public:
    /// @param setup the router's configuration
    explicit PimOracleHistory(const PimOracleSetup& setup);

    /// @brief Adds an event. @param event it @param seen what the machine did up to it and in it
    void Add(const PimOracleEvent& event, const PimOracleObservation& seen);

    /// @return all that happened, a line for each event and each message that was sent
    const std::string& GetText() const
    {
        return m_text;
    }

  private:
    std::string m_text; ///< all that happened
};

} // namespace mgm
} // namespace ns3

#endif // MGM_PIM_ORACLE_HISTORY_H
