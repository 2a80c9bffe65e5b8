/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_IGMP_SOCKET_H
#define MGM_IGMP_SOCKET_H

#include "mgm-igmp-socket-fsm.h"
#include "mgm-igmp-socket-status.h"

#include "ns3/mgm-multicast-filter.h"
#include "ns3/ptr.h"
#include "ns3/simple-ref-count.h"
#include "ns3/socket.h"

#include <map>
#include <utility>

namespace ns3
{

class NetDevice;

namespace mgm
{

class IgmpSocket;

/**
 * @ingroup mgm
 * @brief What the sockets of a host ask of it.
 */
class IgmpSocketLink
{
  public:
    virtual ~IgmpSocketLink() = default;

    /// @param interface index of an IPv4 interface
    /// @return whether groups can be joined there
    virtual bool HasInterface(uint32_t interface) const = 0;

    /// @param group a group
    /// @return whether it may only be joined with a source (RFC 4604)
    virtual bool IsSourceSpecific(Ipv4Address group) const = 0;

    /// @return how many sources a filter may have; 0: any number
    virtual uint32_t GetMaxSources() const = 0;

    /// @return how many memberships a socket may have; 0: any number
    virtual uint32_t GetMaxMemberships() const = 0;

    /// @brief What a socket wants has changed.
    /// @param interface index of the IPv4 interface
    /// @param group the group
    virtual void UpdateFilter(uint32_t interface, Ipv4Address group) = 0;

    /// @brief A socket is closed.
    /// @param closed the socket
    virtual void RemoveSocket(const IgmpSocket& closed) = 0;
};

/**
 * @ingroup mgm
 * @brief What a socket wants of multicast groups: the application's side of IGMP.
 *
 * IgmpHost::Open() makes one for a socket. Its functions are those of RFC 3678: the delta-based
 * ones for any source (Join, BlockSource, UnblockSource, Leave) and for single sources
 * (JoinSource, LeaveSource, Leave), and the full-state ones (SetFilter, which is also the
 * IPMulticastListen of RFC 3376 section 2, and GetFilter). They change nothing unless they return
 * SUCCESS.
 *
 * Sockets of ns-3 do not say that they are closed: Close() does both. A socket that was closed
 * behind its back gives up its memberships when the host hears the next query.
 */
class IgmpSocket : public SimpleRefCount<IgmpSocket>
{
  public:
    /**
     * @param link the host
     * @param socket the socket; null for one that exists in this model only
     */
    IgmpSocket(IgmpSocketLink& link, Ptr<Socket> socket);

    /**
     * @brief Joins a group from any source: IP_ADD_MEMBERSHIP.
     * @param interface index of an IPv4 interface that the host serves
     * @param group the group
     * @return the result
     */
    IgmpSocketStatus Join(uint32_t interface, Ipv4Address group);

    /**
     * @brief Leaves a group, whatever the sources: IP_DROP_MEMBERSHIP.
     * @param interface index of an IPv4 interface that the host serves
     * @param group the group
     * @return the result
     */
    IgmpSocketStatus Leave(uint32_t interface, Ipv4Address group);

    /**
     * @brief Joins a source: IP_ADD_SOURCE_MEMBERSHIP.
     * @param interface index of an IPv4 interface that the host serves
     * @param group the group
     * @param source the source
     * @return the result
     */
    IgmpSocketStatus JoinSource(uint32_t interface, Ipv4Address group, Ipv4Address source);

    /**
     * @brief Leaves a source: IP_DROP_SOURCE_MEMBERSHIP.
     * @param interface index of an IPv4 interface that the host serves
     * @param group the group
     * @param source the source
     * @return the result
     */
    IgmpSocketStatus LeaveSource(uint32_t interface, Ipv4Address group, Ipv4Address source);

    /**
     * @brief Wants a source no more of a group that was joined from any source: IP_BLOCK_SOURCE.
     * @param interface index of an IPv4 interface that the host serves
     * @param group the group
     * @param source the source
     * @return the result
     */
    IgmpSocketStatus BlockSource(uint32_t interface, Ipv4Address group, Ipv4Address source);

    /**
     * @brief Wants a blocked source again: IP_UNBLOCK_SOURCE.
     * @param interface index of an IPv4 interface that the host serves
     * @param group the group
     * @param source the source
     * @return the result
     */
    IgmpSocketStatus UnblockSource(uint32_t interface, Ipv4Address group, Ipv4Address source);

    /**
     * @brief Sets the whole filter: setipv4sourcefilter, or IPMulticastListen.
     * @param interface index of an IPv4 interface that the host serves
     * @param group the group
     * @param filter the filter; INCLUDE of none leaves the group
     * @return the result
     */
    IgmpSocketStatus SetFilter(uint32_t interface,
                               Ipv4Address group,
                               const MulticastFilter& filter);

    /**
     * @brief Tells the whole filter: getipv4sourcefilter.
     * @param interface index of an IPv4 interface that the host serves
     * @param group the group
     * @param[out] filter the filter
     * @return the result
     */
    IgmpSocketStatus GetFilter(uint32_t interface,
                               Ipv4Address group,
                               MulticastFilter& filter) const;

    /// @brief Closes the socket and gives up all its memberships.
    void Close();

    /**
     * @name For the host
     * @{
     */

    /// @return the socket; null if there is none
    Ptr<Socket> GetSocket() const;

    /// @return the filter of a group; INCLUDE of none if it has not joined
    /// @param interface index of an IPv4 interface
    /// @param group the group
    MulticastFilter Find(uint32_t interface, Ipv4Address group) const;

    /// @brief Sets the filter of a group without any question.
    /// @param interface index of an IPv4 interface
    /// @param group the group
    /// @param filter the filter
    void Store(uint32_t interface, Ipv4Address group, const MulticastFilter& filter);

    /// How a UDP packet is addressed to a socket: the better match gets it.
    enum class Match : uint8_t
    {
        NONE,      ///< It is for others.
        ANY_GROUP, ///< The socket is bound to the port.
        GROUP,     ///< The socket is bound to the group and the port.
    };

    /// @param group destination of a UDP packet
    /// @param port its destination port
    /// @param device where it arrived
    /// @return whether it is for the socket
    Match MatchUdp(Ipv4Address group, uint16_t port, Ptr<NetDevice> device) const;

    /// @return whether the socket was closed behind its back
    bool WasClosed();

    /// @brief Forgets all memberships without a word.
    void Forget();

    /// @brief The host is gone.
    void Detach();

    /** @} */

  private:
    using Event = IgmpSocketEvent; ///< what can happen

    /// Where and what.
    using Key = std::pair<uint32_t, Ipv4Address>;

    /// @return whether the socket is bound to a port
    bool IsBound() const;

    /// @brief Checks where and what.
    /// @param key the key
    /// @return the result
    IgmpSocketStatus Check(const Key& key) const;

    /// @brief Checks that a filter may be set.
    /// @param key where and what
    /// @param filter the filter afterwards
    /// @return the result
    IgmpSocketStatus CheckFilter(const Key& key, const MulticastFilter& filter) const;

    /// @brief Handles an event about one source.
    /// @param key where and what
    /// @param source the source
    /// @param unknown the event if the source is not in the list
    /// @param known the event if it is
    /// @return the result
    IgmpSocketStatus StepSource(const Key& key, Ipv4Address source, Event unknown, Event known);

    /// @brief Handles an event.
    /// @param key where and what, which is checked
    /// @param event the event
    /// @param given the filter or source that comes with it
    /// @return the result
    IgmpSocketStatus Step(const Key& key, Event event, const SourceSet& given);

    IgmpSocketLink* m_link;                       ///< the host; null when closed
    Ptr<Socket> m_socket;                         ///< the socket, or null
    bool m_wasBound{false};                       ///< whether it has been seen bound
    std::map<Key, MulticastFilter> m_memberships; ///< what it has joined
};

} // namespace mgm
} // namespace ns3

#endif // MGM_IGMP_SOCKET_H
