/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-pim-oracle-player.h"

#include <algorithm>
#include <memory>

namespace ns3
{
namespace mgm
{

PimOraclePlayer::PimOraclePlayer(const PimOracleSetup& setup, uint64_t seed)
    : m_router(std::make_shared<const PimOracleSetup>(setup)),
      m_seed(seed)
{
}

/// The generator splitmix64.
uint32_t
PimOraclePlayer::Pick(uint32_t options)
{
    m_seed += 0x9E3779B97F4A7C15;
    auto bits = m_seed;
    bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9;
    bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EB;
    return static_cast<uint32_t>((bits ^ (bits >> 31)) % options);
}

/// Often at an end of the interval.
PimOracleTime
PimOraclePlayer::TimeOf(const PimOracleRandom& random)
{
    const Moment moment{random.from,
                        random.until,
                        random.kind,
                        random.interface,
                        random.key.source,
                        random.key.group};
    const auto found = m_moments.find(moment);
    if (found != m_moments.end())
    {
        return std::max(found->second, m_router.GetWorld().now);
    }
    const auto length = static_cast<uint32_t>((random.until - random.from) / 1000000);
    auto time = random.from + PimOracleTime{Pick(length + 1)} * 1000000;
    const auto where = Pick(8);
    time = where == 0 ? random.from : where == 1 ? random.until : time;
    m_moments[moment] = std::max(time, m_router.GetWorld().now);
    return m_moments[moment];
}

PimOracleTime
PimOraclePlayer::GetNext()
{
    auto next = PIM_ORACLE_NEVER;
    for (const auto& due : m_router.GetTimers())
    {
        next = std::min(next, due.time);
    }
    for (const auto& random : m_router.GetRandoms())
    {
        next = std::min(next, TimeOf(random));
    }
    return next;
}

/// Does one thing that is due, if any is due until then.
bool
PimOraclePlayer::DoNext(PimOracleTime limit, PimOracleObservation& done)
{
    const auto next = GetNext();
    if (next > limit)
    {
        return false;
    }
    std::vector<PimOracleDue> timers = m_router.GetTimers();
    std::vector<PimOracleRandom> randoms = m_router.GetRandoms();
    const auto isTimerLater = [next](const auto& due) { return due.time != next; };
    const auto isRandomLater = [&](const auto& random) { return TimeOf(random) != next; };
    timers.erase(std::remove_if(timers.begin(), timers.end(), isTimerLater), timers.end());
    randoms.erase(std::remove_if(randoms.begin(), randoms.end(), isRandomLater), randoms.end());
    const auto choice = Pick(static_cast<uint32_t>(timers.size() + randoms.size()));
    m_router.BeginStep();
    if (choice < timers.size())
    {
        m_router.Fire(timers[choice], *this);
    }
    else
    {
        m_router.FireRandom(randoms[choice - timers.size()], next, *this);
    }
    Collect(next, done);
    return true;
}

/// Fills in what is open.
void
PimOraclePlayer::Collect(PimOracleTime time, PimOracleObservation& done)
{
    for (const auto& expected : m_router.GetWorld().sent)
    {
        auto message = expected.message;
        message.time = time;
        message.holdtime += expected.isHoldtimeOpen ? Pick(5) : 0;
        if (expected.isOriginatorOpen)
        {
            message.originator = m_router.GetWorld().GetAddress(1);
        }
        if (expected.isGenerationOpen)
        {
            message.generation = 1;
        }
        done.sent.push_back(message);
    }
}

PimOracleObservation
PimOraclePlayer::Step(const PimOracleEvent& event)
{
    PimOracleObservation done;
    while (DoNext(event.time - 1, done))
    {
    }
    while (Pick(2) == 1 && DoNext(event.time, done))
    {
    }
    m_router.BeginStep();
    m_router.Apply(event, *this);
    Collect(event.time, done);
    done.copies = m_router.GetWorld().copies;
    while (Pick(2) == 1 && DoNext(event.time, done))
    {
    }
    done.views.emplace();
    for (const auto& [key, entry] : m_router.GetEntries())
    {
        done.views->emplace(key, entry.GetView());
    }
    for (const auto& random : m_router.GetRandoms())
    {
        if (random.kind == PimOracleKind::JOIN)
        {
            done.views->at(random.key).override = TimeOf(random);
        }
    }
    return done;
}

} // namespace mgm
} // namespace ns3
