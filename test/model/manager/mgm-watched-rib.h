/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_WATCHED_RIB_H
#define MGM_WATCHED_RIB_H

#include "ns3/mgm-multicast-rib.h"

#include <cstdint>
#include <functional>
#include <map>
#include <optional>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup tests
 * @brief A view of the routes that says when it is looked at, and not when it changes.
 */
class WatchedRib : public MulticastRib
{
  public:
    std::optional<Route> Lookup(Ipv4Address destination) const override;

    /// @brief Says that it is time to look.
    void AskToLook();

    /// Index of the interface towards each address; 0: there is no route.
    std::map<uint32_t, uint32_t> interfaces;

    /// Called after each look, with the address.
    std::function<void(Ipv4Address)> looked;
};

} // namespace mgm
} // namespace ns3

#endif // MGM_WATCHED_RIB_H
