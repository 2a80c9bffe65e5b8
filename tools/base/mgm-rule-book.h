/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_RULE_BOOK_H
#define MGM_RULE_BOOK_H

#include <string>
#include <string_view>
#include <vector>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief A rule of the specification.
 */
struct Rule
{
    std::string id;        ///< What it is cited by, such as "ALR-3".
    std::string statement; ///< Its first sentence, on one line.
    std::string text;      ///< All of it, in lines that end with a line feed.
};

/**
 * @ingroup mgm
 * @brief The rules of the specification, by what they are cited by.
 *
 * In the text each rule has a heading of the third level with its id and nothing else; what follows
 * up to the next heading is the rule. A backslash that only Markdown needs is left out.
 */
class RuleBook
{
  public:
    /// @param markdown the text of the rules
    explicit RuleBook(std::string_view markdown);

    /// @return the rules of doc/rules.md
    static const RuleBook& Get();

    /// @return all rules, in the order of the text
    const std::vector<Rule>& GetAll() const
    {
        return m_rules;
    }

    /**
     * @param id what a rule is cited by, in upper or lower case
     * @return the rule, valid as long as the book, or nullptr if there is none
     */
    const Rule* Find(std::string_view id) const;

    /**
     * @param id what a rule is cited by, in upper or lower case
     * @return its first sentence; empty if there is no such rule
     */
    std::string GetStatement(std::string_view id) const;

  private:
    std::vector<Rule> m_rules; ///< the rules, in the order of the text
};

} // namespace mgm
} // namespace ns3

#endif // MGM_RULE_BOOK_H
