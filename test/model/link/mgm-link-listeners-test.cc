/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "ns3/mgm-link-listeners.h"

#include <gtest/gtest.h>
#include <vector>

namespace ns3
{
namespace mgm
{

namespace
{

using IntListeners = LinkListeners<int>;

IntListeners::Listener
NoteInto(std::vector<int>& heard)
{
    return IntListeners::Listener([&heard](const int& message) { heard.push_back(message); });
}

TEST(LinkListeners, HearTheirInterfaceAlone)
{
    IntListeners listeners;
    std::vector<int> first;
    std::vector<int> second;
    listeners.Add(1, NoteInto(first));
    listeners.Add(2, NoteInto(second));
    listeners.Deliver(10, 1);
    listeners.Deliver(20, 2);
    listeners.Deliver(30, 3);
    EXPECT_EQ(first, std::vector<int>{10});
    EXPECT_EQ(second, std::vector<int>{20});
    EXPECT_TRUE(listeners.Has(1));
    EXPECT_FALSE(listeners.Has(3));
}

TEST(LinkListeners, OneMayBeLeftOut)
{
    IntListeners listeners;
    std::vector<int> first;
    std::vector<int> second;
    const auto id = listeners.Add(1, NoteInto(first));
    EXPECT_FALSE(listeners.Has(1, id));
    listeners.Add(1, NoteInto(second));
    EXPECT_TRUE(listeners.Has(1, id));
    listeners.Deliver(10, 1, id);
    EXPECT_TRUE(first.empty());
    EXPECT_EQ(second, std::vector<int>{10});
}

TEST(LinkListeners, OneThatIsRemovedMeanwhileIsToldNothing)
{
    IntListeners listeners;
    std::vector<int> second;
    IntListeners::Id id = 0;
    listeners.Add(1, IntListeners::Listener([&](const int&) { listeners.Remove(id); }));
    id = listeners.Add(1, NoteInto(second));
    listeners.Deliver(10, 1);
    EXPECT_TRUE(second.empty());
}

TEST(LinkListeners, OneThatIsAddedMeanwhileHearsTheNextMessage)
{
    IntListeners listeners;
    std::vector<int> second;
    listeners.Add(1, IntListeners::Listener([&](const int& message) {
                      if (message == 10)
                      {
                          listeners.Add(1, NoteInto(second));
                      }
                  }));
    listeners.Deliver(10, 1);
    listeners.Deliver(20, 1);
    EXPECT_EQ(second, std::vector<int>{20});
}

TEST(LinkListeners, ChangesGoToThoseWhoWantThem)
{
    IntListeners listeners;
    std::vector<int> heard;
    std::vector<InterfaceChange> changes;
    listeners.Add(1, NoteInto(heard));
    listeners.Add(1,
                  NoteInto(heard),
                  IntListeners::ChangeListener(
                      [&changes](InterfaceChange change) { changes.push_back(change); }));
    listeners.TellChange(1, InterfaceChange::DOWN);
    listeners.TellChange(2, InterfaceChange::UP);
    EXPECT_EQ(changes, std::vector<InterfaceChange>{InterfaceChange::DOWN});
    EXPECT_TRUE(heard.empty());
}

} // namespace

} // namespace mgm
} // namespace ns3
