/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_RECORD_CHECKS_H
#define MGM_RECORD_CHECKS_H

#include "mgm-expectation-check.h"
#include "mgm-scenario.h"

#include <memory>

namespace ns3
{
namespace mgm
{

/// @param spec an expectation of a number of records
/// @return its check
std::unique_ptr<ExpectationCheck> MakeCheck(const RecordsExpectation& spec);

/// @param spec an expectation of records in order
/// @return its check
std::unique_ptr<ExpectationCheck> MakeCheck(const OrderExpectation& spec);

} // namespace mgm
} // namespace ns3

#endif // MGM_RECORD_CHECKS_H
