/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-mfe.h"

namespace ns3
{
namespace mgm
{

namespace
{

constexpr uint32_t WORD = 4;                  ///< a DWORD [bytes]
constexpr uint32_t MFE_SIZE = 15 * WORD;      ///< MIB_IPMCAST_MFE without interfaces
constexpr uint32_t OIF_SIZE = 4 * WORD;       ///< MIB_IPMCAST_OIF
constexpr uint32_t STATS_0_SIZE = 16 * WORD;  ///< MIB_IPMCAST_MFE_STATS without interfaces
constexpr uint32_t STATS_1_SIZE = 21 * WORD;  ///< MIB_IPMCAST_MFE_STATS_EX without interfaces
constexpr uint32_t OIF_STATS_SIZE = 7 * WORD; ///< MIB_IPMCAST_OIF_STATS

} // namespace

uint32_t
GetMfeSize(const Mfe& mfe)
{
    return MFE_SIZE + static_cast<uint32_t>(mfe.outgoing.size()) * OIF_SIZE;
}

uint32_t
GetMfeStatsSize(const MfeStats& stats, MfeStatsLevel level)
{
    const uint32_t fixed = level == MfeStatsLevel::MGM_MFE_STATS_0 ? STATS_0_SIZE : STATS_1_SIZE;
    return fixed + static_cast<uint32_t>(stats.outgoing.size()) * OIF_STATS_SIZE;
}

} // namespace mgm
} // namespace ns3
