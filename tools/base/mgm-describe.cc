/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-describe.h"

#include "ns3/mgm-manager-client.h"
#include "ns3/mgm-trace-column.h"
#include "ns3/mgm-trace-words.h"
#include "ns3/nstime.h"
#include "ns3/pointer.h"
#include "ns3/type-id.h"

#include <map>
#include <sstream>
#include <string>
#include <vector>

namespace ns3
{
namespace mgm
{

namespace
{

/// The types of the module, of the workshop and of protocols of one's own that have attributes or
/// trace sources, by name.
std::map<std::string, TypeId>
FindTypes()
{
    const std::string prefix = "ns3::mgm::";
    std::map<std::string, TypeId> types;
    for (uint16_t i = 0; i < TypeId::GetRegisteredN(); ++i)
    {
        const auto type = TypeId::GetRegistered(i);
        const bool isOfMgm = type.GetName().compare(0, prefix.size(), prefix) == 0;
        if ((isOfMgm || type.IsChildOf(ManagerClient::GetTypeId())) &&
            type.GetAttributeN() + type.GetTraceSourceN() > 0)
        {
            types.emplace(type.GetName(), type);
        }
    }
    return types;
}

/// Whether a type belongs to the module, and not to the workshop.
bool
IsOfModule(const TypeId& type)
{
    return type.GetGroupName() == "Mgm";
}

/// A default as one would write it: "125s", and "none" where there is no object.
std::string
WriteDefault(const TypeId::AttributeInformation& attribute)
{
    const auto& value = attribute.initialValue;
    if (const auto time = DynamicCast<const TimeValue>(value))
    {
        std::ostringstream text;
        text << time->Get().GetSeconds() << 's';
        return text.str();
    }
    if (const auto pointer = DynamicCast<const PointerValue>(value);
        pointer && !pointer->GetObject())
    {
        return "none";
    }
    const auto text = value->SerializeToString(attribute.checker);
    return text.empty() ? "\"\"" : text;
}

void
DescribeAttribute(std::ostream& os, const TypeId::AttributeInformation& attribute)
{
    os << "  " << attribute.name << " = " << WriteDefault(attribute) << "\n      " << attribute.help
       << '\n';
}

void
DescribeTraceSource(std::ostream& os, const TypeId::TraceSourceInformation& source)
{
    os << "  " << source.name << ": trace source, " << source.callback << "\n      " << source.help
       << '\n';
}

/// Begins a table; the titles are its first line.
void
BeginTable(std::ostream& os, const std::string& caption, const std::string& widths)
{
    os << ".. list-table::" << (caption.empty() ? "" : " ") << caption
       << "\n   :header-rows: 1\n   :widths: " << widths << "\n\n";
}

void
AddLine(std::ostream& os, const std::vector<std::string>& cells)
{
    const char* bullet = "   * - ";
    for (const auto& cell : cells)
    {
        os << bullet << cell << '\n';
        bullet = "     - ";
    }
}

/// Words that are shown as they are.
std::string
Literally(const std::string& words)
{
    return "``" + words + "``";
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
        for (std::size_t i = 0; i < type.GetTraceSourceN(); ++i)
        {
            DescribeTraceSource(os, type.GetTraceSource(i));
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

void
ListAttributes(std::ostream& os)
{
    for (const auto& [name, type] : FindTypes())
    {
        if (type.GetAttributeN() == 0 || !IsOfModule(type))
        {
            continue;
        }
        BeginTable(os, name, "32 20 48");
        AddLine(os, {"attribute", "default", "meaning"});
        for (std::size_t i = 0; i < type.GetAttributeN(); ++i)
        {
            const auto attribute = type.GetAttribute(i);
            AddLine(
                os,
                {Literally(attribute.name), Literally(WriteDefault(attribute)), attribute.help});
        }
        os << '\n';
    }
}

void
ListTraceSources(std::ostream& os)
{
    BeginTable(os, "", "26 12 26 36");
    AddLine(os, {"class", "trace source", "what is traced", "type of the callback"});
    for (const auto& [name, type] : FindTypes())
    {
        for (std::size_t i = 0; i < type.GetTraceSourceN() && IsOfModule(type); ++i)
        {
            const auto source = type.GetTraceSource(i);
            AddLine(
                os,
                {Literally(name), Literally(source.name), source.help, Literally(source.callback)});
        }
    }
    os << '\n';
}

} // namespace mgm
} // namespace ns3
