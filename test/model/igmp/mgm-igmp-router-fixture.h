/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_IGMP_ROUTER_FIXTURE_H
#define MGM_IGMP_ROUTER_FIXTURE_H

#include "mgm-igmp-router-lan.h"

#include "ns3/mgm-trace-record.h"

#include <string>
#include <vector>

namespace ns3
{
namespace mgm
{

/// The LAN, as the manager knows it.
inline const InterfaceId LAN_ID{1};

/**
 * @ingroup tests
 * @brief An IGMP router beside a protocol that takes and releases the LAN.
 */
class IgmpRouterTest : public IgmpRouterLan
{
  protected:
    void SetUp() override;

    /// @brief The protocol takes the LAN. @param at when
    void Take(Time at);

    /// @brief The protocol releases the LAN. @param at when
    void Release(Time at);

    /// @brief A host joins. @param at when @param group the group
    void Join(Time at, Ipv4Address group);

    /// @brief Sets a time attribute of the manager. @param name its name @param seconds the time
    void SetManagerTime(const std::string& name, double seconds);

    /// @brief Notes the trace of the node: calls of IGMP, kinds of records, states of its reporter.
    void WatchTrace();

    /// @return how many records of a kind were noted @param kind the kind
    std::size_t Count(TraceKind kind) const;

    ClientHandle m_pim;                  ///< the protocol
    std::vector<std::string> m_local;    ///< its callbacks: "TIME join|leave ENTRY"
    std::vector<std::string> m_calls;    ///< calls of IGMP: "TIME FUNCTION [ENTRY]"
    std::vector<std::string> m_reporter; ///< new states of the reporter
    std::vector<TraceKind> m_kinds;      ///< kinds of records

  private:
    /// @brief Notes a callback. @param what its name @param entry what it is about
    void Note(const std::string& what, const SourceGroupEntry& entry);
};

} // namespace mgm
} // namespace ns3

#endif // MGM_IGMP_ROUTER_FIXTURE_H
