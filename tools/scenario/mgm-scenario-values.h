/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_SCENARIO_VALUES_H
#define MGM_SCENARIO_VALUES_H

#include "json/mgm-json-value.h"
#include "json/mgm-named-list.h"

#include "ns3/ipv4-address.h"
#include "ns3/nstime.h"
#include "ns3/random-variable-stream.h"

#include <string>
#include <vector>

namespace ns3
{
namespace mgm
{

/// Greatest time of a scenario. Sums of a few of them still fit into a Time.
inline constexpr int64_t MAX_SCENARIO_TIME_S = 1000000000;

/**
 * @param value a time such as "1.5ms"
 * @return the time
 * @throws InputError if it is too great, or no whole number of nanoseconds
 */
Time ReadTime(const JsonValue& value);

/**
 * @param time a time that is not negative
 * @return it as one writes it, a whole number of the largest unit that allows it, such as "100ms"
 */
std::string WriteTime(Time time);

/**
 * @param value a time that is not 0
 * @return the time
 * @throws InputError as ReadTime(), or if it is 0
 */
Time ReadDuration(const JsonValue& value);

/**
 * @param value a time that is not 0, or a random time that is not always 0
 * @return where such times come from [s]
 * @throws InputError as ReadTimeVariable(), or if it is always 0
 */
Ptr<RandomVariableStream> ReadDurationVariable(const JsonValue& value);

/**
 * @param value a time, or a random time such as {"uniform": ["1s", "3s"]}
 * @return where such times come from [s]
 * @throws InputError as ReadTime(), or if the least time is above the greatest, or the deviation
 *         above the mean
 */
Ptr<RandomVariableStream> ReadTimeVariable(const JsonValue& value);

/**
 * @brief Reads a number that may be random.
 *
 * Of the text each object makes a random variable of its own.
 *
 * @param value a number, or a random number such as {"uniform": [0, 0.5]}
 * @return the random variable, as ns-3 writes one
 * @throws InputError if the least number is above the greatest, or the deviation above the mean
 */
std::string ReadNumberVariable(const JsonValue& value);

/**
 * @brief Reads whether something moves when orders are explored.
 * @param object an object of the scenario
 * @param time name of its member that is a time
 * @return whether it has "moves" with the value true
 * @throws InputError if it moves and its time is a random variable: then it has no own order
 */
bool ReadMoves(const JsonValue& object, const std::string& time);

/**
 * @param object an object that may have "start" and has "stop"
 * @return the stop
 * @throws InputError as ReadTime(), or if the stop is not after a constant start
 */
Time ReadStop(const JsonValue& object);

/**
 * @param value an address
 * @return it
 * @throws InputError if it is no address of a host
 */
Ipv4Address ReadUnicast(const JsonValue& value);

/**
 * @param value a list of addresses
 * @return them
 * @throws InputError if one is no address of a host
 */
std::vector<Ipv4Address> ReadUnicasts(const JsonValue& value);

/**
 * @param value a group, or "*"
 * @return the group, 0.0.0.0 for "*"
 */
Ipv4Address ReadGroup(const JsonValue& value);

/// @ingroup mgm
/// @brief Addresses that begin with the same bits.
struct Prefix
{
    Ipv4Address network{Ipv4Address::GetZero()}; ///< The first address.
    Ipv4Mask mask{Ipv4Mask::GetZero()};          ///< The mask.
};

/**
 * @param prefix a prefix
 * @return it as text, such as "10.1.0.0/16"
 */
std::string ToString(const Prefix& prefix);

/**
 * @param value an address and the length of a mask, such as "10.1.0.0/16"
 * @return the prefix
 * @throws InputError if the address has bits beyond the mask
 */
Prefix ReadPrefix(const JsonValue& value);

/**
 * @brief Phrases a list of names: `one of "a", "b"`.
 * @param what what they are names of
 * @param items objects with a name
 * @return the phrase
 */
template <typename Items>
std::string
OneNameOf(const std::string& what, const Items& items)
{
    std::string text;
    for (const auto& item : items)
    {
        text += (text.empty() ? "" : ", ") + ("\"" + item.name + "\"");
    }
    return text.empty() ? what + ", of which there are none" : what + ", one of " + text;
}

/**
 * @brief Finds a name in a list.
 * @param name the name
 * @param what what it is the name of
 * @param items objects with a name
 * @return the index of the one with the name
 * @throws InputError if there is none
 */
template <typename Items>
std::size_t
FindName(const JsonValue& name, const std::string& what, const Items& items)
{
    for (std::size_t i = 0; i < items.size(); ++i)
    {
        if (items[i].name == name.GetText())
        {
            return i;
        }
    }
    name.Fail(OneNameOf(what, items));
}

/**
 * @brief As FindName() of other lists, at once.
 * @param name the name
 * @param what what it is the name of
 * @param items objects with a name
 * @return the index of the one with the name
 * @throws InputError if there is none
 */
template <typename Item>
std::size_t
FindName(const JsonValue& name, const std::string& what, const NamedList<Item>& items)
{
    const auto place = items.Find(name.GetText());
    if (!place)
    {
        name.Fail(OneNameOf(what, items));
    }
    return *place;
}

} // namespace mgm
} // namespace ns3

#endif // MGM_SCENARIO_VALUES_H
