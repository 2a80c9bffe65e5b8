/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_SEEN_CLIENTS_H
#define MGM_SEEN_CLIENTS_H

#include "mgm-record-note.h"

#include "ns3/mgm-trace-words.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief A client that is registered, as a trace shows it.
 */
struct SeenClient
{
    uint32_t number{0};    ///< Number of its registration on the node, from 1.
    ClientId id;           ///< Its id.
    std::string name;      ///< Its name.
    std::string callbacks; ///< The callbacks that it has, with "+" between them.
    RecordNote registered; ///< The call that registered it.

    /// What other clients want: JOIN_ALERT has told it, and no PRUNE_ALERT has taken it back.
    std::map<SourceGroup, RecordNote> told{};

    /**
     * @param callback name of a callback
     * @return whether it has that
     */
    bool Has(std::string_view callback) const;

    /// @return whether it hears of groups at all
    bool IsTold() const
    {
        return Has(words::JOIN_ALERT) && Has(words::PRUNE_ALERT);
    }
};

/**
 * @ingroup mgm
 * @brief The clients that are registered with the manager of a node, as a trace shows them.
 *
 * One that fails is gone as soon as FailClient is called, before what it has is released.
 */
class SeenClients
{
  public:
    /// Registered clients by number, in the order of registration.
    using Clients = std::map<uint32_t, SeenClient>;

    /**
     * @brief Follows a record.
     * @param record the record
     */
    void Follow(const TraceRecord& record);

    /// @brief Forgets all clients: the node has crashed (REG-6).
    void Clear();

    /**
     * @param id id of a client
     * @return the client, null if it is not registered
     */
    const SeenClient* Find(const std::optional<ClientId>& id) const;

    /**
     * @param name name of a client
     * @return the client of that name that registered last, null if there is none
     */
    const SeenClient* FindByName(std::string_view name) const;

    /**
     * @param number number of a registration
     * @return the client, null if it is not registered any more
     */
    const SeenClient* Get(uint32_t number) const;

    /// @return the registered clients
    const Clients& GetAll() const
    {
        return m_clients;
    }

  private:
    void Register(const TraceRecord& call);
    void Return(const TraceRecord& record);
    void NoteAlert(const TraceRecord& callback);

    uint32_t m_last{0};                       ///< number of the last registration
    Clients m_clients;                        ///< those that are registered
    std::map<uint64_t, SeenClient> m_failing; ///< those that fail, by the number of that call
};

} // namespace mgm
} // namespace ns3

#endif // MGM_SEEN_CLIENTS_H
