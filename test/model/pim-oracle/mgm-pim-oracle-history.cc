/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-pim-oracle-history.h"

#include <iomanip>
#include <sstream>

namespace ns3
{
namespace mgm
{

PimOracleHistory::PimOracleHistory(const PimOracleSetup& setup)
{
    std::ostringstream os;
    os << setup << '\n';
    m_text = os.str();
}

void
PimOracleHistory::Add(const PimOracleEvent& event, const PimOracleObservation& seen)
{
    std::ostringstream os;
    os << std::fixed << std::setprecision(3);
    for (const auto& message : seen.sent)
    {
        os << "    sent " << static_cast<double>(message.time) / PIM_ORACLE_SECOND << "s "
           << message << '\n';
    }
    if (event.kind != PimOracleEvent::Kind::NOTHING)
    {
        os << "  " << event << '\n';
    }
    m_text += os.str();
}

} // namespace mgm
} // namespace ns3
