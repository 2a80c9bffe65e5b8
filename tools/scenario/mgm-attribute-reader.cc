/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-attribute-reader.h"

#include "mgm-attribute-range.h"
#include "mgm-scenario-values.h"

#include "ns3/boolean.h"
#include "ns3/ipv4-address.h"
#include "ns3/mgm-manager-client.h"
#include "ns3/nstime.h"
#include "ns3/pointer.h"
#include "ns3/random-variable-stream.h"
#include "ns3/string.h"

#include <algorithm>
#include <arpa/inet.h>
#include <sstream>

namespace ns3
{
namespace mgm
{

namespace
{

using Information = TypeId::AttributeInformation;

/// Tells whether an attribute has a checker. Names of the types of values are no help: ns-3 gives
/// some with its namespace and some without.
template <typename Checker>
bool
IsChecked(const Information& attribute)
{
    return DynamicCast<const Checker>(attribute.checker) != nullptr;
}

/// Tells whether the values of an attribute are an enumeration's. From ns-3.41 on the name of their
/// type goes on with the enumeration: "ns3::EnumValue<ns3::mgm::AlertOrder>".
bool
IsEnumeration(const Information& attribute)
{
    return attribute.checker->GetValueTypeName().rfind("ns3::EnumValue", 0) == 0;
}

/// Tells whether the values of an attribute are random variables.
bool
IsRandom(const Information& attribute)
{
    const auto checker = DynamicCast<const PointerChecker>(attribute.checker);
    return checker && checker->GetPointeeTypeId() == RandomVariableStream::GetTypeId();
}

/// Tells whether the values of an attribute are random times, as its help then says.
bool
IsRandomTime(const Information& attribute)
{
    return IsRandom(attribute) && attribute.help.find("[s]") != std::string::npos;
}

/// Tells whether the values of an attribute are IPv4 addresses.
bool
IsAddress(const Information& attribute)
{
    return IsChecked<Ipv4AddressChecker>(attribute);
}

/// Tells whether the values of an attribute are whole numbers.
bool
IsWhole(const Information& attribute)
{
    const auto type = attribute.checker->GetValueTypeName();
    return type == "ns3::UintegerValue" || type == "ns3::IntegerValue";
}

/// Tells whether the values of an attribute are numbers.
bool
IsNumber(const Information& attribute)
{
    return IsWhole(attribute) || attribute.checker->GetValueTypeName() == "ns3::DoubleValue";
}

/// Tells whether a number can be a value of an attribute, whatever its range: ns-3 aborts at a
/// fraction of a whole number, and takes a negative number for a great one.
bool
IsNumberFor(const JsonValue& value, const Information& attribute)
{
    const auto& json = value.GetJson();
    const bool isUnsigned = attribute.checker->GetValueTypeName() == "ns3::UintegerValue";
    return IsWhole(attribute) ? json.is_number_integer() && (json >= 0 || !isUnsigned)
                              : json.is_number();
}

/// What an attribute accepts, in words.
std::string
DescribeAttribute(const Information& attribute)
{
    const auto type = attribute.checker->GetValueTypeName();
    return IsEnumeration(attribute) ? "one of " + attribute.checker->GetUnderlyingTypeInformation()
           : IsChecked<StringChecker>(attribute)  ? "a text"
           : IsChecked<BooleanChecker>(attribute) ? "true or false"
           : type == "ns3::TimeValue"             ? DescribeTimeRange(*attribute.checker)
           : IsRandomTime(attribute)              ? "a time such as \"2s\", or a random time"
           : IsRandom(attribute)
               ? "a number that is not negative, or a random number such as {\"uniform\": [0, 0.5]}"
           : IsAddress(attribute) ? "an IPv4 address such as \"10.1.1.1\""
                                  : DescribeNumberRange(*attribute.checker);
}

/// A value from its text, which ns-3 must be able to parse: some of its types abort otherwise.
Ptr<const AttributeValue>
ParseAttribute(const JsonValue& value, const Information& attribute, bool isParsable)
{
    const auto& json = value.GetJson();
    const StringValue text(json.is_string() ? value.GetText() : json.dump());
    const auto parsed = isParsable ? attribute.checker->CreateValidValue(text) : nullptr;
    if (!parsed)
    {
        value.Fail(DescribeAttribute(attribute));
    }
    return parsed;
}

/// A value that is not made from a text. Throws InputError if the attribute does not accept it.
Ptr<const AttributeValue>
CheckAttribute(const JsonValue& value, const Information& attribute, Ptr<AttributeValue> made)
{
    if (!attribute.checker->Check(*made))
    {
        value.Fail(DescribeAttribute(attribute));
    }
    return made;
}

/// An address from its text: ns-3 itself would take others for some address, or abort.
Ptr<const AttributeValue>
ReadAddressAttribute(const JsonValue& value, const Information& attribute)
{
    in_addr address{};
    const auto& json = value.GetJson();
    if (!json.is_string() || inet_pton(AF_INET, value.GetText().c_str(), &address) != 1)
    {
        value.Fail(DescribeAttribute(attribute));
    }
    return Create<Ipv4AddressValue>(Ipv4Address(ntohl(address.s_addr)));
}

/// Tells whether a text is one of the names of an enumeration.
bool
IsEnumerator(const JsonValue& value, const Information& attribute)
{
    std::istringstream names(attribute.checker->GetUnderlyingTypeInformation());
    std::string name;
    while (std::getline(names, name, '|'))
    {
        if (value.GetJson() == name)
        {
            return true;
        }
    }
    return false;
}

/// Tells whether a random time, or else a random number, is made of such.
bool
IsMadeOfTimes(const JsonValue& value)
{
    const auto isText = [](const Json& json) { return json.is_string(); };
    if (!value.GetJson().is_object())
    {
        return isText(value.GetJson());
    }
    const auto parameters = value.GetMembers().front().second.GetJson();
    return parameters.is_array() ? std::all_of(parameters.begin(), parameters.end(), isText)
                                 : isText(parameters);
}

/// Tells whether a value is a number, or a random one.
bool
IsMadeOfNumbers(const JsonValue& value)
{
    const auto isNumber = [](const Json& json) { return json.is_number() && json >= 0; };
    if (!value.GetJson().is_object())
    {
        return isNumber(value.GetJson());
    }
    const auto parameters = value.GetMembers().front().second.GetJson();
    return parameters.is_array() ? std::all_of(parameters.begin(), parameters.end(), isNumber)
                                 : isNumber(parameters);
}

/// Reads a random variable.
Ptr<const AttributeValue>
ReadRandom(const JsonValue& value, const Information& attribute)
{
    const bool isTime = IsRandomTime(attribute);
    if (isTime ? !IsMadeOfTimes(value) : !IsMadeOfNumbers(value))
    {
        value.Fail(DescribeAttribute(attribute));
    }
    if (isTime)
    {
        return CheckAttribute(value, attribute, Create<PointerValue>(ReadTimeVariable(value)));
    }
    return Create<StringValue>(ReadNumberVariable(value));
}

Ptr<const AttributeValue>
ReadAttribute(const JsonValue& value, const Information& attribute)
{
    const auto& json = value.GetJson();
    const auto type = attribute.checker->GetValueTypeName();
    if (IsRandom(attribute))
    {
        return ReadRandom(value, attribute);
    }
    if (type == "ns3::TimeValue" && json.is_string())
    {
        return CheckAttribute(value, attribute, Create<TimeValue>(ReadTime(value)));
    }
    if (IsAddress(attribute))
    {
        return ReadAddressAttribute(value, attribute);
    }
    const bool isParsable = IsEnumeration(attribute)               ? IsEnumerator(value, attribute)
                            : IsChecked<StringChecker>(attribute)  ? json.is_string()
                            : IsChecked<BooleanChecker>(attribute) ? json.is_boolean()
                            : type == "ns3::TimeValue"             ? false
                                                                   : IsNumberFor(value, attribute);
    return ParseAttribute(value, attribute, isParsable);
}

/// Tells whether a scenario can set an attribute. Of objects it has random variables alone.
bool
IsSettable(const Information& attribute)
{
    const auto type = attribute.checker->GetValueTypeName();
    const bool isPlain = IsNumber(attribute) || IsEnumeration(attribute) || IsAddress(attribute) ||
                         IsChecked<StringChecker>(attribute) ||
                         IsChecked<BooleanChecker>(attribute);
    return attribute.accessor->HasSetter() &&
           (isPlain || type == "ns3::TimeValue" || IsRandom(attribute));
}

/// Tells whether scenarios set the attributes of a type: one of the module, or a client of one's
/// own.
bool
IsOfScenarios(TypeId type)
{
    return type.GetName().rfind("ns3::mgm::", 0) == 0 || type.IsChildOf(ManagerClient::GetTypeId());
}

/// The attributes that a type, or a parent of it that scenarios know, has and that can be set.
std::vector<Information>
SettableAttributes(TypeId type)
{
    std::vector<Information> attributes;
    for (; IsOfScenarios(type); type = type.GetParent())
    {
        for (std::size_t i = 0; i < type.GetAttributeN(); ++i)
        {
            if (IsSettable(type.GetAttribute(i)))
            {
                attributes.push_back(type.GetAttribute(i));
            }
        }
    }
    return attributes;
}

} // namespace

std::vector<AttributeSpecs>
ReadAttributes(const JsonValue& value, const std::vector<TypeId>& types)
{
    std::vector<Information> known;
    std::vector<std::size_t> owners;
    for (std::size_t i = 0; i < types.size(); ++i)
    {
        const auto own = SettableAttributes(types[i]);
        known.insert(known.end(), own.begin(), own.end());
        owners.insert(owners.end(), own.size(), i);
    }
    std::vector<AttributeSpecs> specs(types.size());
    for (const auto& [name, member] : value.GetMembers())
    {
        const auto attribute =
            std::find_if(known.begin(), known.end(), [&name = name](const auto& each) {
                return each.name == name;
            });
        if (attribute == known.end())
        {
            member.Fail("the name \"" + name + "\"", OneNameOf("an attribute", known));
        }
        specs[owners[attribute - known.begin()]].emplace_back(name,
                                                              ReadAttribute(member, *attribute));
    }
    return specs;
}

} // namespace mgm
} // namespace ns3
