/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-test-fixture.h"

#include "ns3/mgm-deadline-timer.h"
#include "ns3/mgm-trace-context.h"
#include "ns3/simulator.h"

#include <memory>
#include <vector>

namespace ns3
{
namespace mgm
{

namespace
{

/// @brief A timer that notes when it expires.
class DeadlineTimerTest : public MgmTest
{
  protected:
    void SetUp() override
    {
        MgmTest::SetUp();
        m_timer = std::make_unique<DeadlineTimer>([this]() {
            m_expired.push_back(Simulator::Now());
            m_cause = TraceContext::Get().GetCause();
        });
    }

    void TearDown() override
    {
        m_timer.reset();
        MgmTest::TearDown();
    }

    /// @brief Does something later. @param at when @param what what
    template <typename What>
    void At(Time at, What what)
    {
        Simulator::Schedule(at, what);
    }

    std::unique_ptr<DeadlineTimer> m_timer;
    std::vector<Time> m_expired;
    uint64_t m_cause{0};
};

TEST_F(DeadlineTimerTest, ExpiresOnceAtItsDeadline)
{
    m_timer->Start(Seconds(3));
    Simulator::Run();
    EXPECT_EQ(m_expired, std::vector<Time>{Seconds(3)});
    EXPECT_FALSE(m_timer->IsRunning());
}

TEST_F(DeadlineTimerTest, CanBePutOff)
{
    m_timer->Start(Seconds(3));
    At(Seconds(2), [this]() { m_timer->Start(Seconds(3)); });
    Simulator::Run();
    EXPECT_EQ(m_expired, std::vector<Time>{Seconds(5)});
}

TEST_F(DeadlineTimerTest, CanBeMovedForward)
{
    m_timer->Start(Seconds(30));
    At(Seconds(2), [this]() { m_timer->Start(Seconds(3)); });
    Simulator::Run();
    EXPECT_EQ(m_expired, std::vector<Time>{Seconds(5)});
}

TEST_F(DeadlineTimerTest, LowerNeverPutsOff)
{
    m_timer->Start(Seconds(3));
    m_timer->Lower(Seconds(5));
    EXPECT_EQ(m_timer->GetRemaining(), Seconds(3));
    m_timer->Lower(Seconds(2));
    EXPECT_EQ(m_timer->GetRemaining(), Seconds(2));
    Simulator::Run();
    EXPECT_EQ(m_expired, std::vector<Time>{Seconds(2)});
}

TEST_F(DeadlineTimerTest, LowerStartsAStoppedTimer)
{
    m_timer->Lower(Seconds(5));
    Simulator::Run();
    EXPECT_EQ(m_expired, std::vector<Time>{Seconds(5)});
}

TEST_F(DeadlineTimerTest, DoesNotExpireWhenStopped)
{
    m_timer->Start(Seconds(3));
    At(Seconds(1), [this]() { m_timer->Stop(); });
    Simulator::Run();
    EXPECT_TRUE(m_expired.empty());
    EXPECT_EQ(m_timer->GetRemaining(), Time(0));
}

TEST_F(DeadlineTimerTest, StartsAnewAfterAStop)
{
    m_timer->Start(Seconds(3));
    m_timer->Stop();
    m_timer->Start(Seconds(4));
    Simulator::Run();
    EXPECT_EQ(m_expired, std::vector<Time>{Seconds(4)});
}

TEST_F(DeadlineTimerTest, DoesNotExpireWhenDestroyed)
{
    m_timer->Start(Seconds(3));
    At(Seconds(1), [this]() { m_timer.reset(); });
    Simulator::Run();
    EXPECT_TRUE(m_expired.empty());
}

TEST_F(DeadlineTimerTest, MayBeDestroyedByItsExpiry)
{
    auto timer = std::make_unique<DeadlineTimer>([]() {});
    timer = std::make_unique<DeadlineTimer>([this, &timer]() {
        timer.reset();
        m_expired.push_back(Simulator::Now());
    });
    timer->Start(Seconds(1));
    Simulator::Run();
    EXPECT_EQ(m_expired, std::vector<Time>{Seconds(1)});
}

TEST_F(DeadlineTimerTest, ManyRefreshesNeedOneEventAtATime)
{
    for (int second = 0; second < 1000; ++second)
    {
        At(Seconds(second), [this]() { m_timer->Start(Seconds(100)); });
    }
    Simulator::Run();
    EXPECT_EQ(m_expired, std::vector<Time>{Seconds(1099)});
    // 1000 events of this test and at most one check per 100 s, where cancelling would leave 1000.
    EXPECT_LE(Simulator::GetEventCount(), 1020U);
}

TEST_F(DeadlineTimerTest, ExpiryIsCausedByWhatLastSetTheDeadline)
{
    {
        const CauseScope scope(7);
        m_timer->Start(Seconds(1));
    }
    At(MilliSeconds(500), [this]() {
        const CauseScope scope(9);
        m_timer->Start(Seconds(1));
    });
    Simulator::Run();
    EXPECT_EQ(m_cause, 9U);
}

} // namespace

} // namespace mgm
} // namespace ns3
