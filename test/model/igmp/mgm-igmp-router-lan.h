/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_IGMP_ROUTER_LAN_H
#define MGM_IGMP_ROUTER_LAN_H

#include "mgm-igmp-lan.h"

#include "ns3/mgm-igmp-router.h"
#include "ns3/mgm-multicast-group-manager.h"

namespace ns3
{
namespace mgm
{

/**
 * @ingroup tests
 * @brief A LAN with an IGMP router. It starts at time 0.
 */
class IgmpRouterLan : public IgmpLan
{
  protected:
    /// Sources are named 1 to 9 in what GetState() and GetMemberships() return.
    static Ipv4Address Source(uint32_t number);

    /// @param numbers sources @return their addresses
    static std::vector<Ipv4Address> Sources(std::initializer_list<uint32_t> numbers);

    void SetUp() override;
    void TearDown() override;

    /// @brief Makes the router and its only interface. @param version the IGMP version
    void MakeRouter(uint8_t version);

    /// @return the interface
    Ptr<IgmpRouterInterface> GetLan() const;

    /// @brief Gives the router another address on the LAN. @param address the address
    void SetAddress(const char* address);

    /// How a message is sent that need not be as it should be.
    struct Envelope
    {
        const char* source{"10.0.0.2"};            ///< IP source.
        Ipv4Address destination{IGMP_ALL_SYSTEMS}; ///< IP destination.
        bool routerAlert{true};                    ///< Whether it has the option.
        uint8_t ttl{1};                            ///< Time to live.
    };

    /**
     * @brief Sends a message on the LAN.
     * @param at when
     * @param message the message
     * @param envelope how
     */
    void SayIn(Time at, const IgmpMessage& message, const Envelope& envelope);

    /// @brief As SayIn(), for any IP payload. @param at when @param payload what @param envelope
    /// how
    void SayPacket(Time at, Ptr<Packet> payload, const Envelope& envelope);

    /**
     * @param group a group
     * @return what the router knows of it, for example "EXCLUDE({1=250},{3,4}) 260": sources with
     * the time left, excluded sources, time left of the group timer [s]; "none" without state
     */
    std::string GetState(Ipv4Address group) const;

    /// @return the memberships that the manager enumerates, in ascending order
    std::vector<std::string> GetMemberships();

    Ptr<MulticastGroupManager> m_manager; ///< the manager
    Ptr<IgmpRouter> m_router;             ///< the router
    ClientHandle m_observer;              ///< a client that only enumerates
};

} // namespace mgm
} // namespace ns3

#endif // MGM_IGMP_ROUTER_LAN_H
