/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-json-schema-view.h"

#include <algorithm>
#include <regex>

namespace ns3
{
namespace mgm
{

namespace
{

/// A member of an object, or null.
const Json*
FindMember(const Json& object, const std::string& name)
{
    const auto member = object.find(name);
    return member == object.end() ? nullptr : &*member;
}

/// A member of an object, or an empty value.
const Json&
MemberOrEmpty(const Json& object, const std::string& name)
{
    static const Json EMPTY = Json::object();
    const auto* member = FindMember(object, name);
    return member ? *member : EMPTY;
}

/// The child of a value that a token of a JSON pointer names, or null.
const Json*
FindChild(const Json* value, const std::string& token)
{
    return value ? FindPart(*value, token) : nullptr;
}

/// The subschemas of "properties" and "patternProperties" that speak about a member.
std::vector<const Json*>
FindDeclarations(const Json& schema, const std::string& name)
{
    std::vector<const Json*> declarations;
    if (const auto* declaration = FindMember(MemberOrEmpty(schema, "properties"), name))
    {
        declarations.push_back(declaration);
    }
    for (const auto& [pattern, declaration] : MemberOrEmpty(schema, "patternProperties").items())
    {
        if (std::regex_search(name, std::regex(pattern)))
        {
            declarations.push_back(&declaration);
        }
    }
    return declarations;
}

/// The keywords of a schema that speak about a value as such, not about its parts.
Json
OwnKeywords(const Json& schema)
{
    auto own = Json::object();
    for (const auto* keyword : {"type",
                                "enum",
                                "pattern",
                                "minimum",
                                "maximum",
                                "minItems",
                                "maxItems",
                                "uniqueItems",
                                "minProperties",
                                "maxProperties"})
    {
        if (const auto* value = FindMember(schema, keyword))
        {
            own[keyword] = *value;
        }
    }
    return own;
}

/// `one of "a", "b", "c"`.
std::string
OneOf(const std::vector<std::string>& choices)
{
    std::string text;
    for (const auto& choice : choices)
    {
        text += (text.empty() ? "" : ", ") + choice;
    }
    return choices.size() == 1 ? text : "one of " + text;
}

/// What a schema expects, in words.
std::string
DescribeSchema(const Json& schema)
{
    auto text = schema.value("description", "");
    if (const auto* choices = FindMember(schema, "enum"))
    {
        std::vector<std::string> names;
        std::transform(choices->begin(), choices->end(), std::back_inserter(names), ShowJson);
        text += (text.empty() ? "" : ", ") + OneOf(names);
    }
    return text;
}

/// The names that a schema lists.
std::string
DescribeNames(const Json& schema)
{
    std::vector<std::string> names;
    for (const auto& property : MemberOrEmpty(schema, "properties").items())
    {
        names.push_back(ShowJson(property.key()));
    }
    return OneOf(names);
}

} // namespace

JsonSchemaView::JsonSchemaView(const Json& schema, const Json& value)
    : JsonSchemaView(&schema, &value)
{
    Add(schema);
}

JsonSchemaView::JsonSchemaView(const Json* root, const Json* value)
    : m_root(root),
      m_value(value)
{
}

void
JsonSchemaView::Add(const Json& schema)
{
    if (const auto* reference = FindMember(schema, "$ref"))
    {
        Add(m_root->at(JsonPointer(reference->get<std::string>().substr(1))));
        return;
    }
    m_parts.push_back(&schema);
    for (const auto& part : MemberOrEmpty(schema, "allOf"))
    {
        Add(part);
    }
    AddConditional(schema);
}

void
JsonSchemaView::AddConditional(const Json& schema)
{
    if (!m_value)
    {
        return;
    }
    for (const auto& [name, part] : MemberOrEmpty(schema, "dependencies").items())
    {
        if (m_value->contains(name))
        {
            Add(part);
        }
    }
    if (const auto* condition = FindMember(schema, "if"))
    {
        const bool holds = MatchesJsonSchema(*condition, *m_value);
        if (const auto* part = FindMember(schema, holds ? "then" : "else"))
        {
            Add(*part);
        }
    }
}

JsonSchemaView
JsonSchemaView::Child(const std::string& token) const
{
    return MakeChild(token, FindChild(m_value, token));
}

JsonSchemaView
JsonSchemaView::Child(const std::string& token, const Json& value) const
{
    return MakeChild(token, &value);
}

JsonSchemaView
JsonSchemaView::MakeChild(const std::string& token, const Json* value) const
{
    JsonSchemaView child(m_root, value);
    const bool isElement = m_value && m_value->is_array();
    for (const auto* part : m_parts)
    {
        auto declarations = isElement ? std::vector<const Json*>() : FindDeclarations(*part, token);
        const auto* rest = FindMember(*part, isElement ? "items" : "additionalProperties");
        if (declarations.empty() && rest && rest->is_object())
        {
            declarations.push_back(rest);
        }
        std::for_each(declarations.begin(), declarations.end(), [&child](const auto* declaration) {
            child.Add(*declaration);
        });
    }
    return child;
}

bool
JsonSchemaView::Declares(const std::string& name) const
{
    return std::any_of(m_parts.begin(), m_parts.end(), [&name](const auto* part) {
        return MemberOrEmpty(*part, "properties").contains(name);
    });
}

bool
JsonSchemaView::IsOfObject() const
{
    return std::any_of(m_parts.begin(), m_parts.end(), [](const auto* part) {
        return part->value("type", Json()) == "object";
    });
}

JsonSchemaView::Fault
JsonSchemaView::Explain() const
{
    if (m_value->is_object())
    {
        if (const auto fault = FindUnknownMember())
        {
            return *fault;
        }
        if (const auto fault = FindMissingMember())
        {
            return *fault;
        }
    }
    const auto failed = std::find_if(m_parts.begin(), m_parts.end(), [this](const auto* part) {
        return !MatchesJsonSchema(OwnKeywords(*part), *m_value);
    });
    const auto& part = failed == m_parts.end() ? *m_parts.front() : **failed;
    return {JsonPointer(), ShowJson(*m_value), DescribeSchema(part)};
}

std::optional<JsonSchemaView::Fault>
JsonSchemaView::FindUnknownMember() const
{
    for (const auto* part : m_parts)
    {
        if (part->value("additionalProperties", Json()) != false)
        {
            continue;
        }
        for (const auto& member : m_value->items())
        {
            if (FindDeclarations(*part, member.key()).empty())
            {
                return Fault{JsonPointer() / member.key(),
                             "the name " + ShowJson(member.key()),
                             DescribeMemberName(*part)};
            }
        }
    }
    return {};
}

std::string
JsonSchemaView::DescribeMemberName(const Json& part) const
{
    if (const auto* names = FindMember(part, "propertyNames"))
    {
        JsonSchemaView view(m_root, nullptr);
        view.Add(*names);
        return DescribeSchema(*view.m_parts.front());
    }
    return DescribeNames(part);
}

std::optional<JsonSchemaView::Fault>
JsonSchemaView::FindMissingMember() const
{
    for (const auto* part : m_parts)
    {
        for (const auto& required : MemberOrEmpty(*part, "required"))
        {
            const auto name = required.get<std::string>();
            if (!m_value->contains(name))
            {
                return Fault{JsonPointer() / name,
                             "nothing",
                             DescribeSchema(*Child(name).m_parts.front())};
            }
        }
    }
    return {};
}

std::vector<std::pair<std::string, Json>>
JsonSchemaView::GetMissingDefaults() const
{
    std::vector<std::pair<std::string, Json>> defaults;
    for (const auto* part : m_parts)
    {
        for (const auto& property : MemberOrEmpty(*part, "properties").items())
        {
            const auto child = Child(property.key());
            const auto found =
                std::find_if(child.m_parts.begin(), child.m_parts.end(), [](const auto* schema) {
                    return schema->contains("default");
                });
            if (!child.m_value && found != child.m_parts.end())
            {
                defaults.emplace_back(property.key(), (*found)->at("default"));
            }
        }
    }
    return defaults;
}

} // namespace mgm
} // namespace ns3
