/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-mfe-range.h"

#include "mgm-mfe-reader.h"

namespace ns3
{
namespace mgm
{

MfeRange::Iterator::Iterator(const MfeReader& reader, MfeTable::Entries::const_iterator at)
    : m_reader(&reader),
      m_at(at)
{
    SkipUnused();
}

Mfe
MfeRange::Iterator::operator*() const
{
    return m_reader->Read(m_at->first, m_at->second);
}

MfeRange::Iterator&
MfeRange::Iterator::operator++()
{
    ++m_at;
    SkipUnused();
    return *this;
}

void
MfeRange::Iterator::SkipUnused()
{
    const auto end = m_reader->GetTable().GetInUse().end();
    while (m_at != end && m_at->second.GetState() != mfe::State::LIVE)
    {
        ++m_at;
    }
}

MfeRange::MfeRange(const MfeReader& reader, MfeTable::Entries::const_iterator first)
    : m_reader(&reader),
      m_first(first)
{
}

MfeRange::Iterator
MfeRange::begin() const
{
    return {*m_reader, m_first};
}

MfeRange::Iterator
MfeRange::end() const
{
    return {*m_reader, m_reader->GetTable().GetInUse().end()};
}

} // namespace mgm
} // namespace ns3
