/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_IGMP_ROUTER_RUN_H
#define MGM_IGMP_ROUTER_RUN_H

#include "mgm-igmp-router-model.h"
#include "mgm-igmp-wire-peer.h"

#include "ns3/mgm-igmp-router.h"
#include "ns3/mgm-multicast-group-manager.h"

#include <array>
#include <memory>
#include <string>

namespace ns3
{
namespace mgm
{

/// @ingroup tests
/// @brief The groups of random sequences; the last one is in the SSM range.
constexpr std::array<uint32_t, 3> ORACLE_GROUPS{FIRST_GROUP, FIRST_GROUP + 1, 0xE8010101};

/// @ingroup tests
/// @brief One step of a random sequence: a message, and the time before it.
struct IgmpRouterRunStep
{
    Time wait;                ///< time before the message
    uint8_t type{0};          ///< message type; 0: no message
    bool isLinkChange{false}; ///< no message, but the link goes down or comes up
    uint32_t group{0};        ///< its group
    SourceBits sources{0};    ///< its sources
    IgmpRecordNumber record;  ///< record type of an IGMPv3 report
    uint32_t from{0};         ///< IP source
    bool suppress{false};     ///< the S flag of a query
    uint8_t robustness{0};    ///< QRV of a general query of a lower address
    uint8_t interval{0};      ///< QQI of it [s], below 128
};

/// @ingroup tests
/// @brief What may happen in a sequence.
struct IgmpRouterMix
{
    bool hasSsmGroups;    ///< a group in the SSM range
    bool hasOlderHosts;   ///< messages of IGMPv1 and IGMPv2
    bool hasOtherQuerier; ///< queries of other routers
    bool hasLinkChanges;  ///< a link that goes down and comes up
};

/// @param bits a large random number
/// @return a configuration
IgmpRouterSetup MakeRouterSetup(uint64_t bits);

/// @param bits a large random number
/// @param mix what may happen
/// @return a step
IgmpRouterRunStep MakeRouterStep(uint64_t bits, const IgmpRouterMix& mix);

/// @brief Describes a step for people.
/// @param os the stream
/// @param step the step
/// @return the stream
std::ostream& operator<<(std::ostream& os, const IgmpRouterRunStep& step);

/**
 * @ingroup tests
 * @brief Takes a router agent and the model of it through the same steps, by packets on a wire, and
 *        compares filter modes, sources, timers, memberships and queries.
 *
 * Each step comes 10 ns after a full millisecond more than the step before, so that no message ever
 * meets a timer.
 */
class IgmpRouterRun
{
  public:
    /// @param setup the configuration
    explicit IgmpRouterRun(const IgmpRouterSetup& setup);
    ~IgmpRouterRun();

    /**
     * @brief Does one step and compares.
     * @param step the step
     * @return what differs; empty if nothing does
     */
    std::string Step(const IgmpRouterRunStep& step);

  private:
    /// @return the query of a step @param step the step
    IgmpFields MakeQuery(const IgmpRouterRunStep& step) const;

    /// @brief Lets the link go down or come up.
    void ChangeLink();

    /// @brief Sends the message of a step. @param step the step
    void Say(const IgmpRouterRunStep& step);

    /// @brief Has the model receive it. @param step the step
    void Tell(const IgmpRouterRunStep& step);

    /// @return what the router knows of all groups
    std::string GetActualState() const;

    /// @return what it should know
    std::string GetExpectedState() const;

    /// @return what the group manager holds
    std::set<IgmpRouterModel::Membership> GetActualMemberships() const;

    /// @return what differs in the queries since the last call
    std::string CompareQueries();

    /// @param query a query of the model @return all that is to be seen of it on the wire
    std::string Describe(const IgmpModelQuery& query) const;

    IgmpRouterSetup m_setup;              ///< the configuration
    IgmpRouterModel m_model;              ///< the model
    Ptr<SimpleChannel> m_channel;         ///< the LAN
    Ptr<Node> m_node;                     ///< the router
    Ptr<MulticastGroupManager> m_manager; ///< its manager
    Ptr<IgmpRouter> m_router;             ///< its agent
    ClientHandle m_observer;              ///< a client that enumerates
    std::unique_ptr<IgmpWirePeer> m_peer; ///< all others on the LAN
    bool m_isUp{true};                    ///< whether the link is
};

} // namespace mgm
} // namespace ns3

#endif // MGM_IGMP_ROUTER_RUN_H
