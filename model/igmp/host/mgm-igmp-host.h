/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_IGMP_HOST_H
#define MGM_IGMP_HOST_H

/*
 * The IGMP host: reports which groups the sockets of a node want.
 *
 * Who owns what. IgmpHost, an application, has the sockets (IgmpSocket, each with a filter per
 * interface and group) and the interfaces (IgmpHostInterface). An interface has what is wanted
 * there; while the host runs and the interface is up, also the versions of the queriers present
 * (IgmpHostCompatibility) and the groups of the version in use (IgmpHostGroups): a machine with its
 * timers for each, IgmpV1Membership, IgmpV2Membership or IgmpV3Membership. They ask their interface
 * by IgmpHostLink and know no other. IgmpL4Protocol belongs to the node: it sends and receives for
 * the host and for the router of model/igmp/router, and ReadQuery() reads queries for both.
 *
 * Which events arrive. Filters that sockets set, messages, interfaces that come up or go down,
 * timers, and the start, stop or crash of the host.
 *
 * In which order they are handled. A filter: the socket's machine, the merge of all sockets (RFC
 * 3376 section 3.2), the interface, the machine of the group. A message: IgmpL4Protocol drops and
 * counts what is malformed; the interface begins if it has just come up; a query that must not be
 * trusted is ignored and counted; sockets that were closed unseen are closed; the querier's version
 * is noted, and another version takes over if it must; then the groups answer, each after a random
 * delay. Another host's report only silences groups of IGMPv1 and IGMPv2.
 *
 * What must hold. What an interface wants is the merge of what its sockets want, at any time.
 * Nothing is sent while an interface is down or the host is stopped, and no timer runs then. Older
 * versions change how a group is reported, not what is wanted. Each random delay comes from the
 * interface's own stream.
 */

#include "mgm-igmp-host-interface.h"
#include "mgm-igmp-socket.h"

#include "ns3/ipv4-header.h"
#include "ns3/mgm-streamed-application.h"
#include "ns3/object-factory.h"
#include "ns3/packet.h"

#include <map>
#include <string>
#include <vector>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief The IGMP host agent: reports the groups that the sockets of a host want.
 *
 * Applications say what they want by Open() and IgmpSocket. The host merges that per interface (RFC
 * 3376 section 3.2) and reports it. Join(), Leave() and SetFilter() speak for one more socket that
 * exists in this model only and need not follow the rules of the others.
 *
 * It runs from StartTime to StopTime, and can be stopped, silenced and started again at any time.
 * What is wanted while it does not run is remembered, and reported when it starts.
 *
 * Unless the attribute SsmAware says otherwise it knows which groups are source-specific
 * (SsmNetwork, SsmMask): whoever wants one of them from any source, or from all but some, is
 * refused (RFC 4604 section 2.1), so that it never reports EXCLUDE for them (section 2.2.2).
 *
 * Config path: `/NodeList/[i]/ApplicationList/[i]/$ns3::mgm::IgmpHost/InterfaceList/[i]`; the last
 * index is that of the IPv4 interface.
 */
class IgmpHost : public StreamedApplication, private IgmpSocketLink
{
  public:
    /// @return the TypeId
    static TypeId GetTypeId();

    IgmpHost();
    ~IgmpHost() override;

    /**
     * @brief Adds an interface on which groups can be joined.
     * @param index index of the node's IPv4 interface
     * @param version IGMP version, 1 to 3
     * @return the interface, whose attributes are those set by SetInterfaceAttribute(); the same as
     *         before if it was added already
     */
    Ptr<IgmpHostInterface> AddInterface(uint32_t index, uint8_t version = 3);

    /**
     * @param index index of an IPv4 interface
     * @return the interface; null if it was not added
     */
    Ptr<IgmpHostInterface> GetInterface(uint32_t index) const;

    /**
     * @brief Sets an attribute of all interfaces, of those added already and of those to come.
     * @param name name of an attribute of IgmpHostInterface
     * @param value its value
     */
    void SetInterfaceAttribute(const std::string& name, const AttributeValue& value);

    /**
     * @brief Lets an application say what its socket wants.
     * @param socket the socket; null for one that exists in this model only
     * @return its memberships; the same as before if it was opened already
     */
    Ptr<IgmpSocket> Open(Ptr<Socket> socket);

    /**
     * @brief Wants a group from any source: SetFilter() to EXCLUDE of none.
     * @param interface index of an added interface
     * @param group the group
     * @return the result, as of SetFilter()
     */
    IgmpSocketStatus Join(uint32_t interface, Ipv4Address group);

    /**
     * @brief Wants a group no more: SetFilter() to INCLUDE of none.
     * @param interface index of an added interface
     * @param group the group
     * @return SUCCESS
     */
    IgmpSocketStatus Leave(uint32_t interface, Ipv4Address group);

    /**
     * @brief Says what is wanted of a group without a socket.
     *
     * It takes the place of what was wanted before, and is merged with what sockets want (RFC 3376
     * section 3.2). IGMPv1 and IGMPv2 cannot express sources: there, any filter but INCLUDE of none
     * is a join. 224.0.0.1 is always received and never reported.
     *
     * @param interface index of an added interface
     * @param group the group, a multicast address
     * @param mode whether the sources are those wanted or those not wanted
     * @param sources the sources
     * @return SUCCESS, or NEEDS_SOURCE for EXCLUDE of a source-specific group (RFC 4604 section
     *         2.1): then nothing changes, and an EVENT record of the trace and the log say so
     */
    IgmpSocketStatus SetFilter(uint32_t interface,
                               Ipv4Address group,
                               FilterMode mode,
                               const SourceSet& sources);

    /**
     * @brief Tells whether packets are to be received now (RFC 3376 section 3.2).
     * @param interface index of an IPv4 interface
     * @param source who sends them
     * @param group where they are sent to
     * @return whether the agent runs and wants them on the interface; 224.0.0.1 is always wanted
     */
    bool Wants(uint32_t interface, Ipv4Address source, Ipv4Address group) const;

    /**
     * @brief Tells whether a packet that arrived is for this host: MembershipRouting asks.
     *
     * It is if Wants() says so, or to 224.0.0.0/24. Beyond that, a UDP packet that ns-3 would give
     * to a socket that was opened here must pass the filter of that socket (RFC 3376 section 3.2).
     * Other sockets get what the interface gets, as they did before IGMPv3.
     *
     * @param packet the packet without its IP header
     * @param header its IP header
     * @param interface index of the IPv4 interface
     * @return whether it is
     */
    bool Accepts(Ptr<const Packet> packet, const Ipv4Header& header, uint32_t interface) const;

    /// @brief Starts the agent now; does nothing if it runs.
    void Start();

    /// @brief Stops the agent in order: it leaves all groups, each with one message, and falls
    ///        silent. What sockets want is forgotten.
    void Stop();

    /// @brief Silences the agent: it is gone without a word. All groups are forgotten.
    void Fail();

    /// @return whether the agent is started
    bool IsRunning() const;

    /**
     * @brief Fixes the random streams of the interfaces added so far.
     * @param stream first stream number
     * @return the number of streams used: one per interface
     */
    int64_t AssignStreams(int64_t stream) override;

  protected:
    void DoDispose() override;

  private:
    void StartApplication() override;
    void StopApplication() override;

    bool HasInterface(uint32_t interface) const override;
    bool IsSourceSpecific(Ipv4Address group) const override;
    uint32_t GetMaxSources() const override;
    uint32_t GetMaxMemberships() const override;
    void UpdateFilter(uint32_t interface, Ipv4Address group) override;
    void RemoveSocket(const IgmpSocket& closed) override;

    /// @brief Traces and logs that a filter is refused.
    /// @param interface the interface
    /// @param group the group
    /// @param status why
    void NoteRefusal(uint32_t interface, Ipv4Address group, IgmpSocketStatus status) const;

    /// @brief Closes the sockets that were closed behind their backs.
    void CloseLostSockets();

    /// @brief Forgets what all sockets want.
    void ForgetMemberships();

    /// @param packet a UDP packet without its IP header
    /// @param header its IP header
    /// @param interface where it arrived
    /// @return whether it is for a socket that accepts it: ns-3 gives it to one of those that match
    ///         it best; a socket that was not opened here accepts everything
    bool HasAcceptingReceiver(Ptr<const Packet> packet,
                              const Ipv4Header& header,
                              uint32_t interface) const;

    bool m_ssmAware;           ///< whether it knows groups for SSM
    Ipv4Address m_ssmNetwork;  ///< first group for SSM
    Ipv4Mask m_ssmMask;        ///< mask of those groups
    uint32_t m_maxSources;     ///< sources of a filter; 0: any number
    uint32_t m_maxMemberships; ///< memberships of a socket; 0: any number

    std::map<uint32_t, Ptr<IgmpHostInterface>> m_interfaces; ///< by index
    ObjectFactory m_interfaceFactory;                        ///< makes interfaces
    std::vector<Ptr<IgmpSocket>> m_sockets;                  ///< those that are open
    Ptr<IgmpSocket> m_anonymous;                             ///< the one of SetFilter()
    bool m_running{false};                                   ///< whether it is started
};

} // namespace mgm
} // namespace ns3

#endif // MGM_IGMP_HOST_H
