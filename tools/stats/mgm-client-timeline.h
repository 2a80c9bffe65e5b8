/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_CLIENT_TIMELINE_H
#define MGM_CLIENT_TIMELINE_H

#include "ns3/mgm-client-id.h"
#include "ns3/mgm-interface-id.h"
#include "ns3/mgm-trace-record.h"

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ns3
{
namespace mgm
{

/// @ingroup mgm
/// @brief What a client comes to after it has registered.
enum class Milestone : uint8_t
{
    OWNERSHIP,   ///< It is the owner of an interface, or IGMP there.
    ENUMERATION, ///< It has ended an enumeration.
    ALERT,       ///< It gets JOIN_ALERT or PRUNE_ALERT.
    LOCAL_JOIN,  ///< It gets LOCAL_JOIN.
    PACKET,      ///< A packet of data leaves on an interface that is its own.
    GONE,        ///< It has deregistered, or failed.
};

/// Names of the milestones in output for programs, in their order.
inline constexpr std::array<std::string_view, 6> MILESTONE_NAMES{
    "first_ownership",
    "first_enumeration",
    "first_alert",
    "first_local_join",
    "first_packet",
    "gone",
};

/**
 * @ingroup mgm
 * @brief One life of a client: from its registration to its end.
 */
struct ClientTimes
{
    uint32_t node{0};        ///< Node id.
    ClientId client;         ///< Who it is.
    std::string name;        ///< Its name.
    uint32_t incarnation{1}; ///< Which of its lives, from 1.
    int64_t registeredNs{0}; ///< When it called to register [ns].

    /// Time from there to each milestone [ns]; nothing if it is never reached.
    std::array<std::optional<int64_t>, MILESTONE_NAMES.size()> reachedNs;
};

/**
 * @ingroup mgm
 * @brief Finds in a trace how long each client takes to start.
 *
 * It keeps the lives of clients, and who holds which interface.
 */
class ClientTimeline
{
  public:
    /// @brief Takes the next record.
    /// @param record the record
    void Observe(const TraceRecord& record);

    /// @return the lives of the clients, in the order of registration
    const std::vector<ClientTimes>& GetClients() const
    {
        return m_clients;
    }

  private:
    /// A client of a node.
    using Key = std::pair<uint32_t, ClientId>;

    /// An interface of a node.
    using Place = std::pair<uint32_t, InterfaceId>;

    /// @brief Takes the call of a function.
    /// @param record the record
    void ObserveCall(const TraceRecord& record);

    /// @brief Takes the return from a function.
    /// @param record the record
    void ObserveReturn(const TraceRecord& record);

    /// @brief Takes the return from a function that has succeeded.
    /// @param record the record
    void ObserveSuccess(const TraceRecord& record);

    /// @brief Takes a change of an interface's owner, or of its IGMP.
    /// @param record the record
    void ObserveHolder(const TraceRecord& record);

    /// @brief Takes a packet that leaves.
    /// @param record the record
    void ObserveForward(const TraceRecord& record);

    /// @brief Begins a life.
    /// @param record the return from the registration
    void Begin(const TraceRecord& record);

    /**
     * @brief Notes a milestone, unless it was reached before or the client is not registered.
     * @param client the client
     * @param milestone the milestone
     * @param timeNs when [ns]
     */
    void Reach(const Key& client, Milestone milestone, int64_t timeNs);

    /**
     * @param record a change of an interface's holder
     * @return the client that becomes it, nothing if the trace does not tell
     */
    std::optional<Key> FindTaker(const TraceRecord& record) const;

    std::vector<ClientTimes> m_clients;     ///< all lives
    std::map<Key, std::size_t> m_live;      ///< the present life of a client
    std::map<Key, uint32_t> m_incarnations; ///< how many lives a client has had
    std::map<Key, int64_t> m_registering;   ///< when a client called to register [ns]
    std::map<uint64_t, Key> m_openTakes;    ///< who made a call that takes an interface, by number
    std::map<Place, Key> m_takers;          ///< who succeeded in that last
    std::map<Place, Key> m_owners;          ///< owners of interfaces
    std::map<Place, Key> m_igmps;           ///< IGMP on interfaces
};

} // namespace mgm
} // namespace ns3

#endif // MGM_CLIENT_TIMELINE_H
