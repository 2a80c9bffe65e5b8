/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-pim-oracle-expectation.h"

namespace ns3
{
namespace mgm
{

namespace
{

bool
IsSameMetric(const PimOracleMetric& left, const PimOracleMetric& right)
{
    return left.preference == right.preference && left.metric == right.metric;
}

} // namespace

bool
PimOracleExpectation::Allows(const PimOracleMessage& sent) const
{
    if (sent.kind != message.kind || sent.interface != message.interface ||
        sent.from != message.from || sent.to != message.to)
    {
        return false;
    }
    switch (sent.kind)
    {
    case PimOracleKind::HELLO:
        return AllowsHello(sent);
    case PimOracleKind::ASSERT:
        return sent.key == message.key && IsSameMetric(sent.metric, message.metric);
    case PimOracleKind::STATE_REFRESH:
        return sent.key == message.key && AllowsRefresh(sent);
    default:
        return sent.key == message.key && AllowsJoinPrune(sent);
    }
}

bool
PimOracleExpectation::AllowsHello(const PimOracleMessage& sent) const
{
    return sent.holdtime == message.holdtime && sent.lanDelay == message.lanDelay &&
           sent.refreshInterval == message.refreshInterval &&
           (isGenerationOpen || sent.generation == message.generation);
}

bool
PimOracleExpectation::AllowsJoinPrune(const PimOracleMessage& sent) const
{
    return sent.upstream == message.upstream &&
           (isHoldtimeOpen || sent.holdtime == message.holdtime);
}

bool
PimOracleExpectation::AllowsRefresh(const PimOracleMessage& sent) const
{
    return IsSameMetric(sent.metric, message.metric) && sent.maskLength == message.maskLength &&
           sent.ttl == message.ttl && sent.interval == message.interval &&
           sent.pruned == message.pruned && sent.pruneNow == message.pruneNow &&
           sent.overrides == message.overrides &&
           (isOriginatorOpen || sent.originator == message.originator);
}

} // namespace mgm
} // namespace ns3
