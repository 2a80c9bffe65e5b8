/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-quantity.h"

#include <charconv>
#include <regex>

namespace ns3
{
namespace mgm
{

std::optional<Quantity>
QuantityFromString(const std::string& text)
{
    static const std::regex FORM("(-?)([0-9]{1,10})(?:\\.([0-9]{1,9}))?([A-Za-z%]*)");
    std::smatch parts;
    if (!std::regex_match(text, parts, FORM))
    {
        return {};
    }
    auto digits = parts.str(2) + parts.str(3);
    digits.append(QUANTITY_DECIMALS - static_cast<std::size_t>(parts.length(3)), '0');
    int64_t number = 0;
    const auto end = digits.data() + digits.size();
    if (std::from_chars(digits.data(), end, number).ec != std::errc())
    {
        return {};
    }
    return Quantity{parts.length(1) ? -number : number, parts.str(4)};
}

std::string
ToString(const Quantity& quantity)
{
    const bool isNegative = quantity.billionths < 0;
    auto digits = std::to_string(quantity.billionths).substr(isNegative ? 1 : 0);
    if (digits.size() <= QUANTITY_DECIMALS)
    {
        digits.insert(0, QUANTITY_DECIMALS + 1 - digits.size(), '0');
    }
    const auto whole = digits.size() - QUANTITY_DECIMALS;
    auto decimals = digits.substr(whole);
    decimals.erase(decimals.find_last_not_of('0') + 1); // npos is -1
    return (isNegative ? "-" : "") + digits.substr(0, whole) + (decimals.empty() ? "" : ".") +
           decimals + quantity.unit;
}

Quantity
ReadQuantity(const JsonValue& value)
{
    const auto& json = value.GetJson();
    const auto quantity = QuantityFromString(json.is_string() ? value.GetText() : json.dump());
    if (!quantity)
    {
        value.Fail("a number such as 10 or \"0.5s\", below 9223372036 and with at most 9 decimals");
    }
    return *quantity;
}

} // namespace mgm
} // namespace ns3
