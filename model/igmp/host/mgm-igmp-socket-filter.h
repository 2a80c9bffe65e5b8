/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_IGMP_SOCKET_FILTER_H
#define MGM_IGMP_SOCKET_FILTER_H

#include "mgm-igmp-socket-fsm.h"
#include "mgm-igmp-socket-status.h"

#include "ns3/mgm-multicast-filter.h"

namespace ns3
{
namespace mgm
{

/**
 * @brief Applies an operation of RFC 3678 to the filter of a socket.
 * @param filter the filter; INCLUDE of none: the socket has not joined
 * @param event the operation
 * @param given the source or the sources that come with it
 * @param[out] result the filter afterwards, if the operation is legal
 * @return SUCCESS, or why the operation is not legal
 */
IgmpSocketStatus ApplySocketEvent(const MulticastFilter& filter,
                                  IgmpSocketEvent event,
                                  const SourceSet& given,
                                  MulticastFilter& result);

} // namespace mgm
} // namespace ns3

#endif // MGM_IGMP_SOCKET_FILTER_H
