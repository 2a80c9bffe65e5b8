/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_WRITTEN_PROTOCOL_H
#define MGM_WRITTEN_PROTOCOL_H

#include "ns3/ipv4-address.h"
#include "ns3/mgm-manager-client.h"
#include "ns3/object.h"

#include <string>
#include <string_view>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup tests
 * @brief The base of protocols that somebody has written: no scenario can make it.
 */
class WrittenBase : public ManagerClient
{
  public:
    static TypeId GetTypeId();
};

/**
 * @ingroup tests
 * @brief A protocol that somebody has written: it adds what members join on its interfaces.
 */
class WrittenProtocol : public WrittenBase
{
  public:
    static TypeId GetTypeId();

    ClientId GetClientId() const override;
    std::string_view GetClientName() const override;
    void OnLocalJoin(const SourceGroup& entry, const InterfaceId& interface) override;
    void OnLocalLeave(const SourceGroup& entry, const InterfaceId& interface) override;

    Ipv4Address m_neighbor{Ipv4Address::GetZero()}; ///< an address
    Time m_patience;                                ///< a time
    std::string m_greeting;                         ///< a text
    int64_t m_offset{0};                            ///< a number
    double m_weight{0};                             ///< a number
    bool m_isPolite{false};                         ///< yes or no
    Ptr<Object> m_peer;                             ///< attribute Peer
};

} // namespace mgm
} // namespace ns3

#endif // MGM_WRITTEN_PROTOCOL_H
