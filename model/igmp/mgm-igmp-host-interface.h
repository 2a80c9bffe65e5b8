/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_IGMP_HOST_INTERFACE_H
#define MGM_IGMP_HOST_INTERFACE_H

#include "mgm-igmp-host-link.h"
#include "mgm-igmp-l4-protocol.h"
#include "mgm-source-set.h"

#include "ns3/object.h"
#include "ns3/random-variable-stream.h"

#include <map>
#include <memory>

namespace ns3
{

class Node;

namespace mgm
{

class IgmpHostGroups;
struct IgmpHostQuery;

/**
 * @ingroup mgm
 * @brief An interface on which an IGMP host joins groups.
 *
 * Its attributes are the parameters of RFC 2236 and RFC 3376, section 8. A change of one takes
 * effect when it is used next, a change of Version when the host starts next.
 */
class IgmpHostInterface : public Object, private IgmpHostLink
{
  public:
    /// @return the TypeId
    static TypeId GetTypeId();

    IgmpHostInterface();
    ~IgmpHostInterface() override;

    /**
     * @name For the agent
     * @{
     */

    /**
     * @brief Starts to take part in the protocol.
     * @param node the node
     * @param index index of the IPv4 interface
     */
    void Serve(Ptr<Node> node, uint32_t index);

    /// @brief Leaves all groups and stops.
    void Stop();

    /// @brief Forgets all groups and stops, without a word.
    void Drop();

    /**
     * @brief Says what is wanted of a group (RFC 3376 section 3.2); remembered while stopped.
     * @param group the group
     * @param mode filter mode
     * @param sources source list
     */
    void SetFilter(Ipv4Address group, FilterMode mode, const SourceSet& sources);

    /**
     * @brief Fixes the random streams.
     * @param stream first stream number
     * @return the number of streams used
     */
    int64_t AssignStreams(int64_t stream);

    /** @} */

  protected:
    void DoDispose() override;

  private:
    /// What is wanted of a group.
    struct Filter
    {
        FilterMode mode;   ///< filter mode
        SourceSet sources; ///< source list
    };

    uint8_t GetRobustness() const override;
    Time GetUnsolicitedReportInterval() const override;
    Time DrawDelay(Time longest) override;
    void Send(const IgmpMessage& message, Ipv4Address destination) override;
    void SendReport(const std::vector<IgmpGroupRecord>& records) override;
    void Forget(Ipv4Address group) override;
    MachineSubject GetSubject(std::string_view machine,
                              std::optional<Ipv4Address> group) const override;

    /// @brief Hears a message.
    /// @param reception the message
    void Receive(const IgmpReception& reception);

    /// @brief Handles a query if it is one that a host may trust (RFC 3376 section 9.1).
    /// @param query the query
    /// @param hasAlert whether it had the Router Alert option, or needs none
    /// @param destination IP destination
    void ReceiveQuery(const IgmpHostQuery& query, bool hasAlert, Ipv4Address destination);

    uint8_t m_version;                 ///< IGMP version
    uint8_t m_robustness;              ///< Robustness Variable
    Time m_unsolicitedInterval;        ///< Unsolicited Report Interval; 0: by version
    bool m_requireRouterAlert;         ///< whether queries need the Router Alert option
    Ptr<RandomVariableStream> m_delay; ///< delays, as part of the longest one

    uint32_t m_index{0};                      ///< index of the IPv4 interface
    Ptr<Tracer> m_tracer;                     ///< where records go
    Ptr<IgmpL4Protocol> m_protocol;           ///< sends and receives
    IgmpL4Protocol::ListenerId m_listener{0}; ///< while started
    std::map<Ipv4Address, Filter> m_wanted;   ///< what was asked for while stopped
    std::unique_ptr<IgmpHostGroups> m_groups; ///< while started
};

} // namespace mgm
} // namespace ns3

#endif // MGM_IGMP_HOST_INTERFACE_H
