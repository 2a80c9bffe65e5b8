/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-test-fixture.h"

#include "ns3/mgm-script.h"

#include <set>
#include <string>

namespace ns3
{
namespace mgm
{

class ScriptTest : public MgmTest
{
};

TEST_F(ScriptTest, EveryVerbHasANameThatIsReadBack)
{
    std::set<std::string_view> names;
    for (std::size_t i = 0; i < SCRIPT_VERB_COUNT; ++i)
    {
        const auto verb = static_cast<ScriptVerb>(i);
        names.insert(ToString(verb));
        EXPECT_EQ(ScriptVerbFromString(ToString(verb)), verb);
    }
    EXPECT_EQ(names.size(), SCRIPT_VERB_COUNT);
    EXPECT_EQ(ToString(ScriptVerb::REGISTER), "register");
    EXPECT_EQ(ToString(ScriptVerb::STOP), "stop");
    EXPECT_EQ(ScriptVerbFromString("Take"), std::nullopt);
}

TEST_F(ScriptTest, EveryTriggerHasTheNameOfItsCallback)
{
    std::set<std::string_view> names;
    for (std::size_t i = 0; i < SCRIPT_TRIGGER_COUNT; ++i)
    {
        const auto trigger = static_cast<ScriptTrigger>(i);
        names.insert(ToString(trigger));
        EXPECT_EQ(ScriptTriggerFromString(ToString(trigger)), trigger);
    }
    EXPECT_EQ(names.size(), SCRIPT_TRIGGER_COUNT);
    EXPECT_EQ(ToString(ScriptTrigger::PRUNE_ALERT), "PRUNE_ALERT");
    EXPECT_EQ(ToString(ScriptTrigger::ENUMERATED), "ENUMERATED");
    EXPECT_EQ(ToString(ScriptTrigger::RPF), "RPF");
    EXPECT_EQ(ToString(ScriptTrigger::CREATION_ALERT), "CREATION_ALERT");
    EXPECT_EQ(ToString(ScriptTrigger::WRONG_IF), "WRONG_IF");
    EXPECT_EQ(ScriptTriggerFromString("RPF_ALERT"), std::nullopt);
}

} // namespace mgm
} // namespace ns3
