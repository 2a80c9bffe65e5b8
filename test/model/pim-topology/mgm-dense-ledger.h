/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_DENSE_LEDGER_H
#define MGM_DENSE_LEDGER_H

#include <cstdint>
#include <map>
#include <set>
#include <vector>

namespace ns3
{
namespace mgm
{

/// @ingroup tests
/// @brief What became of a packet of a stream.
struct DensePacket
{
    double sent;                          ///< when it was sent [s]
    double age;                           ///< how long before that the last disturbance was [s]
    std::set<uint32_t> wanted;            ///< links with members that it should reach
    std::map<uint32_t, uint32_t> copies;  ///< by link: how often routers sent it there
    std::map<uint32_t, uint32_t> arrived; ///< by link: how often the host there got it
    uint32_t hops{0};                     ///< greatest number of routers that one copy passed
};

/// @ingroup tests
/// @brief What became of all packets of a stream, by the number of the packet.
using DenseLedger = std::vector<DensePacket>;

} // namespace mgm
} // namespace ns3

#endif // MGM_DENSE_LEDGER_H
