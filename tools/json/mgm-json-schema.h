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
     * @brief Adds the members that are missing from a valid value and have a `default`.
     * @param value the value
     */
    void FillDefaults(Json& value) const;

  private:
    struct Compiled;

    Json m_root;                          ///< the schema
    std::unique_ptr<Compiled> m_compiled; ///< the schema as valijson has it
};

} // namespace mgm
} // namespace ns3

#endif // MGM_JSON_SCHEMA_H
