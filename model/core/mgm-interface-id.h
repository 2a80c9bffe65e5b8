/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_INTERFACE_ID_H
#define MGM_INTERFACE_ID_H

#include "ns3/ipv4-address.h"

#include <cstdint>
#include <ostream>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief An interface as the group manager sees it.
 */
struct InterfaceId
{
    /// Index of the node's IPv4 interface.
    uint32_t index{0};
    /// 0.0.0.0 on broadcast and point-to-point links; names the link on an NBMA interface.
    Ipv4Address nextHop{Ipv4Address::GetZero()};
};

/**
 * @name Comparison and output of interfaces
 * @{
 */
inline bool
operator==(const InterfaceId& a, const InterfaceId& b)
{
    return a.index == b.index && a.nextHop == b.nextHop;
}

inline bool
operator!=(const InterfaceId& a, const InterfaceId& b)
{
    return !(a == b);
}

inline bool
operator<(const InterfaceId& a, const InterfaceId& b)
{
    return a.index != b.index ? a.index < b.index : a.nextHop < b.nextHop;
}

inline std::ostream&
operator<<(std::ostream& os, const InterfaceId& interface)
{
    os << interface.index;
    return interface.nextHop.Get() == 0 ? os : os << '@' << interface.nextHop;
}

/** @} */

} // namespace mgm
} // namespace ns3

#endif // MGM_INTERFACE_ID_H
