/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_RULE_CASES_H
#define MGM_RULE_CASES_H

#include "mgm-rule-case.h"

#include <vector>

namespace ns3
{
namespace mgm
{

/// @ingroup tests
/// @brief Test cases that are not part of a suite yet, which is to delete them.
using RuleCases = std::vector<RuleCase*>;

/// @return cases of registration and ownership (REG, OWN)
RuleCases MakeClientCases();

/// @return cases of memberships, alerts and enumerations (MBR, ALR, ENU, SEQ)
RuleCases MakeMembershipCases();

/// @return cases of forwarding entries (MFE), with packets
RuleCases MakeForwardingCases();

/// @return cases of IGMPv3 routers and hosts (RFC 3376), with packets
RuleCases MakeIgmpCases();

} // namespace mgm
} // namespace ns3

#endif // MGM_RULE_CASES_H
