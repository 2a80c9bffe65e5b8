/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-json-schema.h"

#include "base/mgm-input-error.h"
#include "mgm-json-schema-view.h"

#include <algorithm>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>
#include <vector>

namespace ns3
{
namespace mgm
{

namespace
{

using valijson::adapters::NlohmannJsonAdapter;

/// valijson's adapter knows only values that sort their members.
nlohmann::json
Sorted(const Json& value)
{
    return nlohmann::json(value);
}

void
Compile(const Json& json, valijson::Schema& schema)
{
    const auto sorted = Sorted(json);
    valijson::SchemaParser(valijson::SchemaParser::kDraft7)
        .populateSchema(NlohmannJsonAdapter(sorted), schema);
}

bool
Validate(const valijson::Schema& schema, const Json& value, valijson::ValidationResults* results)
{
    const auto sorted = Sorted(value);
    return valijson::Validator().validate(schema, NlohmannJsonAdapter(sorted), results);
}

/// Path to a value, which valijson tells as a JSON pointer from 1.1 on.
template <typename Error>
auto
PathOf(const Error& error, int) -> decltype(void(error.jsonPointer), std::vector<std::string>())
{
    std::vector<std::string> path;
    for (JsonPointer rest(error.jsonPointer); !rest.empty(); rest.pop_back())
    {
        path.insert(path.begin(), rest.back());
    }
    return path;
}

/// The same before valijson 1.1: "<root>", then names and indices in brackets.
template <typename Error>
std::vector<std::string>
PathOf(const Error& error, long)
{
    std::vector<std::string> path;
    std::transform(error.context.begin() + 1,
                   error.context.end(),
                   std::back_inserter(path),
                   [](const std::string& token) { return token.substr(1, token.size() - 2); });
    return path;
}

/// Path to a value that is itself wrong, not only a part of it.
std::vector<std::string>
FindWrongValue(const valijson::ValidationResults& results)
{
    std::vector<std::vector<std::string>> paths;
    std::transform(results.begin(),
                   results.end(),
                   std::back_inserter(paths),
                   [](const auto& error) { return PathOf(error, 0); });
    return *std::max_element(paths.begin(), paths.end(), [](const auto& a, const auto& b) {
        return a.size() < b.size();
    });
}

/// Adds the defaults of a value and of all that it contains.
void
AddDefaults(const JsonSchemaView& view, Json& value)
{
    if (value.is_object())
    {
        for (const auto& [name, defaultValue] : view.GetMissingDefaults())
        {
            value[name] = defaultValue;
        }
    }
    if (value.is_structured())
    {
        for (auto& [token, part] : value.items())
        {
            AddDefaults(view.Child(token, part), part);
        }
    }
}

/// The parts of a JSON pointer; none if it is none.
std::vector<std::string>
ParseTokens(const std::string& pointer)
{
    try
    {
        return GetTokens(JsonPointer(pointer));
    }
    catch (const Json::exception&)
    {
        return {};
    }
}

} // namespace

/// Keeps valijson out of the header.
struct JsonSchema::Compiled
{
    valijson::Schema schema;
};

JsonSchema::JsonSchema(const std::string& text)
    : m_root(ParseJson(text)),
      m_compiled(std::make_unique<Compiled>())
{
    Compile(m_root, m_compiled->schema);
}

JsonSchema::~JsonSchema() = default;

void
JsonSchema::Check(const JsonDocument& document) const
{
    valijson::ValidationResults results;
    if (Validate(m_compiled->schema, document.GetRoot(), &results))
    {
        return;
    }
    JsonPointer path;
    for (const auto& token : FindWrongValue(results))
    {
        path /= token;
    }
    const auto fault = LookAt(path, document.GetRoot()).Explain();
    path /= fault.path;
    throw InputError(document.Locate(path), path.to_string(), fault.found, fault.expected);
}

JsonSchemaView
JsonSchema::LookAt(const JsonPointer& path, const Json& value) const
{
    JsonSchemaView view(m_root, value);
    for (const auto& token : GetTokens(path))
    {
        view = view.Child(token);
    }
    return view;
}

void
JsonSchema::MakeWay(const std::string& pointer,
                    const std::string& origin,
                    JsonDocument& document) const
{
    auto tokens = ParseTokens(pointer);
    if (tokens.empty())
    {
        return;
    }
    tokens.pop_back();
    JsonPointer path;
    for (const auto& token : tokens)
    {
        const auto before = path;
        path /= token;
        if (FindValue(document.GetRoot(), path))
        {
            continue;
        }
        const auto parent = LookAt(before, document.GetRoot());
        if (!parent.Declares(token) || !parent.Child(token).IsOfObject())
        {
            return;
        }
        document.Set(path.to_string(), "{}", origin);
    }
}

void
JsonSchema::FillDefaults(Json& value) const
{
    AddDefaults(JsonSchemaView(m_root, value), value);
}

bool
MatchesJsonSchema(const Json& schema, const Json& value)
{
    valijson::Schema compiled;
    Compile(schema, compiled);
    return Validate(compiled, value, nullptr);
}

} // namespace mgm
} // namespace ns3
