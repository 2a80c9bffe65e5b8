/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-record-note.h"

#include <sstream>

namespace ns3
{
namespace mgm
{

RecordNote::RecordNote(const TraceRecord& record)
    : seq(record.seq),
      timeNs(record.timeNs),
      node(record.node),
      kind(record.kind),
      op(record.op),
      client(record.client),
      clientName(record.clientName),
      interface(record.interface),
      sourceGroup(record.sourceGroup),
      oldState(record.oldState),
      event(record.event),
      newState(record.newState),
      status(record.status)
{
}

std::string
RecordNote::ToText(const std::vector<TracedNode>& nodes) const
{
    std::ostringstream os;
    os << ToString(kind) << ' ' << op;
    if (!clientName.empty())
    {
        os << ' ' << clientName;
    }
    else if (client)
    {
        os << ' ' << *client;
    }
    if (interface)
    {
        os << " if=" << NameOfInterface(nodes, node, interface->index);
    }
    if (sourceGroup)
    {
        os << ' ' << *sourceGroup;
    }
    if (!oldState.empty() || !newState.empty())
    {
        os << ' ' << oldState << " -> " << newState;
    }
    if (!event.empty())
    {
        os << " on " << event;
    }
    if (status)
    {
        os << ' ' << *status;
    }
    return os.str();
}

} // namespace mgm
} // namespace ns3
