/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_PIM_ORACLE_DUE_H
#define MGM_PIM_ORACLE_DUE_H

#include "mgm-pim-oracle-message.h"

namespace ns3
{
namespace mgm
{

/// @ingroup tests
/// @brief A timer of an entry that expires.
struct PimOracleDue
{
    /// Which timer.
    enum class Kind : uint8_t
    {
        PRUNE_PENDING,
        PRUNE,
        ASSERT,
        GRAFT_RETRY,
        PRUNE_LIMIT,
        OVERRIDE, ///< where nothing is sent when it expires
        SOURCE_ACTIVE,
        STATE_REFRESH,
        LIVENESS, ///< NLT(N,I), of the router
        HELLO,    ///< HT, of the router
    };

    PimOracleTime time; ///< when it expires
    Kind kind;          ///< which
    uint32_t interface {
        0
    };                      ///< I
    uint32_t neighbor{0};   ///< N
    PimOracleKey key{0, 0}; ///< S and G
};

} // namespace mgm
} // namespace ns3

#endif // MGM_PIM_ORACLE_DUE_H
