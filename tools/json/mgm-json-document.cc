/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-json-document.h"

#include "base/mgm-input-error.h"
#include "mgm-json-sax-reader.h"

#include <charconv>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <system_error>

namespace ns3
{
namespace mgm
{

namespace
{

/// Throws InputError if a text is not UTF-8.
void
RequireUtf8(const std::string& text, const std::string& origin)
{
    try
    {
        Json(text).dump();
    }
    catch (const Json::exception&)
    {
        throw InputError(origin + ": found octets that are no UTF-8, expected a text in UTF-8");
    }
}

/// A JSON pointer from a text. Throws InputError if it is none.
JsonPointer
ParsePointer(const std::string& text, const std::string& origin)
{
    try
    {
        return JsonPointer(text);
    }
    catch (const Json::exception&)
    {
        throw InputError(origin,
                         text,
                         Json(text).dump(),
                         "a JSON pointer such as \"/nodes/r1/protocols/pim/start\"");
    }
}

/// Finds the place of a value in a container that exists, and makes it if it is new.
Json*
FindOrAdd(Json& container, const std::string& token)
{
    if (container.is_object())
    {
        return &container[token];
    }
    if (!container.is_array())
    {
        return nullptr;
    }
    if (token == "-" || token == std::to_string(container.size()))
    {
        container.push_back(nullptr);
        return &container.back();
    }
    return FindPart(container, token) ? &container[std::stoul(token)] : nullptr;
}

/// Removes the places of values whose pointers start with a prefix.
template <typename Places>
void
ForgetPlaces(Places& places, const std::string& prefix)
{
    auto place = places.lower_bound(prefix);
    while (place != places.end() && place->first.compare(0, prefix.size(), prefix) == 0)
    {
        place = places.erase(place);
    }
}

} // namespace

JsonDocument::JsonDocument(const std::string& text, const std::string& name)
    : JsonDocument(text, name, std::filesystem::path(name).parent_path().string())
{
}

JsonDocument::JsonDocument(const std::string& text,
                           const std::string& name,
                           const std::string& directory)
    : m_name(name),
      m_directory(directory),
      m_lines(name, text)
{
    const auto note = [this](const std::string& pointer, std::size_t offset) {
        return m_places.emplace(pointer, offset).second;
    };
    m_root = JsonSaxReader(text, name, note).Read();
}

JsonDocument
JsonDocument::Load(const std::string& path)
{
    std::ifstream file(path);
    if (!file || std::filesystem::is_directory(path))
    {
        throw InputError(path + ": found no file that can be read, expected a scenario");
    }
    return JsonDocument({std::istreambuf_iterator<char>(file), {}}, path);
}

void
JsonDocument::Set(const std::string& pointer, const std::string& value, const std::string& origin)
{
    RequireUtf8(pointer + value, origin);
    auto path = ParsePointer(pointer, origin);
    if (path.empty())
    {
        throw InputError(origin, pointer, "the whole scenario", "a pointer to a part of it");
    }
    const auto parent = path.parent_pointer();
    const auto* container = FindValue(m_root, parent);
    auto* place = container ? FindOrAdd(m_root.at(parent), path.back()) : nullptr;
    if (!place)
    {
        throw InputError(origin,
                         pointer,
                         container ? ShowJson(*container) + " in " + parent.to_string()
                                   : "no " + parent.to_string(),
                         "a member of an object or an element of a list in the scenario");
    }
    *place = ParseOption(value);
    ForgetPlaces(m_places, path.to_string() + '/');
    m_places[path.to_string()] = origin;
}

std::string
JsonDocument::Locate(JsonPointer pointer) const
{
    auto place = m_places.find(pointer.to_string());
    while (place == m_places.end() && !pointer.empty())
    {
        pointer.pop_back();
        place = m_places.find(pointer.to_string());
    }
    if (place == m_places.end())
    {
        return m_name;
    }
    const auto offset = std::get_if<std::size_t>(&place->second);
    return offset ? m_lines.Locate(*offset) : std::get<std::string>(place->second);
}

std::vector<std::string>
GetTokens(JsonPointer pointer)
{
    std::vector<std::string> tokens;
    for (; !pointer.empty(); pointer.pop_back())
    {
        tokens.insert(tokens.begin(), pointer.back());
    }
    return tokens;
}

const Json*
FindPart(const Json& value, const std::string& token)
{
    if (value.is_object())
    {
        const auto member = value.find(token);
        return member == value.end() ? nullptr : &*member;
    }
    // No library's parser: it throws at what is no index.
    std::size_t index = 0;
    const auto* end = token.data() + token.size();
    const auto [rest, error] = std::from_chars(token.data(), end, index);
    const bool isIndex = error == std::errc() && rest == end && std::to_string(index) == token;
    return value.is_array() && isIndex && index < value.size() ? &value[index] : nullptr;
}

const Json*
FindValue(const Json& value, const JsonPointer& pointer)
{
    const auto* found = &value;
    for (const auto& token : GetTokens(pointer))
    {
        found = found ? FindPart(*found, token) : nullptr;
    }
    return found;
}

std::string
ShowJson(const Json& value)
{
    constexpr std::size_t LONGEST = 60;
    if (value.is_structured())
    {
        const std::string kind = value.is_object() ? "object" : "list";
        return value.empty() ? "an empty " + kind : (value.is_object() ? "an " : "a ") + kind;
    }
    auto text = value.dump(-1, ' ', true);
    return text.size() <= LONGEST ? text : text.substr(0, LONGEST) + "...";
}

Json
ParseJson(const std::string& text)
{
    return Json::parse(text);
}

Json
ParseOption(const std::string& text)
{
    auto value = Json::parse(text, nullptr, false);
    return value.is_discarded() ? Json(text) : value;
}

std::string
ToOption(const Json& value)
{
    const bool isPlain = value.is_string() && !Json::accept(value.get<std::string>());
    return isPlain ? value.get<std::string>() : value.dump();
}

} // namespace mgm
} // namespace ns3
