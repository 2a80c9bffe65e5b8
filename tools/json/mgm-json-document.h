/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_JSON_DOCUMENT_H
#define MGM_JSON_DOCUMENT_H

#include "base/mgm-text-lines.h"

#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <variant>
#include <vector>

/*
 * DOC tools/json: JSON that knows where it comes from.
 *
 * A JsonDocument is a text, the value that it says, and the line and column of each part, or the
 * option that has changed it. JsonSchema judges a document and says in one sentence what is wrong.
 * JsonValue walks a document that is valid, for the readers of scenarios and experiments, and
 * names the place when a value is wrong for a reason that no schema can tell.
 *
 * The document owns text, value and places; a JsonValue refers to it and must not outlive it.
 * Schemas are compiled once and shared.
 *
 * Order: parse, then changes by options (Set), then the schema, then defaults (FillDefaults), then
 * reading by JsonValue. The first fault ends it, with an InputError.
 *
 * What must hold: members keep the order in which they are written, because names, numbers and
 * random streams follow it; a member that an object has twice is an error.
 */

namespace ns3
{
namespace mgm
{

/// A JSON value whose members keep their order.
using Json = nlohmann::ordered_json;

/// A JSON pointer (RFC 6901).
using JsonPointer = nlohmann::json_pointer<std::string>;

/**
 * @ingroup mgm
 * @brief A JSON text that knows where each of its values came from.
 */
class JsonDocument
{
  public:
    /**
     * @brief Parses a text.
     * @param text the text
     * @param name name of its file, for messages
     * @throws InputError if it is not JSON, or names a member of an object twice
     */
    JsonDocument(const std::string& text, const std::string& name);

    /**
     * @brief Parses a text that stands for a file elsewhere.
     * @param text the text
     * @param name name of its file, for messages
     * @param directory directory that paths in it begin at
     * @throws InputError if it is not JSON, or names a member of an object twice
     */
    JsonDocument(const std::string& text, const std::string& name, const std::string& directory);

    /**
     * @brief Reads and parses a file.
     * @param path path of the file
     * @return the document
     * @throws InputError if the file can't be read, or as the constructor
     */
    static JsonDocument Load(const std::string& path);

    /**
     * @brief Changes a value, or adds one to an existing object or at the end of a list.
     * @param pointer JSON pointer to the value
     * @param value what it becomes: parsed as JSON; if it is not, it is taken as a string
     * @param origin what asks for the change, for messages
     * @throws InputError if the pointer is none or what it points into does not exist
     */
    void Set(const std::string& pointer, const std::string& value, const std::string& origin);

    /// @return directory that paths in it begin at, that of its file unless it was told; empty for
    ///         the current one
    const std::string& GetDirectory() const
    {
        return m_directory;
    }

    /// @return the whole value
    const Json& GetRoot() const
    {
        return m_root;
    }

    /// @return the whole value
    Json& GetRoot()
    {
        return m_root;
    }

    /**
     * @param pointer JSON pointer to a value that need not exist
     * @return where it, or else what would contain it, comes from: `FILE:LINE:COLUMN` of its first
     *         character, or the origin of a change
     */
    std::string Locate(JsonPointer pointer) const;

  private:
    /// Where a value comes from: the offset of its first character, or the origin of a change.
    using Place = std::variant<std::size_t, std::string>;

    std::string m_name;                    ///< name of the file
    std::string m_directory;               ///< where paths in it begin
    TextLines m_lines;                     ///< its lines
    Json m_root;                           ///< the whole value
    std::map<std::string, Place> m_places; ///< where values come from, by JSON pointer
};

/**
 * @param pointer a JSON pointer
 * @return its parts, from the root on
 */
std::vector<std::string> GetTokens(JsonPointer pointer);

/**
 * @param value a value
 * @param token name of a member, or index of an element
 * @return the member or element; null if there is none
 */
const Json* FindPart(const Json& value, const std::string& token);

/**
 * @param value a value
 * @param pointer a JSON pointer from there
 * @return what it leads to; null if it leads nowhere
 */
const Json* FindValue(const Json& value, const JsonPointer& pointer);

/**
 * @param value a value
 * @return it as messages show it: short, on one line
 */
std::string ShowJson(const Json& value);

/**
 * @param text a JSON text
 * @return its value
 * @throws Json::exception if it is not JSON
 */
Json ParseJson(const std::string& text);

/**
 * @param text a value as users give it in an option
 * @return the value that it is as JSON; if it is not JSON, the text as a string
 */
Json ParseOption(const std::string& text);

/**
 * @param value a value
 * @return it as users give it in an option, of which ParseOption makes it again: a string that
 * looks like a number keeps its quotation marks
 */
std::string ToOption(const Json& value);

} // namespace mgm
} // namespace ns3

#endif // MGM_JSON_DOCUMENT_H
