/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_IGMP_ROUTER_ADMISSION_H
#define MGM_IGMP_ROUTER_ADMISSION_H

#include "mgm-igmp-router-drop.h"

#include "ns3/mgm-igmp-l4-protocol.h"

#include <optional>

namespace ns3
{
namespace mgm
{

/// @ingroup mgm
/// @brief What a router does about a message that is not as it should be sent.
enum IgmpReceiptPolicy : uint8_t
{
    IGMP_RECEIPT_ACCEPT,  ///< It handles it.
    IGMP_RECEIPT_REQUIRE, ///< It drops it.
};

/**
 * @ingroup mgm
 * @brief What a router asks of the IP header of a message before it handles it.
 */
struct IgmpAdmission
{
    IgmpReceiptPolicy routerAlert{IGMP_RECEIPT_ACCEPT}; ///< Router Alert option.
    IgmpReceiptPolicy ttl1{IGMP_RECEIPT_ACCEPT};        ///< TTL 1.
    bool checkSource{false}; ///< Whether reports must come from a subnet of the interface.

    /**
     * @brief Judges a message (RFC 3376 sections 9.1 to 9.3).
     *
     * Messages of version 1 are required to have a Router Alert option too, though that version
     * knows none ("This solution breaks backwards compatibility"), but for queries. Reports from
     * 0.0.0.0 come from a subnet of any interface.
     *
     * @param reception the message
     * @param isOnLink whether its source is on a subnet of the interface
     * @return why it is dropped, if it is
     */
    std::optional<IgmpRouterDrop> Check(const IgmpReception& reception, bool isOnLink) const;
};

} // namespace mgm
} // namespace ns3

#endif // MGM_IGMP_ROUTER_ADMISSION_H
