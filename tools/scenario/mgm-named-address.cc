/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-named-address.h"

#include "mgm-scenario-lookup.h"
#include "mgm-scenario-values.h"

#include <cctype>
#include <sstream>

namespace ns3
{
namespace mgm
{

NamedAddress
ReadNamedAddress(const JsonValue& value, const Scenario& scenario, std::size_t link)
{
    if (!value.GetJson().is_string())
    {
        return {};
    }
    const auto text = value.GetText();
    if (std::isalpha(static_cast<unsigned char>(text.front())) == 0)
    {
        return {ReadUnicast(value), ""};
    }
    return {ReadNodeOnLink(value, scenario, scenario.links[link]), text};
}

std::string
DescribeAddress(Ipv4Address address)
{
    std::ostringstream text;
    text << address;
    return address.Get() == 0 ? "nobody" : text.str();
}

std::string
DescribeAddress(const NamedAddress& address)
{
    const auto text = DescribeAddress(address.address);
    return address.name.empty() ? text : address.name + " (" + text + ")";
}

} // namespace mgm
} // namespace ns3
