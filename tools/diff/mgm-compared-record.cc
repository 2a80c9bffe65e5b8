/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-compared-record.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace ns3
{
namespace mgm
{

ComparedRecord::ComparedRecord(const TraceRecord& record, std::string key)
    : m_record(record),
      m_key(std::move(key))
{
    std::string_view detail = m_record.detail;
    const auto texts = {&m_record.op,
                        &m_record.clientName,
                        &m_record.oldState,
                        &m_record.event,
                        &m_record.action,
                        &m_record.newState,
                        &detail};
    std::size_t size = 0;
    for (const auto* text : texts)
    {
        size += text->size();
    }
    m_texts = std::make_unique<char[]>(size);
    auto* place = m_texts.get();
    for (auto* text : texts)
    {
        const auto* begin = place;
        place = std::copy(text->begin(), text->end(), place);
        *text = {begin, text->size()};
    }
    m_record.detail = detail;
}

} // namespace mgm
} // namespace ns3
