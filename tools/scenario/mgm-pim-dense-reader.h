/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_PIM_DENSE_READER_H
#define MGM_PIM_DENSE_READER_H

#include "json/mgm-json-value.h"
#include "mgm-scenario.h"

namespace ns3
{
namespace mgm
{

/**
 * @brief Reads PIM dense mode of a node.
 * @param value what "pim-dm" says
 * @param scenario the scenario with all links
 * @param node the node with its interfaces and its agents of IGMP
 * @return it, as a protocol of the node
 * @throws InputError for an interface or an attribute that is not there, a value that is not
 *         accepted, and a name that is an agent's of IGMP
 */
ProtocolSpec ReadPimDense(const JsonValue& value, const Scenario& scenario, const NodeSpec& node);

} // namespace mgm
} // namespace ns3

#endif // MGM_PIM_DENSE_READER_H
