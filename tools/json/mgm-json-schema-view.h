/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_JSON_SCHEMA_VIEW_H
#define MGM_JSON_SCHEMA_VIEW_H

#include "mgm-json-document.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief All that a schema says about one value of a document.
 *
 * These are the subschemas that apply to it, through `$ref`, `allOf`, `dependencies` and `if`.
 */
class JsonSchemaView
{
  public:
    /**
     * @brief Starts at the root of a schema and of a document.
     * @param schema the schema; it outlives the view
     * @param value the document; it outlives the view
     */
    JsonSchemaView(const Json& schema, const Json& value);

    /**
     * @param token name of a member of the value, or index of an element
     * @return what the schema says about that
     */
    JsonSchemaView Child(const std::string& token) const;

    /**
     * @brief As Child(const std::string&) const, without looking for it.
     * @param token name of a member of the value, or index of an element
     * @param value the member or element
     * @return what the schema says about that
     */
    JsonSchemaView Child(const std::string& token, const Json& value) const;

    /// @param name a name
    /// @return whether the schema names a member so, whatever other names it allows
    bool Declares(const std::string& name) const;

    /// @return whether the schema wants an object here
    bool IsOfObject() const;

    /// What is wrong with a value.
    struct Fault
    {
        JsonPointer path;     ///< Where, relative to the value.
        std::string found;    ///< What is there.
        std::string expected; ///< What should be there.
    };

    /// @return what is wrong with the value itself, which is known not to be valid
    Fault Explain() const;

    /// @return names and values of the members that the value lacks and that have a default
    std::vector<std::pair<std::string, Json>> GetMissingDefaults() const;

  private:
    /**
     * @param root the whole schema
     * @param value the value; null if there is none
     */
    JsonSchemaView(const Json* root, const Json* value);

    /**
     * @param token name of a member of the value, or index of an element
     * @param value the member or element; null if there is none
     * @return what the schema says about that
     */
    JsonSchemaView MakeChild(const std::string& token, const Json* value) const;

    /// Adds a subschema and all that it refers to.
    /// @param schema the subschema
    void Add(const Json& schema);

    /// Adds the subschemas that apply to the present value only.
    /// @param schema the schema that holds them
    void AddConditional(const Json& schema);

    /// @return the fault that a member has a name it must not have
    std::optional<Fault> FindUnknownMember() const;

    /// @return the fault that a member is missing
    std::optional<Fault> FindMissingMember() const;

    /**
     * @param part one of the subschemas
     * @return what names it lets members have, in words
     */
    std::string DescribeMemberName(const Json& part) const;

    const Json* m_root;               ///< the whole schema
    const Json* m_value;              ///< the value; null if there is none
    std::vector<const Json*> m_parts; ///< the subschemas, the most special one last
};

/**
 * @param schema a schema without references
 * @param value a value
 * @return whether the value is valid
 */
bool MatchesJsonSchema(const Json& schema, const Json& value);

} // namespace mgm
} // namespace ns3

#endif // MGM_JSON_SCHEMA_VIEW_H
