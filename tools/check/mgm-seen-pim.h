/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_SEEN_PIM_H
#define MGM_SEEN_PIM_H

#include "mgm-record-note.h"

#include "ns3/mgm-pim-dense-assert-fsm.h"
#include "ns3/mgm-pim-dense-downstream-fsm.h"
#include "ns3/mgm-pim-dense-originator-fsm.h"
#include "ns3/mgm-pim-dense-upstream-fsm.h"

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string_view>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief What PIM knows of a link, as a trace shows it.
 */
struct SeenPimLink
{
    bool isServed{false};            ///< PIM is in service there.
    bool hasSaidHello{false};        ///< It has said Hello, and no goodbye since.
    std::set<Ipv4Address> neighbors; ///< The neighbors there (pim_nbrs).
    std::set<SourceGroup> receivers; ///< What LOCAL_JOIN has told (pim_include).
};

/**
 * @ingroup mgm
 * @brief The machines of a source and group on an interface, as a trace shows them.
 */
struct SeenPimInterface
{
    PimDenseDownstreamState prune{PimDenseDownstreamState::NO_INFO}; ///< DownstreamPState(S,G,I).
    RecordNote pruned;                                               ///< What gave it that state.
    PimDenseAssertState assertion{PimDenseAssertState::NO_INFO};     ///< The Assert machine.
    RecordNote asserted;                                             ///< What gave it that state.
};

/**
 * @ingroup mgm
 * @brief What PIM dense mode keeps of a source and group, as a trace shows it.
 */
struct SeenPimRoute
{
    PimDenseUpstreamState upstream{PimDenseUpstreamState::FORWARDING}; ///< Upstream(S,G).
    RecordNote changed;                                                ///< What gave it that state.
    PimDenseOriginatorState originator{PimDenseOriginatorState::NOT_ORIGINATOR}; ///< Origination.
    std::map<uint32_t, SeenPimInterface> interfaces; ///< Machines of interfaces, by index.
};

/**
 * @ingroup mgm
 * @brief The state of PIM dense mode on a node, as a trace shows it: the machines of RFC 3973, the
 * neighbors and the local members.
 */
class SeenPim
{
  public:
    /// Sources and groups that are known.
    using Routes = std::map<SourceGroup, SeenPimRoute>;

    /**
     * @brief Follows a record.
     * @param record the record
     */
    void Follow(const TraceRecord& record);

    /// @brief Forgets all: the node has crashed.
    void Clear();

    /// @return whether there was anything of PIM dense mode yet
    bool IsThere() const
    {
        return m_client.has_value();
    }

    /// @return whether it is shutting down (SEQ-2): what it has told the manager stands until it
    ///         has released its interfaces
    bool IsLeaving() const
    {
        return m_isLeaving;
    }

    /// @return the client that is PIM dense mode, once its machines have told
    const std::optional<ClientId>& GetClient() const
    {
        return m_client;
    }

    /// @return what is known of sources and groups
    const Routes& GetRoutes() const
    {
        return m_routes;
    }

    /// @param key source and group @return what is known of it; else the initial states
    const SeenPimRoute& GetRoute(const SourceGroup& key) const;

    /// @param interface index of an interface @return what is known of it
    const SeenPimLink& GetLink(uint32_t interface) const;

    /// @param route a route @param interface index of an interface @return its machines there
    static const SeenPimInterface& GetInterface(const SeenPimRoute& route, uint32_t interface);

    /**
     * @brief The macro immediate_olist(S,G) of RFC 3973 section 4.1.3, but for boundary(G), which
     * is configured and in no trace; and nothing if Upstream(S,G) is in Pruned (section 4.2).
     * @param key source and group
     * @param interface index of an interface
     * @return whether it is in the list
     */
    bool IsOutgoing(const SourceGroup& key, uint32_t interface) const;

    /// @param op the column `op` of a record @return whether it names a message about sources and
    ///        groups that stays on a link: all but Hellos
    static bool IsAboutGroups(std::string_view op);

    /**
     * @param seq number of a record
     * @return the message whose reception in this instant it reports, null if it reports none
     */
    const RecordNote* FindReception(uint64_t seq) const;

    /// @return the sources and groups that this instant is about
    const std::set<SourceGroup>& GetTouched() const
    {
        return m_touched;
    }

    /// @return whether this instant is about all sources and groups
    bool AreAllTouched() const
    {
        return m_areAllTouched;
    }

    /// @return the messages that were received in this instant
    const std::map<uint64_t, RecordNote>& GetReceptions() const
    {
        return m_receptions;
    }

  private:
    void Touch(const TraceRecord& record);
    void FollowMachine(const TraceRecord& record);
    void FollowRoute(const TraceRecord& record);
    void FollowLink(const TraceRecord& record);
    void FollowReceiver(const TraceRecord& record);
    void FollowLife(const TraceRecord& record);
    static bool HasReceiver(const SeenPimLink& link, const SourceGroup& key);

    std::optional<ClientId> m_client;            ///< who is PIM dense mode
    bool m_isLeaving{false};                     ///< whether it is shutting down
    std::map<uint32_t, SeenPimLink> m_links;     ///< links by index of the interface
    Routes m_routes;                             ///< sources and groups
    std::map<uint64_t, RecordNote> m_receptions; ///< messages of this instant, by number
    std::set<SourceGroup> m_touched;             ///< see GetTouched()
    bool m_areAllTouched{false};                 ///< see AreAllTouched()
    int64_t m_nowNs{0};                          ///< this instant [ns]
};

} // namespace mgm
} // namespace ns3

#endif // MGM_SEEN_PIM_H
