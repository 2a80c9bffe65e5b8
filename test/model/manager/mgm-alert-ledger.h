/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_ALERT_LEDGER_H
#define MGM_ALERT_LEDGER_H

#include "mgm-random-call.h"
#include "mgm-source-telling.h"

#include <array>
#include <bitset>
#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <vector>

namespace ns3
{
namespace mgm
{

/// What a client is to know at a moment.
struct Debts
{
    /// Local members: index of the key, and KEY_COUNT times the index of the interface.
    using Local = std::bitset<KEY_COUNT*(MAX_INTERFACES + 1)>;

    KeySet groups; ///< the (*,*) and (*,g) that another client whose entries count holds
    std::array<Telling, KEY_COUNT> sources{}; ///< the (s,g), by index of the key
    Local local;                              ///< what IGMP has on interfaces that it owns
};

/// What changed debts.
struct Cause
{
    uint64_t change;    ///< number of the change, in order
    uint32_t interface; ///< index of the interface of the entry that was deleted; 0: none was
};

/**
 * @ingroup tests
 * @brief Judges the alerts that one client gets: JOIN_ALERT, PRUNE_ALERT, LOCAL_JOIN, LOCAL_LEAVE.
 *
 * They follow from the debts alone. The client is alerted when its debts change: ALR-1 and ALR-2
 * say nothing else, since N counts it only if it holds the group itself. While it is owed (*,*), it
 * is covered, and changes of (*,g) wait (ALR-7).
 *
 * A covered client's changes of one (*,g) form a list in which a join and a prune that follow each
 * other cancel out, unless it has enumerated from start to end between them. What is left when the
 * cover ends decides:
 * * the client is owed another thing than when it was told last: it must be told;
 * * the same, but changes are left: it must be told the last one, again;
 * * the same, and nothing is left: it may be told again if it enumerated at all, as a part of an
 *   enumeration counts or not.
 */
class AlertLedger
{
  public:
    /// @param debts what the client is owed when it registers; it is not told that
    explicit AlertLedger(const Debts& debts);

    /**
     * @brief Notes what the client is owed from now on.
     * @param debts that
     * @param cause what changed it
     */
    void Follow(const Debts& debts, const Cause& cause);

    /**
     * @brief Notes that the client began, read or ended a part of an enumeration.
     * @param whole whether it has now read all
     * @param begun number of the last change before it began
     */
    void Enumerate(bool whole, uint64_t begun);

    /**
     * @brief Notes an alert.
     * @param event the alert
     * @return what is wrong with it; empty if nothing is
     */
    std::string Take(const ClientEvent& event);

    /// @return number of the change whose alerts to several clients have an order, if the alert
    ///         taken last is one of them (ALR-5)
    const std::optional<uint64_t>& GetTakenChange() const
    {
        return m_taken;
    }

    /**
     * @param change number of a change
     * @return whether the client is still to be alerted because of it, in an order
     */
    bool IsOrdered(uint64_t change) const;

    /**
     * @brief Looks for alerts that did not come.
     * @param client the client
     * @param since number of the first change that matters
     * @return the first one; empty if there is none
     */
    std::string FindMissing(ClientId client, uint64_t since) const;

    /// @return whether the client has been told all about (s,g) that it is owed now, and no more
    bool IsToldSources() const;

    /// @return the (s,g) that the client has been told, and not told the end of
    KeySet GetToldSources() const;

    /// @brief Notes that the moment is over up to which alerts may be late.
    void Settle();

    /// @return whether changes of groups are being withheld
    bool IsWithholding() const;

  private:
    /// An alert to come.
    struct Expected
    {
        ClientEvent::Op op; ///< which
        uint32_t key;       ///< index of the key
        uint32_t interface; ///< the interface it names; 0: none, or that is left open
        uint64_t change;    ///< number of the change that gives it
        bool required;      ///< whether it must come
        bool ordered;       ///< whether ALR-5 orders it
    };

    /// A change that a covered client is not told of.
    struct Withheld
    {
        bool join;          ///< whether another client now holds the group
        Cause cause;        ///< what changed that
        bool sealed{false}; ///< whether the client has enumerated since
    };

    void Expect(uint32_t key, bool join, const Cause& cause, bool required, bool ordered);
    void ExpectLocal(const Debts::Local& local, const Cause& cause);
    void Withhold(uint32_t key, bool join, const Cause& cause);
    void EndCover(const Cause& cause);
    std::string TakeSource(const ClientEvent& event, uint32_t key);
    std::string TakeExpected(const ClientEvent& event, uint32_t key);

    Debts m_debts;                                           ///< what it is owed
    KeySet m_told;                                           ///< the groups it was or will be told
    std::deque<Expected> m_expected;                         ///< alerts to come, but for (s,g)
    std::array<SourceTelling, KEY_COUNT> m_sources;          ///< those for (s,g)
    std::array<std::vector<Withheld>, KEY_COUNT> m_withheld; ///< what is left of the changes
    std::array<std::optional<Withheld>, KEY_COUNT> m_last;   ///< the last change under this cover
    bool m_enumerated{false};                                ///< whether it did, under this cover
    std::optional<uint64_t> m_taken;                         ///< see GetTakenChange()
};

} // namespace mgm
} // namespace ns3

#endif // MGM_ALERT_LEDGER_H
