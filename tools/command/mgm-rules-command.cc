/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-rules-command.h"

#include "base/mgm-input-error.h"
#include "base/mgm-rule-book.h"

#include <algorithm>
#include <iostream>

namespace ns3
{
namespace mgm
{

namespace
{

void
ListAllRules()
{
    const auto& rules = RuleBook::Get().GetAll();
    std::size_t width = 0;
    for (const Rule& rule : rules)
    {
        width = std::max(width, rule.id.size() + 2);
    }
    for (const Rule& rule : rules)
    {
        std::cout << rule.id << std::string(width - rule.id.size(), ' ') << rule.statement << '\n';
    }
}

std::vector<const Rule*>
FindRules(const Arguments& ids)
{
    std::vector<const Rule*> rules;
    for (const auto& id : ids)
    {
        const Rule* rule = RuleBook::Get().Find(id);
        if (!rule)
        {
            throw InputError("mgm rules: found \"" + id +
                             "\", expected one of those that mgm rules lists, such as ALR-3");
        }
        rules.push_back(rule);
    }
    return rules;
}

void
ShowRules(const std::vector<const Rule*>& rules)
{
    std::string_view gap;
    for (const Rule* rule : rules)
    {
        std::cout << gap << rule->id << "\n\n" << rule->text;
        gap = "\n";
    }
}

} // namespace

int
RunRules(const Arguments& arguments)
{
    namespace po = boost::program_options;

    po::options_description visible("Usage: mgm rules [ID...]\n\n"
                                    "Lists all rules with their first sentences, or shows some.\n\n"
                                    "Options");
    visible.add_options()("help", "show this text");
    const auto values = ParseOptions(arguments, visible, {"id..."});
    if (values.count("help"))
    {
        std::cout << visible;
        return DONE;
    }
    if (!values.count("id"))
    {
        ListAllRules();
        return DONE;
    }
    ShowRules(FindRules(values["id"].as<Arguments>()));
    return DONE;
}

} // namespace mgm
} // namespace ns3
