/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_PIM_HEADER_H
#define MGM_PIM_HEADER_H

#include "mgm-pim-codec.h"

#include "ns3/mgm-codec-header.h"

namespace ns3
{
namespace mgm
{

/// @ingroup mgm
/// @brief Puts a PIM message into a packet, and takes it out. It is the whole IP payload, but of a
///        Register, behind which is the packet that is registered.
using PimHeader = CodecHeader<PimMessage, PimDecodeError, EncodePim, DecodePim>;

/// @return the TypeId
template <>
TypeId PimHeader::GetTypeId();

} // namespace mgm
} // namespace ns3

#endif // MGM_PIM_HEADER_H
