/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_RESPONSE_H
#define MGM_RESPONSE_H

#include "json/mgm-json-document.h"

#include <string>
#include <vector>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief What an experiment measures in each run: a value of summary.json, or a function of some.
 */
class Response
{
  public:
    /**
     * @param text a JSON pointer such as "/packets/unaccounted", or a function of one, such as
     *        "sum(/streams/\*\/lost)"; `*` stands for every member or element
     * @param origin what asks for it, for messages
     * @param name its name; if it is empty, one is made of the pointer
     * @throws InputError if the text has another form
     */
    Response(const std::string& text, const std::string& origin, const std::string& name = "");

    /**
     * @brief Measures a run.
     * @param summary what the run came to
     * @return a number, or null if a value that is needed is missing
     * @throws InputError if a value is no number
     */
    Json Evaluate(const Json& summary) const;

    /**
     * @brief Finds out whether a run can be measured at all.
     * @param summary what the run came to
     * @return what is wrong with the response: that its pointer leads nowhere, or to what is no
     *         number; empty if nothing is. A value may be missing all the same.
     */
    std::string FindFault(const Json& summary) const;

    /// @return the name
    const std::string& GetName() const
    {
        return m_name;
    }

    /// @return the text that it was made of
    const std::string& GetText() const
    {
        return m_text;
    }

  private:
    std::string m_text;                ///< what it was made of
    std::string m_origin;              ///< what asks for it
    std::string m_name;                ///< its name
    std::string m_function;            ///< the function; empty for the value itself
    std::vector<std::string> m_tokens; ///< the parts of the pointer
};

} // namespace mgm
} // namespace ns3

#endif // MGM_RESPONSE_H
