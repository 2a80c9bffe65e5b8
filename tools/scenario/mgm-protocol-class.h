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
 * @brief Says which class a protocol is of, with what it registers as and the steps of its
 * start-up.
 * @param type the class, a ManagerClient that can be made
 * @param attributes attributes of the class
 * @param[in,out] protocol the protocol
 */
void SetProtocolClass(TypeId type, const AttributeSpecs& attributes, ProtocolSpec& protocol);

/**
 * @brief Reads when a protocol starts and stops, and whether its start-up moves.
 * @param value the protocol
 * @param[in,out] protocol the protocol
 * @throws InputError if it stops before it starts, or moves and starts at random
 */
void ReadProtocolTimes(const JsonValue& value, ProtocolSpec& protocol);

/**
 * @param protocol a protocol of a class
 * @return an object of the class, with the attributes and the name of the protocol
 */
Ptr<ManagerClient> MakeClient(const ProtocolSpec& protocol);

} // namespace mgm
} // namespace ns3

#endif // MGM_PROTOCOL_CLASS_H
