/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_COMPARED_RECORD_H
#define MGM_COMPARED_RECORD_H

#include "ns3/mgm-trace-record.h"

#include <memory>
#include <string>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief A record of one of two traces, with texts of its own and what it is compared by.
 */
class ComparedRecord
{
  public:
    /**
     * @param record the record, which need not stay
     * @param key what it is compared by
     */
    ComparedRecord(const TraceRecord& record, std::string key);

    /// @return the record
    const TraceRecord& Get() const
    {
        return m_record;
    }

    /// @return what it is compared by
    const std::string& GetKey() const
    {
        return m_key;
    }

  private:
    std::unique_ptr<char[]> m_texts; ///< the texts of the record; moving does not move them
    TraceRecord m_record;            ///< the record
    std::string m_key;               ///< what it is compared by
};

} // namespace mgm
} // namespace ns3

#endif // MGM_COMPARED_RECORD_H
