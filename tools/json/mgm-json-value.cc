/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-json-value.h"

#include "base/mgm-input-error.h"

namespace ns3
{
namespace mgm
{

JsonValue::JsonValue(const JsonDocument& document)
    : JsonValue(document, document.GetRoot(), JsonPointer())
{
}

JsonValue::JsonValue(const JsonDocument& document, const Json& value, const JsonPointer& path)
    : m_document(&document),
      m_value(&value),
      m_path(path)
{
}

bool
JsonValue::Has(const std::string& name) const
{
    return m_value->contains(name);
}

JsonValue
JsonValue::operator[](const std::string& name) const
{
    return {*m_document, m_value->at(name), m_path / name};
}

std::vector<std::pair<std::string, JsonValue>>
JsonValue::GetMembers() const
{
    std::vector<std::pair<std::string, JsonValue>> members;
    for (const auto& [name, member] : m_value->items())
    {
        members.emplace_back(name, JsonValue(*m_document, member, m_path / name));
    }
    return members;
}

std::vector<JsonValue>
JsonValue::GetItems() const
{
    std::vector<JsonValue> items;
    for (std::size_t i = 0; i < m_value->size(); ++i)
    {
        items.push_back(JsonValue(*m_document, (*m_value)[i], m_path / i));
    }
    return items;
}

void
JsonValue::Fail(const std::string& expected) const
{
    Fail(ShowJson(*m_value), expected);
}

void
JsonValue::Fail(const std::string& found, const std::string& expected) const
{
    throw InputError(m_document->Locate(m_path), m_path.to_string(), found, expected);
}

} // namespace mgm
} // namespace ns3
