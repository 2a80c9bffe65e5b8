/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_PACKET_CHECKS_H
#define MGM_PACKET_CHECKS_H

#include "mgm-expectation-check.h"
#include "mgm-packet-ledger.h"
#include "mgm-scenario.h"
#include "mgm-stream-meter.h"

#include <cstdint>
#include <memory>

namespace ns3
{
namespace mgm
{

/**
 * @param spec an expectation of what a receiver gets
 * @param receiver node id of the receiver
 * @param meter measures it; it outlives the check
 * @return its check
 */
std::unique_ptr<ExpectationCheck> MakeCheck(const StreamExpectation& spec,
                                            uint32_t receiver,
                                            const StreamMeter& meter);

/**
 * @param spec an expectation of all packets together
 * @param ledger follows them; it outlives the check
 * @return its check
 */
std::unique_ptr<ExpectationCheck> MakeCheck(const PacketsExpectation& spec,
                                            const PacketLedger& ledger);

} // namespace mgm
} // namespace ns3

#endif // MGM_PACKET_CHECKS_H
