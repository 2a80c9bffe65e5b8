/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_JSON_VALUE_H
#define MGM_JSON_VALUE_H

#include "mgm-json-document.h"

#include <string>
#include <utility>
#include <vector>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief A value in a document that knows where it is, so that it can say what is wrong with it.
 *
 * The document is valid by its schema: members that are asked for exist and have the right type.
 */
class JsonValue
{
  public:
    /// @param document the document; it outlives the value
    explicit JsonValue(const JsonDocument& document);

    /// @param name name of a member
    /// @return whether there is one
    bool Has(const std::string& name) const;

    /// @param name name of a member
    /// @return the member
    JsonValue operator[](const std::string& name) const;

    /// @return the members of an object, in order, with their names
    std::vector<std::pair<std::string, JsonValue>> GetMembers() const;

    /// @return the elements of a list, in order
    std::vector<JsonValue> GetItems() const;

    /// @return the value as a string or a number
    template <typename T>
    T Get() const
    {
        return m_value->get<T>();
    }

    /// @return the value as a string
    std::string GetText() const
    {
        return Get<std::string>();
    }

    /// @return the value
    const Json& GetJson() const
    {
        return *m_value;
    }

    /// @return JSON pointer to the value
    std::string GetPointer() const
    {
        return m_path.to_string();
    }

    /// @return directory that paths in the document begin at
    const std::string& GetDirectory() const
    {
        return m_document->GetDirectory();
    }

    /// @return where the value comes from, for messages
    std::string GetPlace() const
    {
        return m_document->Locate(m_path);
    }

    /**
     * @param expected what should be there
     * @throws InputError always
     */
    [[noreturn]] void Fail(const std::string& expected) const;

    /**
     * @param found what is there
     * @param expected what should be there
     * @throws InputError always
     */
    [[noreturn]] void Fail(const std::string& found, const std::string& expected) const;

  private:
    /**
     * @param document the document
     * @param value the value
     * @param path where it is
     */
    JsonValue(const JsonDocument& document, const Json& value, const JsonPointer& path);

    const JsonDocument* m_document; ///< the document
    const Json* m_value;            ///< the value
    JsonPointer m_path;             ///< where it is
};

} // namespace mgm
} // namespace ns3

#endif // MGM_JSON_VALUE_H
