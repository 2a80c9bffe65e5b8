/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-pim-oracle-message.h"

#include <array>

namespace ns3
{
namespace mgm
{

namespace
{

constexpr std::array<const char*, 7>
    KIND_NAMES{"Hello", "Join", "Prune", "Graft", "GraftAck", "Assert", "StateRefresh"};

void
WriteHello(std::ostream& os, const PimOracleMessage& hello)
{
    os << " holdtime " << hello.holdtime;
    if (hello.generation)
    {
        os << " generation " << *hello.generation;
    }
    if (hello.lanDelay)
    {
        os << " delay " << hello.lanDelay->propagation / 1000000 << "+"
           << hello.lanDelay->override / 1000000 << "ms";
    }
    if (hello.refreshInterval)
    {
        os << " refresh " << *hello.refreshInterval;
    }
}

void
WriteRefresh(std::ostream& os, const PimOracleMessage& refresh)
{
    os << " metric " << refresh.metric << " originator " << PimOracleAddress(refresh.originator)
       << '/' << refresh.maskLength << " ttl " << refresh.ttl << " interval " << refresh.interval
       << (refresh.pruned ? " P" : "") << (refresh.pruneNow ? " N" : "")
       << (refresh.overrides ? " O" : "");
}

} // namespace

std::string
PimOracleAddress(uint32_t address)
{
    std::string text;
    for (int shift = 24; shift >= 0; shift -= 8)
    {
        text += std::to_string(address >> shift & 0xFF) + (shift > 0 ? "." : "");
    }
    return text;
}

std::ostream&
operator<<(std::ostream& os, const PimOracleKey& key)
{
    return os << '(' << PimOracleAddress(key.source) << ',' << PimOracleAddress(key.group) << ')';
}

std::ostream&
operator<<(std::ostream& os, const PimOracleMessage& message)
{
    os << KIND_NAMES.at(static_cast<std::size_t>(message.kind)) << " on "
       << message.interface << " from " << PimOracleAddress(message.from);
    if (message.to != 0)
    {
        os << " to " << PimOracleAddress(message.to);
    }
    switch (message.kind)
    {
    case PimOracleKind::HELLO:
        WriteHello(os, message);
        return os;
    case PimOracleKind::ASSERT:
        return os << ' ' << message.key << " metric " << message.metric;
    case PimOracleKind::STATE_REFRESH:
        os << ' ' << message.key;
        WriteRefresh(os, message);
        return os;
    default:
        return os << ' ' << message.key << " upstream " << PimOracleAddress(message.upstream)
                  << " holdtime " << message.holdtime;
    }
}

} // namespace mgm
} // namespace ns3
