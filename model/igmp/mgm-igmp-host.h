/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_IGMP_HOST_H
#define MGM_IGMP_HOST_H

#include "mgm-igmp-host-interface.h"

#include "ns3/application.h"
#include "ns3/object-factory.h"

#include <map>
#include <string>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief The IGMP host agent: reports the groups that a host wants.
 *
 * It runs from StartTime to StopTime, and can be stopped, silenced and started again at any time.
 * What is wanted while it does not run is remembered, and reported when it starts.
 *
 * Config path: `/NodeList/[i]/ApplicationList/[i]/$ns3::mgm::IgmpHost/InterfaceList/[i]`; the last
 * index is that of the IPv4 interface.
 */
class IgmpHost : public Application
{
  public:
    /// @return the TypeId
    static TypeId GetTypeId();

    IgmpHost();
    ~IgmpHost() override;

    /**
     * @brief Adds an interface on which groups can be joined.
     * @param index index of the node's IPv4 interface
     * @param version IGMP version, 2 or 3
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
     * @brief Wants a group from any source: SetFilter() to EXCLUDE of none.
     * @param interface index of an added interface
     * @param group the group
     */
    void Join(uint32_t interface, Ipv4Address group);

    /**
     * @brief Wants a group no more: SetFilter() to INCLUDE of none.
     * @param interface index of an added interface
     * @param group the group
     */
    void Leave(uint32_t interface, Ipv4Address group);

    /**
     * @brief Says what is wanted of a group: the interface record of RFC 3376 section 3.2.
     *
     * It takes the place of what was wanted before. IGMPv2 cannot express sources: there, any
     * filter but INCLUDE of none is a join. 224.0.0.1 is always received and never reported.
     *
     * @param interface index of an added interface
     * @param group the group, a multicast address
     * @param mode whether the sources are those wanted or those not wanted
     * @param sources the sources
     */
    void SetFilter(uint32_t interface,
                   Ipv4Address group,
                   FilterMode mode,
                   const SourceSet& sources);

    /// @brief Starts the agent now; does nothing if it runs.
    void Start();

    /// @brief Stops the agent in order: it leaves all groups, each with one message, and falls
    ///        silent.
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
    int64_t AssignStreams(int64_t stream);

  protected:
    void DoDispose() override;

  private:
    void StartApplication() override;
    void StopApplication() override;

    std::map<uint32_t, Ptr<IgmpHostInterface>> m_interfaces; ///< by index
    ObjectFactory m_interfaceFactory;                        ///< makes interfaces
    bool m_running{false};                                   ///< whether it is started
};

} // namespace mgm
} // namespace ns3

#endif // MGM_IGMP_HOST_H
