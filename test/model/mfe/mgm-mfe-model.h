/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_MFE_MODEL_H
#define MGM_MFE_MODEL_H

#include "mgm-mfe-entry-model.h"
#include "mgm-mfe-router-model.h"
#include "mgm-mfe-step.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace ns3
{
namespace mgm
{

/// A call that a client makes in a callback, while another call is under way.
struct MfeInnerCall
{
    MfeStep step;  ///< the call
    Status answer; ///< what the manager answers
};

/**
 * @ingroup tests
 * @brief The forwarding entries once more, written from REG-1 to MFE-9 alone, in set algebra.
 *
 * No outgoing list is updated anywhere: it is computed anew from memberships and marks after each
 * change, and what is alerted follows from comparing before and after. An expired entry is an
 * entry that the forwarder does not have: everything else is the same as if it had not expired.
 *
 * Only changes of owner take time. Events are those about entries: no LOCAL_JOIN, no alerts of
 * memberships, no brackets. MfeEntryModel says what the rules leave open for one entry. Open is
 * besides:
 *
 * - a client that calls in a callback of a change of owner: after how many of the deletions of that
 *   change its call takes effect. SetInner() says so, and the harness tries them all. If it fails,
 *   what it still hears of that change is open;
 * - with posted callbacks, whether the interfaces of a client that failed are released strictly in
 *   order, or those with a bracket after those without;
 * - which expired entry is the oldest one of several that expired in the same instant, or whether
 *   there are too many of them, if that depends on something open.
 *
 * Not compared here: alerts of memberships, LOCAL_JOIN, LOCAL_LEAVE and brackets, which
 * ReferenceModel compares; and traces, which the checker judges.
 */
class MfeModel
{
  public:
    /// Interfaces of the router.
    using Interfaces = MfeRouterModel::Interfaces;
    /// Where a source is.
    using Route = MfeRouterModel::Route;

    /// No client.
    static constexpr uint32_t NOBODY = MfeRouterModel::NOBODY;

    /**
     * @param setup what the sequence takes place in
     * @param keys all sources and groups that there are
     */
    MfeModel(const MfeSetup& setup, const std::vector<SourceGroup>& keys);

    bool operator==(const MfeModel& other) const
    {
        return m_router == other.m_router && m_entries == other.m_entries;
    }

    /// Forgets what was seen in the last step.
    void BeginStep();

    /**
     * @brief A call is made inside the next one.
     * @param call the call
     * @param place after how many deletions it takes effect
     */
    void SetInner(const MfeInnerCall& call, uint32_t place);

    /// @return whether the inner call, if any, has been made and got the right answer
    bool IsInnerRight() const
    {
        return m_isInnerRight;
    }

    /**
     * @brief A client calls the manager.
     * @param step the call
     * @param answer what the manager answers, which is right if any of several answers is
     * @return what it should answer
     */
    Status Call(const MfeStep& step, Status answer);

    /**
     * @name What else happens
     * @{
     */
    void Packet(const SourceGroup& key, uint32_t arrival, bool mayLeave = true);
    void SetRoute(Ipv4Address source, const Route& route);
    void SetStaticRoute(Ipv4Address source, const std::optional<Route>& route);
    void SetUp(uint32_t interface, bool isUp);
    void Notice();
    void NoticeSource(Ipv4Address source, bool isTold);
    void Crash();
    void AdvanceTo(int64_t now);

    /** @} */

    /// @return the router
    const MfeRouterModel& GetRouter() const
    {
        return m_router;
    }

    /// @return the entries, one for each source and group
    const std::vector<MfeEntryModel>& GetEntries() const
    {
        return m_entries;
    }

    /// @return whether there may be an entry, in use or expired
    bool MayExist(const SourceGroup& key) const;

    /// @return an entry
    MfeEntryModel& EntryOf(const SourceGroup& key);

  private:
    Status Register(uint32_t slot);
    Status DeRegister(uint32_t slot);
    Status Fail(uint32_t slot);
    Status Take(uint32_t slot, uint32_t interface);
    Status Release(uint32_t slot, uint32_t interface);
    Status Change(const MfeStep& step);
    Status SetMfe(const MfeStep& step, Status answer);

    void Touch();
    void PassPoint();
    void BeginChange(uint32_t slot, uint32_t interface, bool takes);
    void FinishChange(uint32_t interface);
    void ReleaseIgmp(uint32_t slot, uint32_t interface);
    void ChangeHolder(uint32_t interface, uint32_t before);
    void DeleteAll(uint32_t slot, uint32_t interface);
    void SetMembership(const MfeRouterModel::Membership& membership, bool exists);
    void Mark(const MfeStep& step);
    void Compare(uint32_t caller, uint32_t interface);
    void Expire(int64_t now);
    void KeepLimit();

    MfeRouterModel m_router;              ///< who has and wants what
    std::vector<MfeEntryModel> m_entries; ///< one for each source and group
    std::optional<MfeInnerCall> m_inner;  ///< a call that is to be made inside another
    uint32_t m_place{0};                  ///< after how many deletions
    bool m_isInnerRight{true};            ///< whether it was answered as expected
};

} // namespace mgm
} // namespace ns3

#endif // MGM_MFE_MODEL_H
