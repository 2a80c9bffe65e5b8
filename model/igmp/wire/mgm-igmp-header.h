/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_IGMP_HEADER_H
#define MGM_IGMP_HEADER_H

#include "mgm-igmp-codec.h"

#include "ns3/mgm-codec-header.h"

namespace ns3
{
namespace mgm
{

/// @ingroup mgm
/// @brief Puts an IGMP message into a packet, and takes it out. It is the whole IP payload.
using IgmpHeader = CodecHeader<IgmpMessage, IgmpDecodeError, EncodeIgmp, DecodeIgmp>;

/// @return the TypeId
template <>
TypeId IgmpHeader::GetTypeId();

} // namespace mgm
} // namespace ns3

#endif // MGM_IGMP_HEADER_H
