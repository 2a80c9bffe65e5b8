/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_JSON_SCHEMA_H
#define MGM_JSON_SCHEMA_H

#include "mgm-json-document.h"

#include <memory>
#include <string>

namespace ns3
{
namespace mgm
{

class JsonSchemaView;

/**
 * @ingroup mgm
 * @brief A JSON Schema (draft 7) that says in one sentence what is wrong with a document.
 *
 * The verdict is valijson's. The sentence comes from the subschema that the wrong value fails: its
 * list of members, its `enum`, or its `description`.
 */
class JsonSchema
{
  public:
    /// @param text the schema; it is valid
    explicit JsonSchema(const std::string& text);
    ~JsonSchema();

    /**
     * @brief Checks a document.
     * @param document the document
     * @throws InputError that names the first fault
     */
    void Check(const JsonDocument& document) const;

    /**
     * @brief Adds empty objects on the way to a value, where they are missing and the schema names
     * them: a change can set an attribute of what has no attributes yet.
     * @param pointer JSON pointer to the value
     * @param origin what asks for it, for messages
     * @param[in,out] document the document, which need not be valid
     */
    void MakeWay(const std::string& pointer,
                 const std::string& origin,
                 JsonDocument& document) const;

    /**
     * @brief Adds the members that are missing from a valid value and have a `default`.
     * @param value the value
     */
    void FillDefaults(Json& value) const;

  private:
    struct Compiled;

    /**
     * @param path where something is in a value
     * @param value the value; it outlives the view
     * @return what the schema says about that
     */
    JsonSchemaView LookAt(const JsonPointer& path, const Json& value) const;

    Json m_root;                          ///< the schema
    std::unique_ptr<Compiled> m_compiled; ///< the schema as valijson has it
};

} // namespace mgm
} // namespace ns3

#endif // MGM_JSON_SCHEMA_H
