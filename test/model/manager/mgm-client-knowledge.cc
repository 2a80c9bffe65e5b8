/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-client-knowledge.h"

#include <sstream>

namespace ns3
{
namespace mgm
{

namespace
{

using Op = ClientEvent::Op;

std::string
About(const char* what, uint32_t key)
{
    std::ostringstream os;
    os << what << ' ' << GetKey(key);
    return os.str();
}

} // namespace

ClientKnowledge::ClientKnowledge(const KeySet& owed)
    : m_complete(owed.none())
{
}

std::string
ClientKnowledge::Learn(const ClientEvent& event)
{
    const auto key = IndexOfKey(event.key);
    const auto local = key + KEY_COUNT * event.interface;
    bool isNew = true;
    switch (event.op)
    {
    case Op::JOIN_ALERT:
        m_known.set(key);
        return "";
    case Op::PRUNE_ALERT:
        m_known.reset(key);
        return "";
    case Op::LOCAL_JOIN:
        isNew = !m_local[local];
        m_local.set(local);
        return isNew ? "" : "I8: LOCAL_JOIN twice";
    case Op::LOCAL_LEAVE:
        isNew = m_local[local];
        m_local.reset(local);
        return isNew ? "" : "I8: LOCAL_LEAVE without LOCAL_JOIN";
    default:
        return "";
    }
}

void
ClientKnowledge::Read(uint32_t key, bool isElse)
{
    if (!isElse)
    {
        m_known.set(key);
    }
}

void
ClientKnowledge::EndReading()
{
    m_complete = true;
}

std::string
ClientKnowledge::Compare(const Debts& debts) const
{
    const bool covered = debts.groups[0];
    for (uint32_t key = 0; key < KEY_COUNT; ++key)
    {
        const bool isSource = key >= FIRST_SOURCE_KEY;
        const auto telling = debts.sources[key];
        const bool owed = isSource ? telling != Telling::NO : debts.groups[key];
        const bool must = isSource ? telling == Telling::YES : debts.groups[key] && m_complete;
        const bool isHidden = covered && !isSource && key != 0;
        if (m_known[key] && !owed && !isHidden)
        {
            return About("I7: the client believes for ever in", key);
        }
        if (!m_known[key] && must && !isHidden)
        {
            return About("I7: the client does not know of", key);
        }
    }
    return m_local == debts.local ? "" : "I7: the client knows other local members";
}

bool
ClientKnowledge::IsEmpty() const
{
    return m_known.none() && m_local.none();
}

} // namespace mgm
} // namespace ns3
