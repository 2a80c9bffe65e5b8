/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_IGMP_HOST_RUN_H
#define MGM_IGMP_HOST_RUN_H

#include "mgm-igmp-host-model.h"
#include "mgm-igmp-wire-peer.h"

#include "ns3/mgm-igmp-host.h"

#include <memory>
#include <string>

namespace ns3
{
namespace mgm
{

/// @ingroup tests
/// @brief One step of a random sequence: a socket sets a filter, a query arrives, or the link goes
///        down or comes up.
struct IgmpHostStep
{
    Time wait;                ///< time before it
    bool isQuery{false};      ///< which of both
    bool isLinkChange{false}; ///< neither: the link goes down or comes up
    uint32_t socket{0};       ///< the socket
    uint32_t group{0};        ///< the group; 0: a general query
    IgmpFilterModel filter;   ///< the filter of the socket, or the sources of the query
    uint8_t code{0};          ///< Max Resp Code of the query, below 128
};

/// @param bits a large random number
/// @return a configuration
IgmpHostSetup MakeHostSetup(uint64_t bits);

/// @param bits a large random number
/// @return a step
IgmpHostStep MakeHostStep(uint64_t bits);

/// @brief Describes a step for people.
/// @param os the stream
/// @param step the step
/// @return the stream
std::ostream& operator<<(std::ostream& os, const IgmpHostStep& step);

/**
 * @ingroup tests
 * @brief Takes a host agent and the model of it through the same steps, and compares what is wanted
 *        and what is reported on the wire.
 *
 * Each step comes 10 ns after a full millisecond more than the step before, so that no query ever
 * meets a timer.
 */
class IgmpHostRun
{
  public:
    /// @param setup the configuration
    explicit IgmpHostRun(const IgmpHostSetup& setup);
    ~IgmpHostRun();

    /**
     * @brief Does one step and compares.
     * @param step the step
     * @return what differs; empty if nothing does
     */
    std::string Step(const IgmpHostStep& step);

  private:
    /// @brief Lets the link go down or come up.
    void ChangeLink();

    /// @brief Does the step. @param step the step
    void Do(const IgmpHostStep& step);

    /// @return what differs in what is wanted
    std::string CompareFilters() const;

    /// @return what differs in the reports since the last call
    std::string CompareReports();

    IgmpHostModel m_model;                  ///< the model
    Ptr<SimpleChannel> m_channel;           ///< the LAN
    Ptr<Node> m_node;                       ///< the host
    Ptr<IgmpHost> m_host;                   ///< its agent
    std::vector<Ptr<IgmpSocket>> m_sockets; ///< its sockets
    std::unique_ptr<IgmpWirePeer> m_peer;   ///< all others on the LAN
    bool m_isUp{true};                      ///< whether the link is
};

} // namespace mgm
} // namespace ns3

#endif // MGM_IGMP_HOST_RUN_H
