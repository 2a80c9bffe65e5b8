/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-describe.h"

#include "ns3/mgm-trace-column.h"
#include "ns3/mgm-trace-words.h"
#include "ns3/type-id.h"

#include <map>
#include <string>

namespace ns3
{
namespace mgm
{

namespace
{

/// The types of the module that have attributes, by name.
std::map<std::string, TypeId>
FindTypes()
{
    const std::string prefix = "ns3::mgm::";
    std::map<std::string, TypeId> types;
    for (uint16_t i = 0; i < TypeId::GetRegisteredN(); ++i)
    {
        const auto type = TypeId::GetRegistered(i);
        if (type.GetName().compare(0, prefix.size(), prefix) == 0 && type.GetAttributeN() > 0)
        {
            types.emplace(type.GetName(), type);
        }
    }
    return types;
}

void
DescribeAttribute(std::ostream& os, const TypeId::AttributeInformation& attribute)
{
    os << "  " << attribute.name;
    if (attribute.initialValue)
    {
        const auto value = attribute.initialValue->SerializeToString(attribute.checker);
        os << " = " << (value.empty() ? "\"\"" : value);
    }
    os << "\n      " << attribute.help << '\n';
}

} // namespace

void
DescribeModels(std::ostream& os)
{
    for (const auto& [name, type] : FindTypes())
    {
        os << name << '\n';
        for (std::size_t i = 0; i < type.GetAttributeN(); ++i)
        {
            DescribeAttribute(os, type.GetAttribute(i));
        }
        os << '\n';
    }
    os << "Columns of the trace\n";
    DescribeTraceColumns(os);
    os << "\nWords of the trace\n";
    DescribeTraceWords(os);
    os << "\nReasons of drops\n";
    DescribeDropWords(os);
}

} // namespace mgm
} // namespace ns3
