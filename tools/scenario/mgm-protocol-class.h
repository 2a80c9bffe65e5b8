/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_PROTOCOL_CLASS_H
#define MGM_PROTOCOL_CLASS_H

#include "json/mgm-json-value.h"
#include "mgm-node-spec.h"

#include "ns3/mgm-manager-client.h"

namespace ns3
{
namespace mgm
{

/**
 * @brief Reads the class of a protocol that is none of scripted steps, its attributes, what it
 *        registers as, and the steps of its start-up.
 * @param value the protocol, with "type"
 * @param[in,out] protocol the protocol, whose name is read already
 * @throws InputError for a type that is not known, is no ManagerClient or can't be made, and for an
 *         attribute that it lacks or a value that it does not accept
 */
void ReadProtocolClass(const JsonValue& value, ProtocolSpec& protocol);

/**
 * @param protocol a protocol of a class
 * @return an object of the class, with the attributes and the name of the protocol
 */
Ptr<ManagerClient> MakeClient(const ProtocolSpec& protocol);

} // namespace mgm
} // namespace ns3

#endif // MGM_PROTOCOL_CLASS_H
