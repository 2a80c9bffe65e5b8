/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-manager-fixture.h"

#include "ns3/mgm-ownership.h"

#include <gtest/gtest.h>
#include <string>
#include <vector>

namespace ns3
{
namespace mgm
{

namespace
{

using P = OwnershipPhase;
using E = OwnershipEvent;
using A = OwnershipAction;

static_assert(OWNERSHIP_TABLE.IsDeterministic(), "two rows for one phase and event");
static_assert(OWNERSHIP_TABLE.IsTotal(), "a phase has no row for an event");

constexpr P PHASES[] = {P::STABLE, P::ANNOUNCED, P::CHANGING, P::WAITING, P::ENABLING};
static_assert(std::size(PHASES) == static_cast<std::size_t>(P::COUNT));

/// What an event does in a phase by the rules OWN.
struct OwnershipRow
{
    const char* name; ///< of the test
    P from;           ///< phase before
    E event;          ///< event
    A action;         ///< what is done
    P to;             ///< phase after
};

std::ostream&
operator<<(std::ostream& os, const OwnershipRow& row)
{
    return os << row.name;
}

/// The rows that the rules speak of.
class OwnershipMachineTest : public testing::TestWithParam<OwnershipRow>
{
};

INSTANTIATE_TEST_SUITE_P(
    Rules,
    OwnershipMachineTest,
    testing::Values(
        OwnershipRow{"OWN_3_Begin", P::STABLE, E::BEGUN_BESIDE_IGMP, A::ANNOUNCE, P::ANNOUNCED},
        OwnershipRow{"OWN_3_NoBracket", P::STABLE, E::BEGUN_ALONE, A::CLEAR, P::CHANGING},
        OwnershipRow{"OWN_3_Disable", P::ANNOUNCED, E::DISABLE, A::NONE, P::CHANGING},
        OwnershipRow{"OWN_7_Disabled", P::CHANGING, E::DISABLED, A::CLEAR, P::CHANGING},
        OwnershipRow{"OWN_10_Cleared", P::CHANGING, E::CLEARED, A::WAIT, P::WAITING},
        OwnershipRow{"OWN_10_Over", P::WAITING, E::TIME_OVER, A::CHANGE, P::CHANGING},
        OwnershipRow{"OWN_3_Changed", P::CHANGING, E::CHANGED_BESIDE_IGMP, A::ENABLE, P::ENABLING},
        OwnershipRow{"OWN_3_ChangedAlone", P::CHANGING, E::CHANGED_ALONE, A::END, P::STABLE},
        OwnershipRow{"OWN_3_Enabled", P::ENABLING, E::ENABLED, A::END, P::STABLE},
        OwnershipRow{"REG_5_OwnerFails", P::STABLE, E::CLIENT_FAILED, A::RELEASE, P::STABLE},
        OwnershipRow{"REG_5_FailsMeanwhile", P::WAITING, E::CLIENT_FAILED, A::CHANGE, P::CHANGING}),
    [](const auto& row) { return row.param.name; });

TEST_P(OwnershipMachineTest, IsARowOfTheTable)
{
    const auto& row = GetParam();
    const auto* found = OWNERSHIP_TABLE.Find(row.from, row.event);
    ASSERT_NE(found, nullptr);
    EXPECT_EQ(found->action, row.action);
    EXPECT_EQ(found->to, row.to);
}

TEST(OwnershipMachine, REG_6_ACrashEndsEveryPhase)
{
    for (const P phase : PHASES)
    {
        EXPECT_EQ(OWNERSHIP_TABLE.Find(phase, E::CRASHED)->action, A::DROP);
        EXPECT_EQ(OWNERSHIP_TABLE.Find(phase, E::CRASHED)->to, P::STABLE);
    }
}

TEST(OwnershipMachine, REG_5_IgmpMayDieInEveryPhaseAndTheChangeGoesOn)
{
    for (const P phase : PHASES)
    {
        EXPECT_EQ(OWNERSHIP_TABLE.Find(phase, E::IGMP_LEFT)->action, A::REMOVE_IGMP);
        EXPECT_EQ(OWNERSHIP_TABLE.Find(phase, E::IGMP_LEFT)->to, phase);
    }
}

TEST(OwnershipMachine, OWN_10_NoChangeBeginsDuringAnother)
{
    for (const P phase : {P::ANNOUNCED, P::CHANGING, P::WAITING, P::ENABLING})
    {
        for (const E event : {E::BEGUN_BESIDE_IGMP, E::BEGUN_ALONE})
        {
            EXPECT_EQ(OWNERSHIP_TABLE.Find(phase, event)->action, A::NONE);
            EXPECT_EQ(OWNERSHIP_TABLE.Find(phase, event)->to, phase);
        }
    }
}

TEST(OwnershipMachine, EveryRowNamesARule)
{
    for (const auto& row : OWNERSHIP_TABLE.GetRows())
    {
        const std::string_view kind = row.source.substr(0, 4);
        EXPECT_TRUE(kind == "OWN-" || kind == "REG-") << row.source;
    }
}

/// Who dies.
enum class Victim : uint8_t
{
    TAKER,
    IGMP,
    NODE,
};

/// A change of owner with IGMP there, each callback of which takes a second, as does the change:
/// announced until 1 s, changing until 2 s, enabling until 3 s.
class OwnershipDeathTest : public ManagerTest,
                           public testing::WithParamInterface<std::tuple<double, Victim>>
{
  protected:
    /// Lets somebody die.
    void Kill(Victim victim)
    {
        switch (victim)
        {
        case Victim::TAKER:
            EXPECT_EQ(m_pim->Fail(), Status::NO_ERROR);
            break;
        case Victim::IGMP:
            EXPECT_EQ(m_igmp->Fail(), Status::NO_ERROR);
            break;
        case Victim::NODE:
            m_manager->Crash();
            break;
        }
    }

    TestClient* m_igmp; ///< IGMP, on interface 1
    TestClient* m_pim;  ///< takes interface 1
};

INSTANTIATE_TEST_SUITE_P(
    InEachPhase,
    OwnershipDeathTest,
    testing::Combine(testing::Values(0.5, 1.5, 2.5, 3.5),
                     testing::Values(Victim::TAKER, Victim::IGMP, Victim::NODE)));

TEST_P(OwnershipDeathTest, REG_5_REG_6_TheChangeComesToItsEnd)
{
    m_igmp = &Owner(IGMP_PROTOCOL_ID, {1});
    m_pim = &Registered(PIM);
    SetAttribute("OwnershipChangeDuration", "ns3::ConstantRandomVariable[Constant=1]");
    SetAttribute("CallbackCost", "ns3::ConstantRandomVariable[Constant=1]");
    EXPECT_EQ(m_pim->Take(1), Status::NO_ERROR);
    const auto [time, victim] = GetParam();
    RunUntil(Seconds(time));
    Kill(victim);
    RunUntil(Seconds(20));
    EXPECT_TRUE(m_manager->IsIdle());
    ClientId id;
    const Status found = m_manager->GetProtocolOnInterface({1}, id);
    if (victim == Victim::NODE)
    {
        EXPECT_EQ(found, Status::ERROR_NOT_FOUND);
        return;
    }
    ASSERT_EQ(found, Status::NO_ERROR) << "OWN-6: the other one is there";
    EXPECT_EQ(id, victim == Victim::TAKER ? ClientId(*m_igmp) : ClientId(*m_pim));
    auto& dvmrp = Registered(DVMRP);
    EXPECT_EQ(dvmrp.Take(1),
              victim == Victim::TAKER ? Status::NO_ERROR : Status::ERROR_ALREADY_EXISTS);
}

} // namespace

} // namespace mgm
} // namespace ns3
