/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_ATTRIBUTE_READER_H
#define MGM_ATTRIBUTE_READER_H

#include "json/mgm-json-value.h"
#include "mgm-scenario.h"

#include "ns3/type-id.h"

#include <vector>

namespace ns3
{
namespace mgm
{

/**
 * @brief Reads attributes of one or more objects.
 * @param value an object with attributes by name
 * @param types the types of the objects; attributes of their parents count if those are of the
 * module
 * @return for each type its attributes, in the order in which they are written
 * @throws InputError for an attribute that no type has, or a value that it does not accept
 */
std::vector<AttributeSpecs> ReadAttributes(const JsonValue& value,
                                           const std::vector<TypeId>& types);

} // namespace mgm
} // namespace ns3

#endif // MGM_ATTRIBUTE_READER_H
