/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-alert-ledger.h"

#include <algorithm>
#include <sstream>
#include <utility>

namespace ns3
{
namespace mgm
{

namespace
{

using Op = ClientEvent::Op;

/// Whether a callback tells a client of local members on an interface of its own.
bool
IsLocal(Op op)
{
    return op == Op::LOCAL_JOIN || op == Op::LOCAL_LEAVE;
}

} // namespace

AlertLedger::AlertLedger(const Debts& debts)
    : m_debts(debts),
      m_told(debts.groups)
{
}

void
AlertLedger::Follow(const Debts& debts, const Cause& cause)
{
    const auto before = std::exchange(m_debts, debts);
    const bool covered = debts.groups[0];
    const auto changed = before.groups ^ debts.groups;
    if (changed[0])
    {
        Expect(0, covered, cause, true, true);
    }
    if (changed[0] && covered)
    {
        m_withheld.fill({});
        m_last.fill({});
        m_enumerated = false;
    }
    for (uint32_t key = 1; key < FIRST_SOURCE_KEY; ++key)
    {
        if (changed[key] && (covered || before.groups[0]))
        {
            Withhold(key, debts.groups[key], cause);
        }
        else if (changed[key])
        {
            Expect(key, debts.groups[key], cause, true, true);
        }
    }
    if (changed[0] && !covered)
    {
        EndCover(cause);
    }
    for (uint32_t key = FIRST_SOURCE_KEY; key < KEY_COUNT; ++key)
    {
        m_sources[key].Become(debts.sources[key], cause.interface);
    }
    ExpectLocal(before.local ^ debts.local, cause);
}

void
AlertLedger::Expect(uint32_t key, bool join, const Cause& cause, bool required, bool ordered)
{
    m_told[key] = join;
    m_expected.push_back({join ? Op::JOIN_ALERT : Op::PRUNE_ALERT,
                          key,
                          join ? 0 : cause.interface,
                          cause.change,
                          required,
                          ordered});
}

void
AlertLedger::ExpectLocal(const Debts::Local& changed, const Cause& cause)
{
    for (uint32_t i = 0; changed.any() && i < changed.size(); ++i)
    {
        if (changed[i])
        {
            m_expected.push_back({m_debts.local[i] ? Op::LOCAL_JOIN : Op::LOCAL_LEAVE,
                                  i % KEY_COUNT,
                                  i / KEY_COUNT,
                                  cause.change,
                                  true,
                                  false});
        }
    }
}

void
AlertLedger::Withhold(uint32_t key, bool join, const Cause& cause)
{
    auto& withheld = m_withheld[key];
    m_last[key] = Withheld{join, cause};
    if (!withheld.empty() && withheld.back().join != join && !withheld.back().sealed)
    {
        withheld.pop_back();
    }
    else
    {
        withheld.push_back({join, cause});
    }
}

/// The alerts belong to the change that ends the cover; a PRUNE_ALERT names the interface of the
/// entry that was deleted.
void
AlertLedger::EndCover(const Cause& cause)
{
    for (uint32_t key = 1; key < FIRST_SOURCE_KEY; ++key)
    {
        const auto& last = m_last[key];
        const bool differs = m_told[key] != m_debts.groups[key];
        const bool required = differs || !m_withheld[key].empty();
        if (last && (required || m_enumerated))
        {
            const Cause deletion{cause.change, last->cause.interface};
            Expect(key, m_debts.groups[key], deletion, required, false);
        }
    }
}

void
AlertLedger::Enumerate(bool whole, uint64_t begun)
{
    m_enumerated = true;
    for (auto& withheld : m_withheld)
    {
        if (whole && !withheld.empty() && withheld.back().cause.change <= begun)
        {
            withheld.back().sealed = true;
        }
    }
}

std::string
AlertLedger::Take(const ClientEvent& event)
{
    const auto key = IndexOfKey(event.key);
    m_taken.reset();
    if (key == KEY_COUNT)
    {
        return "names a group that nobody ever had";
    }
    const bool isAlert = event.op == Op::JOIN_ALERT || event.op == Op::PRUNE_ALERT;
    return isAlert && key >= FIRST_SOURCE_KEY ? TakeSource(event, key) : TakeExpected(event, key);
}

std::string
AlertLedger::TakeSource(const ClientEvent& event, uint32_t key)
{
    const bool join = event.op == Op::JOIN_ALERT;
    return m_sources[key].Tell(join, event.interface) ? "" : "ALR-3: is not owed to this client";
}

std::string
AlertLedger::TakeExpected(const ClientEvent& event, uint32_t key)
{
    const auto isIt = [&](const Expected& expected) {
        return expected.op == event.op && expected.key == key &&
               (!IsLocal(event.op) || expected.interface == event.interface);
    };
    const auto found = std::find_if(m_expected.begin(), m_expected.end(), isIt);
    if (found == m_expected.end())
    {
        return "ALR-1, ALR-2, ALR-7, MBR-4: is not owed to this client";
    }
    if (found->interface != 0 && found->interface != event.interface)
    {
        return "ALR-7: does not name the interface of the entry that was deleted, " +
               std::to_string(found->interface);
    }
    const auto taken = *found;
    const auto isOlder = [&](const Expected& expected) { return expected.change < taken.change; };
    if (std::any_of(m_expected.begin(), found, [&](const Expected& expected) {
            return expected.required && isOlder(expected);
        }))
    {
        return "comes before an alert of an earlier change";
    }
    if (taken.ordered)
    {
        m_taken = taken.change;
    }
    m_expected.erase(found);
    m_expected.erase(std::remove_if(m_expected.begin(), m_expected.end(), isOlder),
                     m_expected.end());
    return "";
}

bool
AlertLedger::IsOrdered(uint64_t change) const
{
    return std::any_of(m_expected.begin(), m_expected.end(), [&](const Expected& expected) {
        return expected.ordered && expected.change == change;
    });
}

std::string
AlertLedger::FindMissing(ClientId client, uint64_t since) const
{
    const auto missing =
        std::find_if(m_expected.begin(), m_expected.end(), [&](const Expected& expected) {
            return expected.required && expected.change >= since;
        });
    if (missing == m_expected.end())
    {
        return "";
    }
    std::ostringstream os;
    os << ClientEvent{client, missing->op, GetKey(missing->key), missing->interface};
    return os.str();
}

bool
AlertLedger::IsToldSources() const
{
    return std::all_of(m_sources.begin(), m_sources.end(), [](const SourceTelling& telling) {
        return telling.IsTold();
    });
}

KeySet
AlertLedger::GetToldSources() const
{
    KeySet told;
    for (uint32_t key = FIRST_SOURCE_KEY; key < KEY_COUNT; ++key)
    {
        told.set(key, m_sources[key].WasJoined());
    }
    return told;
}

void
AlertLedger::Settle()
{
    m_expected.clear();
    for (auto& telling : m_sources)
    {
        telling.Settle();
    }
}

bool
AlertLedger::IsWithholding() const
{
    return std::any_of(m_withheld.begin(), m_withheld.end(), [](const auto& withheld) {
        return !withheld.empty();
    });
}

} // namespace mgm
} // namespace ns3
