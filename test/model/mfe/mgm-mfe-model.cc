/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-mfe-model.h"

#include "ns3/mgm-multicast-group-manager.h"

#include <algorithm>
#include <utility>

namespace ns3
{
namespace mgm
{

MfeModel::MfeModel(const MfeSetup& setup, const std::vector<SourceGroup>& keys)
    : m_router(setup),
      m_entries(keys.begin(), keys.end())
{
}

void
MfeModel::BeginStep()
{
    m_inner.reset();
    m_isInnerRight = true;
    for (auto& entry : m_entries)
    {
        entry.BeginStep();
    }
}

void
MfeModel::SetInner(const MfeInnerCall& call, uint32_t place)
{
    m_inner = call;
    m_place = place;
    m_isInnerRight = false;
}

/// Something of a change of owner has been done; perhaps the inner call takes effect now.
void
MfeModel::PassPoint()
{
    if (!m_inner || m_place-- != 0)
    {
        return;
    }
    const auto inner = *m_inner;
    m_inner.reset();
    m_isInnerRight = Call(inner.step, inner.answer) == inner.answer;
}

Status
MfeModel::Call(const MfeStep& step, Status answer)
{
    using Verb = MfeStep::Verb;
    Touch();
    switch (step.verb)
    {
    case Verb::REGISTER:
        return Register(step.slot);
    case Verb::DEREGISTER:
        return DeRegister(step.slot);
    case Verb::FAIL:
        return Fail(step.slot);
    case Verb::TAKE:
        return Take(step.slot, step.interface);
    case Verb::RELEASE:
        return Release(step.slot, step.interface);
    case Verb::SET_MFE:
        return SetMfe(step, answer);
    default:
        return Change(step);
    }
}

Status
MfeModel::Register(uint32_t slot)
{
    const auto status = m_router.JudgeRegister(slot);
    if (status == Status::NO_ERROR)
    {
        m_router.Register(slot);
    }
    return status;
}

Status
MfeModel::DeRegister(uint32_t slot)
{
    const auto status = m_router.JudgeDeRegister(slot);
    if (status == Status::NO_ERROR)
    {
        m_router.Remove(slot);
    }
    return status;
}

/// REG-5. A change of owner that the client has begun ends without a new owner.
Status
MfeModel::Fail(uint32_t slot)
{
    if (!m_router.IsAlive(slot))
    {
        return Status::ERROR_INVALID_PARAMETER;
    }
    auto interfaces = m_router.Remove(slot);
    Touch();
    if (m_router.GetSetup().posted)
    {
        std::stable_partition(interfaces.begin(), interfaces.end(), [&](uint32_t interface) {
            return m_router.IgmpOf(interface) == NOBODY;
        });
    }
    for (const auto interface : interfaces)
    {
        if (MfeRouterModel::IsIgmp(slot))
        {
            ReleaseIgmp(slot, interface);
        }
        else if (m_router.IsChanging(interface))
        {
            m_router.AbortChange(interface);
        }
        else
        {
            BeginChange(slot, interface, false);
        }
    }
    return Status::NO_ERROR;
}

Status
MfeModel::Take(uint32_t slot, uint32_t interface)
{
    const auto status = m_router.JudgeTake(slot, interface);
    if (status != Status::NO_ERROR)
    {
        return status;
    }
    if (MfeRouterModel::IsIgmp(slot))
    {
        m_router.SetIgmp(interface, slot);
        PassPoint();
    }
    else
    {
        BeginChange(slot, interface, true);
    }
    return status;
}

Status
MfeModel::Release(uint32_t slot, uint32_t interface)
{
    const auto status = m_router.JudgeRelease(slot, interface);
    if (status != Status::NO_ERROR)
    {
        return status;
    }
    if (MfeRouterModel::IsIgmp(slot))
    {
        ReleaseIgmp(slot, interface);
    }
    else
    {
        BeginChange(slot, interface, false);
    }
    return status;
}

/// OWN-8: there is no bracket, and it takes no time.
void
MfeModel::ReleaseIgmp(uint32_t slot, uint32_t interface)
{
    PassPoint();
    const auto before = m_router.HolderOf(interface);
    DeleteAll(slot, interface);
    m_router.SetIgmp(interface, NOBODY);
    ChangeHolder(interface, before);
    PassPoint();
}

/// OWN-3, OWN-5, OWN-7, OWN-10
void
MfeModel::BeginChange(uint32_t slot, uint32_t interface, bool takes)
{
    const auto before = m_router.HolderOf(interface);
    m_router.Reserve(interface, slot, takes);
    Touch();
    PassPoint();
    DeleteAll(m_router.IgmpOf(interface), interface);
    DeleteAll(takes ? NOBODY : slot, interface);
    const auto duration = m_router.GetSetup().lasting ? MFE_CHANGE_NS : 0;
    m_router.BeginChange(interface, m_router.GetNow() + duration);
    ChangeHolder(interface, before);
    PassPoint();
    if (duration == 0)
    {
        FinishChange(interface);
        PassPoint();
    }
}

void
MfeModel::FinishChange(uint32_t interface)
{
    m_router.FinishChange(interface);
    Compare(NOBODY, interface);
    Touch();
}

/// OWN-5, also where IGMP was alone: entries that belong to the interface go.
void
MfeModel::ChangeHolder(uint32_t interface, uint32_t before)
{
    if (m_router.HolderOf(interface) == before)
    {
        return;
    }
    for (auto& entry : m_entries)
    {
        entry.ChangeHolder(m_router, interface);
    }
    Compare(before, interface);
    Touch();
}

void
MfeModel::DeleteAll(uint32_t slot, uint32_t interface)
{
    for (const auto& membership : m_router.MembershipsOf(slot, interface))
    {
        SetMembership(membership, false);
        PassPoint();
    }
}

Status
MfeModel::Change(const MfeStep& step)
{
    const auto status = m_router.JudgeChange(step);
    if (status != Status::NO_ERROR)
    {
        return status;
    }
    if ((step.flags & MGM_JOIN_STATE_FLAG) != 0)
    {
        SetMembership({step.slot, step.key, step.interface}, step.verb == MfeStep::Verb::ADD);
    }
    if ((step.flags & MGM_FORWARD_STATE_FLAG) != 0)
    {
        Mark(step);
    }
    return Status::NO_ERROR;
}

/// MFE-7: expired entries are treated as those in use.
void
MfeModel::SetMembership(const MfeRouterModel::Membership& membership, bool exists)
{
    const auto [slot, wanted, interface] = membership;
    Touch();
    if (!m_router.SetMember(membership, exists))
    {
        return;
    }
    for (auto& entry : m_entries)
    {
        if (exists && m_router.HolderOf(interface) == slot && Wants(wanted, entry.GetKey()))
        {
            entry.Enable(interface);
        }
    }
    Compare(slot, interface);
}

/// MFE-5, MFE-7: an expired entry counts as existing.
void
MfeModel::Mark(const MfeStep& step)
{
    for (auto& entry : m_entries)
    {
        if (Wants(step.key, entry.GetKey()))
        {
            entry.Mark(step.interface, step.verb == MfeStep::Verb::ADD);
        }
    }
    Compare(step.slot, step.interface);
}

/// MFE-4, for every entry whose list became empty or non-empty by what a client just did.
void
MfeModel::Compare(uint32_t caller, uint32_t interface)
{
    for (auto& entry : m_entries)
    {
        entry.Compare(m_router, caller, interface);
        entry.Touch(m_router);
    }
}

Status
MfeModel::SetMfe(const MfeStep& step, Status answer)
{
    return m_router.IsAlive(step.slot)
               ? EntryOf(step.key).SetMfe(m_router, step.slot, NeighborOf(step.number), answer)
               : Status::ERROR_INVALID_PARAMETER;
}

void
MfeModel::Packet(const SourceGroup& key, uint32_t arrival, bool mayLeave)
{
    for (auto& entry : m_entries)
    {
        if (entry.GetKey() != key)
        {
            entry.Touch(m_router);
        }
    }
    EntryOf(key).Packet(m_router, arrival, mayLeave);
}

void
MfeModel::SetRoute(Ipv4Address source, const Route& route)
{
    m_router.SetRoute(source, route);
}

void
MfeModel::SetStaticRoute(Ipv4Address source, const std::optional<Route>& route)
{
    m_router.SetStaticRoute(source, route);
}

void
MfeModel::SetUp(uint32_t interface, bool isUp)
{
    m_router.SetUp(interface, isUp);
}

void
MfeModel::Notice()
{
    for (auto& entry : m_entries)
    {
        entry.Notice(m_router);
    }
}

/// The manager is told of one source, or, if it is told nothing, may look.
void
MfeModel::NoticeSource(Ipv4Address source, bool isTold)
{
    for (auto& entry : m_entries)
    {
        if (isTold && entry.GetKey().source == source)
        {
            entry.Notice(m_router);
        }
        else
        {
            entry.Touch(m_router);
        }
    }
}

void
MfeModel::Crash()
{
    m_router.Crash();
    for (auto& entry : m_entries)
    {
        entry.Crash();
    }
}

void
MfeModel::AdvanceTo(int64_t now)
{
    for (auto next = m_router.GetNextChange(); next && next->first <= now;
         next = m_router.GetNextChange())
    {
        Expire(next->first);
        Touch();
        FinishChange(next->second);
    }
    Expire(now);
}

void
MfeModel::Expire(int64_t now)
{
    m_router.SetNow(now);
    for (auto& entry : m_entries)
    {
        entry.Expire(m_router);
    }
    KeepLimit();
}

/// MFE-7: the oldest expired entries are forgotten.
void
MfeModel::KeepLimit()
{
    const auto limit = m_router.GetSetup().dormantLimit;
    std::vector<std::pair<int64_t, MfeEntryModel*>> dormant;
    bool isClear = true;
    for (auto& entry : m_entries)
    {
        if (entry.MayBeDormant())
        {
            isClear = isClear && entry.IsDormant();
            dormant.emplace_back(entry.GetStates().front().expiredAt, &entry);
        }
    }
    if (dormant.size() <= limit)
    {
        return;
    }
    std::sort(dormant.begin(), dormant.end());
    const auto kept = dormant.size() - limit;
    const auto newest = dormant[kept - 1].first;
    isClear = isClear && (limit == 0 || dormant[kept].first != newest);
    for (const auto& [expiredAt, entry] : dormant)
    {
        if (!isClear || expiredAt <= newest)
        {
            entry->Forget(isClear || expiredAt < newest);
        }
    }
}

bool
MfeModel::MayExist(const SourceGroup& key) const
{
    return std::any_of(m_entries.begin(), m_entries.end(), [&](const auto& entry) {
        const auto& states = entry.GetStates();
        return entry.GetKey() == key &&
               std::any_of(states.begin(), states.end(), [](const auto& s) { return s.exists; });
    });
}

MfeEntryModel&
MfeModel::EntryOf(const SourceGroup& key)
{
    return *std::find_if(m_entries.begin(), m_entries.end(), [&](const auto& entry) {
        return entry.GetKey() == key;
    });
}

void
MfeModel::Touch()
{
    for (auto& entry : m_entries)
    {
        entry.Touch(m_router);
    }
}

} // namespace mgm
} // namespace ns3
