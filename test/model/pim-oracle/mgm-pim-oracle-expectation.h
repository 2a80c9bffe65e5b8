/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_PIM_ORACLE_EXPECTATION_H
#define MGM_PIM_ORACLE_EXPECTATION_H

#include "mgm-pim-oracle-message.h"

namespace ns3
{
namespace mgm
{

/**
 * @ingroup tests
 * @brief A message that a router sends, with the fields that are open.
 */
struct PimOracleExpectation
{
    PimOracleMessage message;     ///< the message
    bool isHoldtimeOpen{false};   ///< any Hold Time will do
    bool isOriginatorOpen{false}; ///< any of the router's addresses will do
    bool isGenerationOpen{false}; ///< any Generation ID will do, or none

    /// @param sent a message that was sent at the time in question @return whether it is this one
    bool Allows(const PimOracleMessage& sent) const;

  private:
    bool AllowsHello(const PimOracleMessage& sent) const;
    bool AllowsJoinPrune(const PimOracleMessage& sent) const;
    bool AllowsRefresh(const PimOracleMessage& sent) const;
};

} // namespace mgm
} // namespace ns3

#endif // MGM_PIM_ORACLE_EXPECTATION_H
