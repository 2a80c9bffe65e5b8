/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-pim-oracle-event.h"

#include <array>
#include <iomanip>

namespace ns3
{
namespace mgm
{

namespace
{

constexpr std::array<const char*, 3> MEMBERSHIP_NAMES{"all", "source", "exclude"};

} // namespace

std::ostream&
operator<<(std::ostream& os, const PimOracleRoute& route)
{
    if (route.interface == 0)
    {
        return os << "none";
    }
    os << "on " << route.interface;
    if (route.nextHop != 0)
    {
        os << " by " << PimOracleAddress(route.nextHop);
    }
    return os << ' ' << route.preference << '/' << route.metric << " mask " << route.maskLength;
}

std::ostream&
operator<<(std::ostream& os, const PimOracleEvent& event)
{
    os << std::fixed << std::setprecision(3) << static_cast<double>(event.time) / PIM_ORACLE_SECOND
       << "s ";
    const char* change = event.isOn ? " begins" : " ends";
    switch (event.kind)
    {
    case PimOracleEvent::Kind::MESSAGE:
        return os << event.message;
    case PimOracleEvent::Kind::DATA:
        return os << "data " << event.key << " on " << event.interface << " ttl " << event.ttl;
    case PimOracleEvent::Kind::MEMBER:
        return os << "member " << MEMBERSHIP_NAMES.at(static_cast<std::size_t>(event.membership))
                  << ' ' << event.key << " on " << event.interface << change;
    case PimOracleEvent::Kind::ROUTE:
        return os << "route to " << PimOracleAddress(event.key.source) << ' ' << event.route;
    case PimOracleEvent::Kind::BOUNDARY:
        return os << "boundary of " << PimOracleAddress(event.key.group) << " on "
                  << event.interface << change;
    case PimOracleEvent::Kind::INTERFACE:
        return os << "interface " << event.interface << (event.isOn ? " up" : " down");
    case PimOracleEvent::Kind::ELSEWHERE:
        return os << "forwarding " << event.key << " elsewhere" << change;
    case PimOracleEvent::Kind::CREATE:
        return os << "entry " << event.key << " is made";
    case PimOracleEvent::Kind::STOP:
        return os << "taken down";
    default:
        return os << "nothing";
    }
}

} // namespace mgm
} // namespace ns3
