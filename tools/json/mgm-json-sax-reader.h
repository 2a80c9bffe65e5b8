/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_JSON_SAX_READER_H
#define MGM_JSON_SAX_READER_H

#include "mgm-json-document.h"

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief Builds a JSON value from the events of nlohmann's parser and notes where each part starts.
 *
 * The events carry no position, so the reader gives the parser an iterator that tells how far it
 * is. A value starts at the first character after the previous token that is no separator.
 */
class JsonSaxReader
{
  public:
    /// Says where a value starts: its JSON pointer and the offset of its first character. Tells
    /// whether it is the first value with that pointer.
    using Note = std::function<bool(const std::string& pointer, std::size_t offset)>;

    /// Greatest number of containers within each other.
    static constexpr std::size_t DEEPEST = 100;

    /**
     * @param text the JSON text; it outlives the reader
     * @param name name of its file
     * @param note called for each value
     */
    JsonSaxReader(const std::string& text, const std::string& name, Note note);

    /**
     * @brief Parses the text.
     * @return its value
     * @throws InputError if it is not JSON, or names a member of an object twice
     */
    Json Read();

    /**
     * @name Events of the parser
     * @{
     */

    /// @brief Takes a value, the name of a member, or the start or end of a container.
    /// @return whether parsing goes on
    bool null();
    bool boolean(bool value);
    bool number_integer(Json::number_integer_t value);
    bool number_unsigned(Json::number_unsigned_t value);
    bool number_float(Json::number_float_t value, const std::string& text);
    bool string(std::string& value);
    bool binary(Json::binary_t& value);
    bool start_object(std::size_t size);
    bool key(std::string& name);
    bool end_object();
    bool start_array(std::size_t size);
    bool end_array();
    /** @} */

    /**
     * @brief Event of the parser: the text is not JSON.
     * @param position number of characters read
     * @param token what was read last
     * @param error what is wrong
     * @return never
     * @throws InputError always
     */
    bool parse_error(std::size_t position, const std::string& token, const Json::exception& error);

  private:
    /// A container that is not yet complete.
    struct Level
    {
        Json* container;  ///< the container
        JsonPointer path; ///< where it is
    };

    /// @return where the next value goes
    JsonPointer NextPath() const;

    /// Moves to the next token.
    /// @return the offset of its first character
    std::size_t NextToken();

    /**
     * @param offset offset of what is wrong
     * @param path JSON pointer to it
     * @param found what is there
     * @param expected what should be there
     * @throws InputError always
     */
    [[noreturn]] void Fail(std::size_t offset,
                           const JsonPointer& path,
                           const std::string& found,
                           const std::string& expected) const;

    /**
     * @brief Adds a value to the innermost container.
     * @param value the value
     * @return the value in the container
     * @throws InputError if that has a member of the same name
     */
    Json& Place(Json value);

    /**
     * @brief Adds a value to the innermost container.
     * @param value the value
     * @return true
     */
    bool Add(Json value);

    /**
     * @brief Adds a container to the innermost one and becomes it.
     * @param value the container
     * @return true
     */
    bool Open(Json value);

    /// Leaves the innermost container.
    /// @return true
    bool Close();

    const std::string& m_text;  ///< the JSON text
    std::string m_name;         ///< name of its file
    Note m_note;                ///< told where values start
    std::size_t m_consumed{0};  ///< number of characters that the parser has taken
    std::size_t m_tokenEnd{0};  ///< offset behind the previous token
    Json m_root;                ///< the whole value
    std::vector<Level> m_open;  ///< containers that are not yet complete, the innermost last
    std::string m_key;          ///< name of the member whose value comes next
    std::size_t m_keyOffset{0}; ///< offset of that name
};

} // namespace mgm
} // namespace ns3

#endif // MGM_JSON_SAX_READER_H
