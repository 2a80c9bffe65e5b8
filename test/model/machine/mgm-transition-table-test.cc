/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-test-fixture.h"

#include "ns3/mgm-transition-table.h"
#include "ns3/node.h"

#include <vector>

namespace ns3
{
namespace mgm
{

namespace
{

/// @brief A door.
enum class DoorState : uint8_t
{
    CLOSED,
    OPEN,
    COUNT,
};

enum class DoorEvent : uint8_t
{
    PUSH,
    PULL,
    COUNT,
};

enum class DoorAction : uint8_t
{
    NONE,
    CREAK,
    COUNT,
};

constexpr std::string_view
ToString(DoorState state)
{
    return state == DoorState::CLOSED ? "CLOSED" : "OPEN";
}

constexpr std::string_view
ToString(DoorEvent event)
{
    return event == DoorEvent::PUSH ? "PUSH" : "PULL";
}

constexpr std::string_view
ToString(DoorAction action)
{
    return action == DoorAction::NONE ? "" : "creak";
}

using S = DoorState;
using E = DoorEvent;
using A = DoorAction;

constexpr auto DOOR = MakeTransitionTable<S, E, A>({
    {S::CLOSED, E::PUSH, A::CREAK, S::OPEN, "manual 1"},
    {S::CLOSED, E::PULL, A::NONE, S::CLOSED, "ignored"},
    {S::OPEN, E::PUSH, A::NONE, S::OPEN, "ignored"},
    {S::OPEN, E::PULL, A::CREAK, S::CLOSED, "manual 2"},
});
static_assert(DOOR.IsDeterministic());
static_assert(DOOR.IsTotal());
static_assert(DOOR.Find(S::OPEN, E::PULL)->to == S::CLOSED);
static_assert(DOOR.GetRows().size() == 4);

constexpr auto AMBIGUOUS = MakeTransitionTable<S, E, A>({
    {S::CLOSED, E::PUSH, A::CREAK, S::OPEN, ""},
    {S::CLOSED, E::PUSH, A::NONE, S::CLOSED, ""},
});
static_assert(!AMBIGUOUS.IsDeterministic());

constexpr auto GAPPY = MakeTransitionTable<S, E, A>({
    {S::CLOSED, E::PUSH, A::CREAK, S::OPEN, ""},
    {S::OPEN, E::PULL, A::CREAK, S::CLOSED, ""},
});
static_assert(GAPPY.IsDeterministic());
static_assert(!GAPPY.IsTotal());
static_assert(GAPPY.Find(S::OPEN, E::PUSH) == nullptr);

static_assert(sizeof(StateMachine<DOOR>) == sizeof(DoorState), "a machine is its state alone");

/// @brief A door on a node that is traced.
class StateMachineTest : public MgmTest
{
  protected:
    void SetUp() override
    {
        MgmTest::SetUp();
        m_tracer = Tracer::Of(CreateObject<Node>());
    }

    /// @brief Connects to the tracer. @return nothing
    void Listen()
    {
        m_tracer->TraceConnectWithoutContext(
            "Record",
            Callback<void, const TraceRecord&>(
                [this](const TraceRecord& r) { m_seen.push_back(r); }));
    }

    /// @param event the event that happens
    /// @return the action that is performed
    DoorAction Step(DoorEvent event)
    {
        auto performed = DoorAction::COUNT;
        m_door.Step(event,
                    {*m_tracer, "Door", ClientId{7, 1}, "porter", InterfaceId{3}, SourceGroup{}},
                    [&](DoorAction action) {
                        performed = action;
                        m_causeInAction = TraceContext::Get().GetCause();
                        m_stateInAction = m_door.Get();
                    });
        return performed;
    }

    Ptr<Tracer> m_tracer;
    StateMachine<DOOR> m_door;
    std::vector<TraceRecord> m_seen;
    uint64_t m_causeInAction{0};
    DoorState m_stateInAction{};
};

TEST_F(StateMachineTest, StartsInTheFirstState)
{
    EXPECT_EQ(m_door.Get(), DoorState::CLOSED);
}

TEST_F(StateMachineTest, EveryRowSetsItsStateAndPerformsItsAction)
{
    EXPECT_EQ(Step(DoorEvent::PULL), DoorAction::NONE);
    EXPECT_EQ(m_door.Get(), DoorState::CLOSED);
    EXPECT_EQ(Step(DoorEvent::PUSH), DoorAction::CREAK);
    EXPECT_EQ(m_door.Get(), DoorState::OPEN);
    EXPECT_EQ(Step(DoorEvent::PUSH), DoorAction::NONE);
    EXPECT_EQ(m_door.Get(), DoorState::OPEN);
    EXPECT_EQ(Step(DoorEvent::PULL), DoorAction::CREAK);
    EXPECT_EQ(m_door.Get(), DoorState::CLOSED);
}

TEST_F(StateMachineTest, StateIsSetBeforeTheAction)
{
    Step(DoorEvent::PUSH);
    EXPECT_EQ(m_stateInAction, DoorState::OPEN);
}

TEST_F(StateMachineTest, TracesOldEventActionNewAndSource)
{
    Listen();
    Step(DoorEvent::PUSH);
    ASSERT_EQ(m_seen.size(), 1U);
    const auto& record = m_seen.front();
    EXPECT_EQ(record.kind, TraceKind::STATE);
    EXPECT_EQ(record.op, "Door");
    EXPECT_EQ(record.client, (ClientId{7, 1}));
    EXPECT_EQ(record.clientName, "porter");
    EXPECT_EQ(record.interface, InterfaceId{3});
    EXPECT_EQ(record.oldState, "CLOSED");
    EXPECT_EQ(record.event, "PUSH");
    EXPECT_EQ(record.action, "creak");
    EXPECT_EQ(record.newState, "OPEN");
    EXPECT_EQ(record.detail, "manual 1");
}

TEST_F(StateMachineTest, TheRecordCausesWhatTheActionDoes)
{
    Listen();
    Step(DoorEvent::PUSH);
    ASSERT_EQ(m_seen.size(), 1U);
    EXPECT_EQ(m_causeInAction, m_seen.front().seq);
    EXPECT_EQ(TraceContext::Get().GetCause(), 0U);
}

TEST_F(StateMachineTest, AdvancesWithoutATrace)
{
    Listen();
    const auto& row = m_door.Advance(DoorEvent::PUSH);
    EXPECT_EQ(row.action, DoorAction::CREAK);
    EXPECT_EQ(m_door.Get(), DoorState::OPEN);
    EXPECT_TRUE(m_seen.empty());
}

TEST_F(StateMachineTest, ItsUserMayDecideWhatIsTraced)
{
    Listen();
    const MachineSubject subject{*m_tracer, "Gate", {}, {}, {}, {}};
    m_door.StepAs(
        DoorEvent::PUSH,
        [&](const auto& row) {
            return TraceTransition(subject, {"SHUT", ToString(row.event), "", "WIDE", "mine"});
        },
        [](DoorAction) {});
    const auto untraced = [](const auto&) { return uint64_t{0}; };
    m_door.StepAs(DoorEvent::PULL, untraced, [](DoorAction) {});
    EXPECT_EQ(m_door.Get(), DoorState::CLOSED);
    ASSERT_EQ(m_seen.size(), 1U);
    EXPECT_EQ(m_seen.front().op, "Gate");
    EXPECT_EQ(m_seen.front().oldState, "SHUT");
    EXPECT_EQ(m_seen.front().event, "PUSH");
    EXPECT_EQ(m_seen.front().newState, "WIDE");
}

TEST_F(StateMachineTest, WorksWithoutAListener)
{
    EXPECT_EQ(Step(DoorEvent::PUSH), DoorAction::CREAK);
    EXPECT_EQ(m_door.Get(), DoorState::OPEN);
}

} // namespace

} // namespace mgm
} // namespace ns3
