/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_IGMP_ROUTER_RECEPTION_H
#define MGM_IGMP_ROUTER_RECEPTION_H

#include "ns3/mgm-igmp-query.h"
#include "ns3/mgm-transition-table.h"
#include "ns3/nstime.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace ns3
{
namespace mgm
{

/// @ingroup mgm
/// @brief Why a router ignores a message, or a part of one, that is well formed, or sends none.
enum class IgmpRouterDrop : uint8_t
{
    NO_ROUTER_ALERT,   ///< Without the option, and it is required (RFC 3376 section 9.2).
    BAD_TTL,           ///< The TTL is not 1, and that is required.
    WRONG_DESTINATION, ///< A leave that is neither sent to 224.0.0.2 nor to its group (RFC 2236
                       ///< sections 3 and 9).
    OFF_LINK_SOURCE,   ///< A report from no subnet of the interface (RFC 3376 section 9.2).
    NEWER_VERSION,  ///< A message of a version above that of the interface (RFC 2236 section 2.1).
    OLDER_VERSION,  ///< A host's message of a version that is not accepted (RFC 3376 section 9.2,
                    ///< RFC 9776 section 7.3.1).
    UNKNOWN_RECORD, ///< A record of an unknown type (RFC 3376 section 4.2.12).
    SSM_RANGE,      ///< Any-source semantics for a source-specific group (RFC 4604 section 3).
    NOT_QUERIER,    ///< A specific query that only the querier sends (RFC 3376 section 6.6.3).
    GROUP_LIMIT,    ///< One group too many.
    SOURCE_LIMIT,   ///< One source too many for a group.
    COUNT,          ///< Number of causes.
};

/// @param cause a cause
/// @return its word in traces, for example "no-router-alert"
std::string_view ToString(IgmpRouterDrop cause);

/// @ingroup mgm
/// @brief What a router does about a message that is not as it should be sent.
enum IgmpReceiptPolicy : uint8_t
{
    IGMP_RECEIPT_ACCEPT,  ///< It handles it.
    IGMP_RECEIPT_REQUIRE, ///< It drops it.
};

/**
 * @ingroup mgm
 * @brief How an interface of a router receives: which messages its state machines get to see, what
 * is counted of the others, and when the operator is warned.
 */
class IgmpRouterReception
{
  public:
    /// What is asked of the IP header of a message.
    struct Admission
    {
        IgmpReceiptPolicy routerAlert{IGMP_RECEIPT_ACCEPT}; ///< Router Alert option.
        IgmpReceiptPolicy ttl1{IGMP_RECEIPT_ACCEPT};        ///< TTL 1.
        bool checkSource{false}; ///< Whether reports must come from a subnet of the interface.
    };

    /**
     * @brief Judges a message (RFC 3376 sections 9.1 to 9.3).
     *
     * Messages of version 1 are required to have a Router Alert option too, though that version
     * knows none ("This solution breaks backwards compatibility"), but for queries. Reports from
     * 0.0.0.0 come from a subnet of any interface.
     *
     * @param reception the message
     * @param query the query that it is; nothing if it is none
     * @param admission what is asked of it
     * @param isOnLink whether its source is on a subnet of the interface
     * @return why it is dropped, if it is
     */
    static std::optional<IgmpRouterDrop> Check(const IgmpReception& reception,
                                               const std::optional<IgmpQuery>& query,
                                               const Admission& admission,
                                               bool isOnLink);

    /**
     * @brief Counts and traces what is ignored.
     * @param cause why
     * @param subject what the record is about
     */
    void NoteDrop(IgmpRouterDrop cause, const MachineSubject& subject);

    /// @param cause a cause
    /// @return how many messages or parts of messages were dropped for it
    uint64_t GetDropCount(IgmpRouterDrop cause) const;

    /**
     * @brief Looks whether a query shows that a router is configured to another version, counts it
     * then, and warns if the last warning is long ago: by a line of the log and an EVENT record.
     *
     * A router warns of queries of a newer version (RFC 3376 section 7.3.1), of queries of version
     * 1 (RFC 2236 section 4), and as a router of version 3 of general queries of version 2.
     *
     * @param query the query
     * @param version version that this router is configured to
     * @param interval shortest time between warnings
     * @param subject what the record is about
     */
    void WatchVersion(const IgmpQuery& query,
                      uint8_t version,
                      Time interval,
                      const MachineSubject& subject);

    /// @return the number of queries heard of routers that are configured to another version (RFC
    ///         3376 section 7.3.1)
    uint64_t GetVersionMismatchCount() const
    {
        return m_versionMismatches;
    }

  private:
    /// What was dropped.
    std::array<uint64_t, static_cast<std::size_t>(IgmpRouterDrop::COUNT)> m_drops{};
    uint64_t m_versionMismatches{0}; ///< queries of a wrong version
    Time m_quietUntil;               ///< absolute time before which it does not warn
};

} // namespace mgm
} // namespace ns3

#endif // MGM_IGMP_ROUTER_RECEPTION_H
