/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-pim-oracle-judge.h"

#include <algorithm>
#include <memory>
#include <set>
#include <sstream>

namespace ns3
{
namespace mgm
{

namespace
{

/// Does something with a model in each way that is open.
template <typename Deed, typename Take>
void
ExplorePimOracle(const PimOracleRouter& model, Deed deed, Take take)
{
    PimOraclePath path;
    do
    {
        auto copy = model;
        deed(copy, path);
        take(std::move(copy));
    } while (path.Advance());
}

/// @return whether each message that is expected was sent
bool
AreAllSent(const std::vector<PimOracleExpectation>& expected,
           const std::vector<PimOracleMessage>& sent)
{
    std::vector<bool> used(sent.size());
    for (const auto& expectation : expected)
    {
        std::size_t i = 0;
        while (i < sent.size() && (used[i] || !expectation.Allows(sent[i])))
        {
            ++i;
        }
        if (i == sent.size())
        {
            return false;
        }
        used[i] = true;
    }
    return true;
}

/// @return kinds of the messages on an interface
template <typename Messages, typename Get>
std::vector<PimOracleKind>
KindsOn(uint32_t interface, const Messages& messages, Get get)
{
    std::vector<PimOracleKind> kinds;
    for (const auto& item : messages)
    {
        if (get(item).interface == interface)
        {
            kinds.push_back(get(item).kind);
        }
    }
    return kinds;
}

/// @return whether a Hello that is expected before other messages was sent before them; the order
/// of others is open
bool
AreHellosFirst(const PimOracleRouter& model, const std::vector<PimOracleMessage>& sent)
{
    const auto& world = model.GetWorld();
    for (uint32_t interface = 1; interface <= world.CountInterfaces(); ++interface)
    {
        const auto due = KindsOn(
            interface,
            world.sent,
            [](const auto& item) -> const auto& { return item.message; });
        const auto done = KindsOn(
            interface,
            sent,
            [](const auto& item) -> const auto& { return item; });
        if (!due.empty() && due.front() == PimOracleKind::HELLO && done.front() != due.front())
        {
            return false;
        }
    }
    return true;
}

bool
IsExactly(const PimOracleRouter& model, const std::vector<PimOracleMessage>& sent)
{
    const auto& expected = model.GetWorld().sent;
    return expected.size() == sent.size() && AreAllSent(expected, sent) &&
           AreHellosFirst(model, sent);
}

/// Keeps one of those that are alike.
void
Unite(std::vector<PimOracleRouter>& models)
{
    if (models.size() < 2)
    {
        return;
    }
    std::set<std::string> known;
    const auto isKnown = [&](const auto& model) { return !known.insert(model.Dump()).second; };
    models.erase(std::remove_if(models.begin(), models.end(), isKnown), models.end());
}

std::string
SecondsOf(PimOracleTime time)
{
    return std::to_string(static_cast<double>(time) / PIM_ORACLE_SECOND) + "s";
}

bool
IsAllowed(const PimOracleRouter& model, const std::map<PimOracleKey, PimOracleView>& views)
{
    const auto& entries = model.GetEntries();
    const bool areKnown = std::all_of(views.begin(), views.end(), [&](const auto& item) {
        const PimOracleEntry fresh(model.GetWorld(), item.first);
        const auto found = entries.find(item.first);
        return (found != entries.end() ? found->second : fresh).Allows(item.second);
    });
    const bool mayForget = model.GetWorld().GetSetup().mayForget;
    return areKnown && std::all_of(entries.begin(), entries.end(), [&](const auto& item) {
               const PimOracleEntry fresh(model.GetWorld(), item.first);
               return views.count(item.first) > 0 ||
                      (item.second.IsIdle() &&
                       (mayForget || item.second.GetView() == fresh.GetView()));
           });
}

} // namespace

PimOracleJudge::PimOracleJudge(const PimOracleSetup& setup)
{
    m_models.emplace_back(std::make_shared<const PimOracleSetup>(setup));
}

std::string
PimOracleJudge::Step(const PimOracleEvent& event, const PimOracleObservation& seen)
{
    if (m_isLost)
    {
        return "";
    }
    const auto started = GetModel();
    std::map<PimOracleTime, Messages> instants;
    instants[event.time];
    const bool comparesHellos = GetModel().GetWorld().GetSetup().comparesHellos;
    for (const auto& message : seen.sent)
    {
        if (comparesHellos || message.kind != PimOracleKind::HELLO)
        {
            instants[message.time].push_back(message);
        }
    }
    if (instants.begin()->first < GetModel().GetWorld().now ||
        instants.rbegin()->first > event.time)
    {
        return "a message was sent before the last event, or after this one\n";
    }
    for (const auto& [time, messages] : instants)
    {
        const auto* now = time == event.time ? &event : nullptr;
        const auto wrong = JudgeInstant(time, messages, now);
        if (m_isLost || !wrong.empty())
        {
            m_models.assign(1, started);
            return m_isLost ? "" : wrong;
        }
        CountRows();
    }
    return JudgeStates(seen);
}

void
PimOracleJudge::CountRows()
{
    for (const auto row : m_models.front().GetWorld().rows)
    {
        m_rows.Count(row);
    }
}

std::string
PimOracleJudge::JudgeInstant(PimOracleTime time, const Messages& seen, const PimOracleEvent* event)
{
    m_missed.clear();
    Reach(time);
    if (m_models.empty())
    {
        return m_missed;
    }
    Close(time, seen);
    if (event != nullptr)
    {
        Happen(*event, seen);
        Close(time, seen);
    }
    m_isLost = m_models.size() > MAX_MODELS;
    const auto reached = m_models;
    const auto differs = [&seen](const auto& model) { return !IsExactly(model, seen); };
    m_models.erase(std::remove_if(m_models.begin(), m_models.end(), differs), m_models.end());
    Unite(m_models);
    return m_models.empty() ? Explain(time, seen, reached) : "";
}

/// Lets an event happen to all models. If none of them sends only what was sent, they all stay, to
/// be explained.
void
PimOracleJudge::Happen(const PimOracleEvent& event, const Messages& seen)
{
    Models after;
    Models wrong;
    for (const auto& model : m_models)
    {
        ExplorePimOracle(
            model,
            [&event](auto& copy, auto& path) { copy.Apply(event, path); },
            [&](auto&& copy) {
                auto& taken = AreAllSent(copy.GetWorld().sent, seen) ? after : wrong;
                taken.push_back(std::move(copy));
            });
    }
    m_models = after.empty() ? std::move(wrong) : std::move(after);
    Unite(m_models);
}

std::string
PimOracleJudge::JudgeStates(const PimOracleObservation& seen)
{
    const auto before = m_models;
    const auto differs = [&seen](const auto& model) {
        return (seen.copies && *seen.copies != model.GetWorld().copies) ||
               (seen.views && !IsAllowed(model, *seen.views));
    };
    m_models.erase(std::remove_if(m_models.begin(), m_models.end(), differs), m_models.end());
    if (!m_models.empty())
    {
        return "";
    }
    std::ostringstream os;
    os << "states differ, seen: copies " << seen.copies.value_or(0) << '\n';
    for (const auto& [key, view] : seen.views.value_or(std::map<PimOracleKey, PimOracleView>{}))
    {
        os << "  " << key << ' ' << view << '\n';
    }
    os << "but " << before.size() << " models have, the first and the last:\n"
       << before.front().Dump() << "or\n"
       << before.back().Dump();
    m_models = before;
    return os.str();
}

/// Lets time pass in all models, up to an instant, without anything being sent before.
void
PimOracleJudge::Reach(PimOracleTime time)
{
    Models reached;
    for (auto& model : m_models)
    {
        model.BeginStep();
    }
    while (!m_models.empty())
    {
        Models later;
        for (const auto& model : m_models)
        {
            PassTime(model, time, reached, later);
        }
        m_models = std::move(later);
        Unite(m_models);
    }
    m_models = std::move(reached);
    Unite(m_models);
}

/// Lets the next timers of a model expire, in any order.
void
PimOracleJudge::PassTime(const PimOracleRouter& model,
                         PimOracleTime time,
                         Models& reached,
                         Models& later)
{
    const auto timers = model.GetTimers();
    auto next = time;
    for (const auto& due : timers)
    {
        next = std::min(next, due.time);
    }
    for (const auto& random : model.GetRandoms())
    {
        if (random.until < next)
        {
            m_missed = "expected by " + SecondsOf(random.until) +
                       (random.kind == PimOracleKind::HELLO ? ": Hello" : ": Join") + " on " +
                       std::to_string(random.interface) + '\n' + model.Dump();
            return;
        }
    }
    if (next == time)
    {
        reached.push_back(model);
        return;
    }
    for (const auto& due : timers)
    {
        if (due.time == next)
        {
            ExplorePimOracle(
                model,
                [&due](auto& copy, auto& path) { copy.Fire(due, path); },
                [&](auto&& copy) {
                    if (copy.GetWorld().sent.empty())
                    {
                        later.push_back(std::move(copy));
                        return;
                    }
                    m_missed = "expected at " + SecondsOf(next) + ":\n" + copy.Dump();
                });
        }
    }
}

/// Adds what may have happened in an instant so far: timers that are due, and random moments of
/// messages that were sent.
void
PimOracleJudge::Close(PimOracleTime time, const Messages& seen)
{
    std::set<std::string> known;
    for (std::size_t i = 0; i < m_models.size() && m_models.size() <= MAX_MODELS; ++i)
    {
        Models more;
        Extend(m_models[i], time, seen, more);
        for (auto& model : more)
        {
            if (AreAllSent(model.GetWorld().sent, seen) && known.insert(model.Dump()).second)
            {
                m_models.push_back(std::move(model));
            }
        }
    }
}

void
PimOracleJudge::Extend(const PimOracleRouter& model,
                       PimOracleTime time,
                       const Messages& seen,
                       Models& models) const
{
    const auto take = [&](auto&& copy) { models.push_back(std::move(copy)); };
    for (const auto& due : model.GetTimers())
    {
        if (due.time == time)
        {
            ExplorePimOracle(
                model,
                [&due](auto& copy, auto& path) { copy.Fire(due, path); },
                take);
        }
    }
    for (const auto& random : model.GetRandoms())
    {
        const bool isSeen = std::any_of(seen.begin(), seen.end(), [&](const auto& message) {
            return message.kind == random.kind && message.interface == random.interface;
        });
        if (isSeen && random.from <= time && time <= random.until)
        {
            ExplorePimOracle(
                model,
                [&](auto& copy, auto& path) { copy.FireRandom(random, time, path); },
                take);
        }
    }
}

std::string
PimOracleJudge::Explain(PimOracleTime time, const Messages& seen, const Models& models) const
{
    std::ostringstream os;
    os << "at " << SecondsOf(time) << " sent:\n";
    for (const auto& message : seen)
    {
        os << "  " << message << '\n';
    }
    os << "but " << models.size() << " models expect, the first and the last:\n";
    for (const auto* model : {&models.front(), &models.back()})
    {
        for (const auto& expected : model->GetWorld().sent)
        {
            os << "  " << expected.message << '\n';
        }
        os << "in\n" << model->Dump();
    }
    return os.str();
}

} // namespace mgm
} // namespace ns3
