/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "base/mgm-rule-book.h"

#include <gtest/gtest.h>
#include <set>

namespace ns3
{
namespace mgm
{

TEST(RuleBook, RulesAreWhatStandsUnderHeadingsOfTheThirdLevel)
{
    const RuleBook book("# Title\n\nProse.\n\n## Part\n\n### A-1\n\nFirst of\ntwo lines. More of "
                        "(\\*,g).\n\nAnd more. [ours]\n\n## Part\n\nProse.\n\n### sent\nWhole.\n");
    ASSERT_EQ(book.GetAll().size(), 2U);
    EXPECT_EQ(book.GetAll()[0].id, "A-1");
    EXPECT_EQ(book.GetAll()[0].statement, "First of two lines.");
    EXPECT_EQ(book.GetAll()[0].text, "First of\ntwo lines. More of (*,g).\n\nAnd more. [ours]\n");
    EXPECT_EQ(book.GetAll()[1].id, "sent");
    EXPECT_EQ(book.GetAll()[1].statement, "Whole.");
    EXPECT_EQ(book.GetAll()[1].text, "Whole.\n");
}

TEST(RuleBook, IdsAreFoundInUpperAndLowerCase)
{
    const RuleBook book("### A-1\nOne.\n### A-10\nTen.\n");
    ASSERT_NE(book.Find("a-1"), nullptr);
    EXPECT_EQ(book.Find("a-1")->statement, "One.");
    EXPECT_EQ(book.Find("a-10")->statement, "Ten.");
    EXPECT_EQ(book.Find("A-100"), nullptr);
    EXPECT_EQ(book.Find("A"), nullptr);
    EXPECT_EQ(book.Find(""), nullptr);
}

TEST(RuleBook, NothingIsARuleWithoutAHeading)
{
    EXPECT_TRUE(RuleBook("").GetAll().empty());
    EXPECT_TRUE(RuleBook("# Title\nA-1\n## A-1\nOne.\n").GetAll().empty());
}

TEST(RuleBook, EachRuleHasASentenceAndSaysWhereItComesFrom)
{
    std::set<std::string> ids;
    for (const Rule& rule : RuleBook::Get().GetAll())
    {
        EXPECT_TRUE(ids.insert(rule.id).second) << rule.id << " is there twice";
        EXPECT_GT(rule.statement.size(), 10U) << rule.id;
        EXPECT_LT(rule.statement.size(), 160U) << rule.id;
        EXPECT_EQ(rule.statement.back(), '.') << rule.id;
        const bool isMarked = rule.text.find("[doc") != std::string::npos ||
                              rule.text.find("[ours") != std::string::npos;
        EXPECT_TRUE(isMarked) << rule.id;
    }
}

} // namespace mgm
} // namespace ns3
