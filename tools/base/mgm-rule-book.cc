/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-rule-book.h"

#include "mgm-rules-text.h"

#include <algorithm>
#include <cctype>
#include <sstream>

namespace ns3
{
namespace mgm
{

namespace
{

constexpr std::string_view RULE_HEADING = "### ";

bool
BeginsWith(std::string_view line, std::string_view start)
{
    return line.substr(0, start.size()) == start;
}

std::string
WithoutBackslashes(std::string line)
{
    line.erase(std::remove(line.begin(), line.end(), '\\'), line.end());
    return line;
}

/// Without the empty lines around it.
std::string
TrimRule(const std::string& text)
{
    const auto begin = text.find_first_not_of('\n');
    return begin == text.npos ? "" : text.substr(begin, text.find_last_not_of('\n') + 2 - begin);
}

std::string
FirstSentenceOf(std::string text)
{
    std::replace(text.begin(), text.end(), '\n', ' ');
    return text.substr(0, text.find(". ") + 1);
}

bool
IsSameId(std::string_view left, std::string_view right)
{
    return std::equal(left.begin(), left.end(), right.begin(), right.end(), [](char a, char b) {
        return std::tolower(static_cast<unsigned char>(a)) ==
               std::tolower(static_cast<unsigned char>(b));
    });
}

} // namespace

RuleBook::RuleBook(std::string_view markdown)
{
    std::istringstream lines{std::string(markdown)};
    bool isInRule = false;
    for (std::string line; std::getline(lines, line);)
    {
        if (BeginsWith(line, RULE_HEADING))
        {
            m_rules.push_back({line.substr(RULE_HEADING.size()), "", ""});
            isInRule = true;
        }
        else if (BeginsWith(line, "#"))
        {
            isInRule = false;
        }
        else if (isInRule)
        {
            m_rules.back().text += WithoutBackslashes(line) + '\n';
        }
    }
    for (Rule& rule : m_rules)
    {
        rule.text = TrimRule(rule.text);
        rule.statement = FirstSentenceOf(rule.text);
    }
}

const RuleBook&
RuleBook::Get()
{
    static const RuleBook BOOK(GetRulesText());
    return BOOK;
}

const Rule*
RuleBook::Find(std::string_view id) const
{
    const auto rule = std::find_if(m_rules.begin(), m_rules.end(), [&](const Rule& each) {
        return IsSameId(each.id, id);
    });
    return rule == m_rules.end() ? nullptr : &*rule;
}

std::string
RuleBook::GetStatement(std::string_view id) const
{
    const auto* rule = Find(id);
    return rule ? rule->statement : "";
}

} // namespace mgm
} // namespace ns3
