/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_ENUM_ACCESSOR_H
#define MGM_ENUM_ACCESSOR_H

#include "ns3/enum.h"

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief MakeEnumAccessor() of the ns-3 that the project is built against: from ns-3.41 on it must
 * be told the enumeration, before it cannot be.
 *
 * The same releases differ in EnumValue: an integer before, a template over the enumeration since.
 * `EnumValue(ENUMERATOR)` suits both; `EnumValue(int)` compiles everywhere and is refused by the
 * attribute from ns-3.41 on.
 */
template <typename Enum, typename... Members>
auto
MakeEnumAccessorOf(int, Members... members) -> decltype(ns3::MakeEnumAccessor<Enum>(members...))
{
    return ns3::MakeEnumAccessor<Enum>(members...);
}

/// @ingroup mgm
/// @brief The same before ns-3.41.
template <typename Enum, typename... Members>
auto
MakeEnumAccessorOf(long, Members... members) -> decltype(ns3::MakeEnumAccessor(members...))
{
    return ns3::MakeEnumAccessor(members...);
}

/**
 * @ingroup mgm
 * @brief Makes the accessor of an attribute with the values of an enumeration.
 *
 * @tparam Enum the enumeration
 * @param members a data member, or a method that sets and one that gets the value
 */
template <typename Enum, typename... Members>
Ptr<const AttributeAccessor>
EnumAccessor(Members... members)
{
    // An int rather than a long, where both can be made.
    return MakeEnumAccessorOf<Enum>(0, members...);
}

} // namespace mgm
} // namespace ns3

#endif // MGM_ENUM_ACCESSOR_H
