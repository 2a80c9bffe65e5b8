/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_MFE_OUTGOING_TRACE_H
#define MGM_MFE_OUTGOING_TRACE_H

#include "ns3/mgm-interface-id.h"
#include "ns3/mgm-source-group.h"
#include "ns3/mgm-tracer.h"

#include <string_view>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief Traces that the outgoing list of a forwarding entry has changed.
 * @param tracer where the record goes
 * @param key source and group of the entry
 * @param interface the interface that was changed
 * @param isForwarding whether it is in the list now
 * @param why what changed it
 */
void TraceOutgoing(const Tracer& tracer,
                   const SourceGroup& key,
                   const InterfaceId& interface,
                   bool isForwarding,
                   std::string_view why);

} // namespace mgm
} // namespace ns3

#endif // MGM_MFE_OUTGOING_TRACE_H
