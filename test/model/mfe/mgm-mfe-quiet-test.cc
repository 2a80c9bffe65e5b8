/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-mfe-fixture.h"
#include "mgm-mfe-step.h"
#include "mgm-random-network.h"

#include "ns3/simulator.h"

namespace ns3
{
namespace mgm
{

/**
 * Everything at once: callbacks and upcalls that cost time or not, clients that call the manager
 * in their callbacks, also to fail or to release, and routes that move meanwhile. Nothing is
 * expected on the way; when all is quiet, I6 holds.
 */
class MfeQuietTest : public MfeTest, public testing::WithParamInterface<uint32_t>
{
  protected:
    static constexpr uint32_t RUNS = 1000;
    static constexpr uint32_t STEPS = 60;
    static constexpr uint32_t REACTIONS_IN_A_STEP = 3;

    void RunOnce(uint32_t seed);

    std::map<uint32_t, TestClient*> m_slots; ///< newest client of each slot
    std::size_t m_checked{0};                ///< entries that were checked

  private:
    void Act(uint32_t slot);
    void CallManager(TestClient& client);
    void CheckQuiet();
    std::set<uint32_t> Expected(const SourceGroup& key, uint32_t incoming) const;
    TestClient& Client(uint32_t slot);

    std::unique_ptr<Draw> m_draw; ///< decides everything
    uint32_t m_reactions{0};      ///< how many more reactions there are in this step
};

/// The client of a slot; another one registers if it is gone.
TestClient&
MfeQuietTest::Client(uint32_t slot)
{
    auto& client = m_slots[slot];
    if (!client || !m_manager->GetClients().Find(client->GetHandle()))
    {
        client = &MakeClient(MFE_SLOTS.at(slot).protocol);
        client->react = [this, slot](const ClientEvent&) {
            if (m_reactions > 0 && m_draw->OnceIn(3))
            {
                --m_reactions;
                Act(slot);
            }
        };
        client->Register();
    }
    return *client;
}

void
MfeQuietTest::Act(uint32_t slot)
{
    const auto& source = MFE_SOURCES.at(m_draw->Below(2));
    const auto kind = m_draw->Below(12);
    if (kind == 0)
    {
        m_rib->Move(source, m_draw->Below(MFE_INTERFACES + 1));
    }
    else if (kind < 4)
    {
        Packet({source, MFE_GROUPS.at(m_draw->Below(2))}, 1 + m_draw->Below(MFE_INTERFACES));
    }
    else
    {
        CallManager(Client(slot));
    }
}

void
MfeQuietTest::CallManager(TestClient& client)
{
    const auto interface = 1 + m_draw->Below(MFE_INTERFACES);
    const auto& source = m_draw->OnceIn(2) ? ANY_ADDRESS : MFE_SOURCES.at(m_draw->Below(2));
    const SourceGroup key{source, MFE_GROUPS.at(m_draw->Below(2))};
    switch (m_draw->Below(14))
    {
    case 0:
        client.Fail();
        break;
    case 1:
        client.DeRegister();
        break;
    case 2:
        client.Release(interface);
        break;
    case 3:
    case 4:
    case 5:
        client.Take(interface);
        break;
    case 6:
    case 7:
        client.Delete(key, interface);
        break;
    default:
        client.Add(key, interface);
    }
}

/// From the tables of the manager: who holds what.
std::set<uint32_t>
MfeQuietTest::Expected(const SourceGroup& key, uint32_t incoming) const
{
    std::set<uint32_t> outgoing;
    for (const auto& wanted : {key, SourceGroup{ANY_ADDRESS, key.group}})
    {
        const auto* holders = m_manager->GetMemberships().Find(wanted);
        for (uint32_t i = 1; holders && i <= MFE_INTERFACES; ++i)
        {
            const auto* ownership = m_manager->GetOwnership().Find({i});
            for (const auto& holder : *holders)
            {
                if (holder.interface.index == i && ownership &&
                    holder.client == (ownership->owner ? ownership->owner : ownership->igmp))
                {
                    outgoing.insert(i);
                }
            }
        }
    }
    outgoing.erase(incoming);
    return outgoing;
}

void
MfeQuietTest::CheckQuiet()
{
    for (int wait = 0; wait < 200 && !m_manager->IsIdle(); ++wait)
    {
        Simulator::Stop(Seconds(1));
        Simulator::Run();
    }
    ASSERT_TRUE(m_manager->IsIdle());
    EXPECT_EQ(Keys().size(), m_plane->GetEntries().size());
    for (const auto& [key, entry] : m_plane->GetEntries())
    {
        EXPECT_TRUE(entry.forwards) << key;
        EXPECT_TRUE(entry.waiting.empty()) << key;
        EXPECT_EQ(entry.incoming, m_rib->interfaces[key.source.Get()]) << key;
        EXPECT_NE(m_manager->GetOwnership().Find({entry.incoming}), nullptr) << key;
        EXPECT_EQ(entry.outgoing, Expected(key, entry.incoming)) << key;
        ++m_checked;
    }
}

void
MfeQuietTest::RunOnce(uint32_t seed)
{
    m_draw = std::make_unique<Draw>(seed);
    constexpr std::array<double, 3> COSTS{0, 0.1, 0.7};
    SetCost("UpcallCost", COSTS.at(m_draw->Below(3)));
    SetCost("CallbackCost", COSTS.at(m_draw->Below(3)));
    SetCost("OwnershipChangeDuration", COSTS.at(m_draw->Below(3)));
    SetAttribute("CallbackDelivery", m_draw->OnceIn(2) ? "posted" : "inline");
    for (uint32_t step = 0; step < STEPS && !HasFailure(); ++step)
    {
        m_reactions = REACTIONS_IN_A_STEP;
        Act(m_draw->Below(MFE_SLOTS.size()));
        if (m_draw->OnceIn(3))
        {
            Simulator::Stop(MilliSeconds(1 + m_draw->Below(900)));
            Simulator::Run();
        }
        if (m_draw->OnceIn(10))
        {
            CheckQuiet();
        }
    }
    m_reactions = 0;
    CheckQuiet();
    for (auto& client : m_clients)
    {
        client->Fail();
    }
    CheckQuiet();
    EXPECT_TRUE(m_plane->GetEntries().empty());
}

TEST_P(MfeQuietTest, I6_I8_HoldsWhenAllIsQuiet)
{
    for (uint32_t run = 0; run < RUNS && !HasFailure(); ++run)
    {
        const auto seed = GetParam() * RUNS + run;
        SCOPED_TRACE(seed);
        RunOnce(seed);
        TearDown();
        m_slots.clear();
        SetUp();
    }
    EXPECT_GT(m_checked, 3 * RUNS) << "too few entries to show anything";
}

INSTANTIATE_TEST_SUITE_P(Shard, MfeQuietTest, testing::Range(0U, 4U));

} // namespace mgm
} // namespace ns3
