/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_REFERENCE_MODEL_H
#define MGM_REFERENCE_MODEL_H

#include "mgm-reference-tables.h"

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup tests
 * @brief The group manager once more, written from the rules, not from its code, as plainly as can
 * be.
 *
 * It judges the manager step by step: it is told what clients call, each change of a table in the
 * instant in which the manager makes it, each look at a route, and each callback. A change of a
 * table must follow from a call, a callback must follow from the changes, and what follows must
 * have been done when the call returns. It shares no code with the manager but the plain types.
 *
 * What clients are owed is a function of the tables (ReferenceTables::GetDebts). What they must be
 * alerted to is the change of that (AlertLedger, SourceTelling). So there is no case of ALR-1 to
 * ALR-3, ALR-7 and MBR-4 that it leaves out.
 *
 * What the specification leaves open, and the model allows:
 * * in which order alerts of one change come, if they are of several (s,g) or were withheld; which
 *   of several clients' alerts come first, beyond ALR-5;
 * * in a change of owner, whether the client that answers so far still does until DISABLE has
 *   returned, and whether the new one does before ENABLE has: (s,g) alerts may come at any moment
 *   of the call;
 * * which interface a PRUNE_ALERT names that is due to a change of who answers;
 * * when the manager looks at routes that change without notice. A view that says nothing breaks
 *   MulticastRib's rule. What must still hold: a JOIN_ALERT for (s,g) goes to the client that
 *   answers by the route of that moment, and so a change of M from 0 to 1 is a look; what any look
 *   at the route to s shows is told for every (s,g) before the call returns, as is everything when
 *   a view says that routes have changed; before that, either of the two owners may be the one
 *   that is told, and never both;
 * * which of several errors is told;
 * * an alert withheld under a cover that cancels out may be repeated, if the client has read a part
 *   of an enumeration at any time under that cover;
 * * the order in which memberships that go together are deleted.
 */
class ReferenceModel
{
  public:
    /// Number of a client: of its registration, from 1.
    using Number = ReferenceTables::Number;
    /// Who holds what where.
    using Membership = ReferenceTables::Membership;

    /// @param setup what the sequence takes place in
    explicit ReferenceModel(const RandomSetup& setup);

    /// @return what there is
    const ReferenceTables& GetTables() const
    {
        return m_tables;
    }

    /// @return what each client is owed, by number
    const std::vector<Debts>& GetDebts() const
    {
        return m_debts;
    }

    /// @return what was wrong first; empty if nothing was
    const std::string& GetWrong() const
    {
        return m_wrong;
    }

    /// @return the number of the last change
    uint64_t GetChange() const
    {
        return m_change;
    }

    /// @brief Notes that something is wrong.
    /// @param wrong what
    void Blame(const std::string& wrong);

    /**
     * @name Calls that the manager must accept
     * @{
     */
    Number Register(uint32_t slot);
    void BeginDeRegister(Number client);
    void EndDeRegister(Number client);
    void BeginFail(Number client);
    void EndFail(Number client);
    void BeginOwnership(Number client, uint32_t interface, bool takes, int64_t now);
    void EndOwnership(Number client, uint32_t interface);
    void BeginMembership(const Membership& membership, bool adds);
    void EndMembership();
    /// REG-6
    void Crash();
    /** @} */

    /**
     * @name What is seen of the manager
     * @{
     */
    void SeeMembership(const Membership& membership, bool adds);
    void SeeChange(uint32_t interface, std::string_view state, int64_t now);
    void SeeOwner(uint32_t interface, Number owner, int64_t now);
    void SeeIgmp(uint32_t interface, Number igmp);
    void SeeLookup(uint32_t source);
    void SeeCallback(Number client, const ClientEvent& event);
    void SeeCallbackReturn(Number client, const ClientEvent& event);
    void SeeEnumeration(Number client, bool whole, uint64_t begun);
    /** @} */

    /**
     * @brief The interface towards a source has changed.
     * @param source index of the source
     * @param interface the interface; 0: there is no route
     */
    void MoveRoute(uint32_t source, uint32_t interface);

    /// @brief The view of the routes says that the one to a source may have changed.
    /// @param source index of the source
    void NoticeRoute(uint32_t source);

    /// @brief The same of all sources.
    void NoticeRoutes();

    /**
     * @brief A call returns: what it gave must have been done.
     * @param since number of the first change that it may have made
     */
    void CheckReturn(uint64_t since);

    /**
     * @brief The step is over: everything must have been done but changes of owner that last.
     * @param now time [ns]
     */
    void Settle(int64_t now);

    /// @return whether a client is covered and changes are being withheld from it
    bool IsWithholding(Number client) const;

  private:
    /// An Add or Delete in progress.
    struct MembershipCall
    {
        Membership membership; ///< what it changes
        bool adds;             ///< which of the two
        bool due;              ///< whether the change is still to be seen
        bool valid;            ///< whether the node has not crashed since
    };

    bool IsCallable(Number client) const;
    bool IsBracketOpen(uint32_t interface) const;
    bool MayDelete(const Membership& membership) const;
    bool BeginsTelling(uint32_t key) const;
    bool IsMadeByCall(const Membership& membership, bool adds);
    void BeginOnBehalf(uint32_t interface, int64_t now);
    void CheckDeleted(uint32_t interface);
    void CheckOrder(Number client);
    void BeginDisable(Number client, uint32_t interface);
    void BeginEnable(Number client, uint32_t interface);
    void EndEnable(Number client, uint32_t interface);
    void Follow(uint32_t deletedOn = 0);

    RandomSetup m_setup;                 ///< what it takes place in
    ReferenceTables m_tables;            ///< what there is
    std::vector<Debts> m_debts;          ///< what each client is owed
    std::vector<AlertLedger> m_ledgers;  ///< what each client is told
    std::vector<MembershipCall> m_calls; ///< Adds and Deletes in progress, innermost last
    std::set<std::pair<Number, uint32_t>> m_igmpCalls; ///< Takes and Releases of IGMP in progress
    std::set<Number> m_leaving;                        ///< clients whose DeRegister is in progress
    uint64_t m_change{0};                              ///< number of the last change
    std::string m_wrong;                               ///< what was wrong first
};

} // namespace mgm
} // namespace ns3

#endif // MGM_REFERENCE_MODEL_H
