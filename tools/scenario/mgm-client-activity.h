/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_CLIENT_ACTIVITY_H
#define MGM_CLIENT_ACTIVITY_H

#include "json/mgm-json-document.h"

#include "ns3/mgm-trace-record.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief What a client of a group manager does and is told, as its trace records tell.
 */
class ClientActivity
{
  public:
    /**
     * @brief Takes a record that names the client.
     * @param record the record
     */
    void Observe(const TraceRecord& record);

    /**
     * @brief The client has become the owner of an interface, or serves one as IGMP.
     * @param timeNs when [ns]
     */
    void NoteOwnership(int64_t timeNs);

    /// @return calls, callbacks by name, and when it first came how far [ns]
    Json ToJson() const;

  private:
    /// Takes the answer to a call.
    /// @param record the record
    void ObserveReturn(const TraceRecord& record);

    uint64_t m_calls{0};                         ///< number of calls
    std::map<std::string, uint64_t> m_callbacks; ///< number of callbacks by name
    std::optional<int64_t> m_registeredNs;       ///< when it had registered
    std::optional<int64_t> m_ownerNs;            ///< when it first owned an interface
    std::optional<int64_t> m_enumeratedNs;       ///< when its first enumeration had ended
    std::optional<int64_t> m_firstCallbackNs;    ///< when it was first called
};

} // namespace mgm
} // namespace ns3

#endif // MGM_CLIENT_ACTIVITY_H
