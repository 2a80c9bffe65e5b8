/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_TIME_VARIABLE_H
#define MGM_TIME_VARIABLE_H

#include "ns3/nstime.h"
#include "ns3/random-variable-stream.h"

namespace ns3
{
namespace mgm
{

/**
 * @brief Draws a duration.
 * @param stream where to draw from [s]; null is always zero
 * @return the duration; a negative draw counts as zero
 */
inline Time
DrawTime(const Ptr<RandomVariableStream>& stream)
{
    const double seconds = stream ? stream->GetValue() : 0;
    return seconds > 0 ? Seconds(seconds) : Time();
}

} // namespace mgm
} // namespace ns3

#endif // MGM_TIME_VARIABLE_H
