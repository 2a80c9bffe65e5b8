/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_MFE_KEY_H
#define MGM_MFE_KEY_H

#include "ns3/mgm-mfe.h"

namespace ns3
{
namespace mgm
{

/// @ingroup tests
/// @param mfe an entry as the manager tells it
/// @return its source and group
inline SourceGroup
KeyOf(const Mfe& mfe)
{
    return {mfe.source, mfe.group};
}

/// @ingroup tests
/// @param stats an entry with its counters as the manager tells it
/// @return its source and group
inline SourceGroup
KeyOf(const MfeStats& stats)
{
    return KeyOf(stats.mfe);
}

} // namespace mgm
} // namespace ns3

#endif // MGM_MFE_KEY_H
