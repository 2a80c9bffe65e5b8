/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_PIM_ORACLE_FIXTURE_H
#define MGM_PIM_ORACLE_FIXTURE_H

#include "mgm-pim-oracle-judge.h"

#include <gtest/gtest.h>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup tests
 * @brief A judge, and short ways to say what happens and what a machine sends.
 *
 * Interface I has the address 10.0.I.5, neighbors 10.0.I.N. The source 10.9.0.1 is behind 10.0.1.2.
 */
class PimOracleFixture : public testing::Test
{
  protected:
    /// What a machine sends in a step.
    using Sent = std::vector<PimOracleMessage>;

    /// S and G.
    static constexpr PimOracleKey KEY{0x0A090001, 0xEF010101};

    /// @return a configuration with three interfaces, for which Hellos are not compared
    static PimOracleSetup MakeSetup();

    /// @param seconds a time [s] @return it
    static PimOracleTime At(double seconds);

    /// @param interface an interface @param host number of a neighbor @return its address
    static uint32_t Host(uint32_t interface, uint32_t host);

    /// @brief Starts anew. @param setup the configuration
    /// @param neighbors how many there are on each interface: 10.0.I.2, 10.0.I.8
    void Begin(const PimOracleSetup& setup, const std::vector<uint32_t>& neighbors);

    /// @brief A machine sends exactly this in a step, and the judge agrees; it does not if one of
    /// the messages is missing. @param event what happens @param sent what it sends, at their times
    void Accept(const PimOracleEvent& event, const Sent& sent = {});

    /// @brief The judge does not agree. @param event what happens @param sent what a machine sends
    void Refuse(const PimOracleEvent& event, const Sent& sent = {});

    /// @return states of (S,G)
    PimOracleView GetView() const;

    /// @param second when @return nothing but time
    static PimOracleEvent Nothing(double second);
    /// @param second when @param interface where @param ttl as received @return a data packet
    static PimOracleEvent Data(double second, uint32_t interface, uint32_t ttl = 32);
    /// @param second when @param interface where @param isOn whether it comes @return a member
    static PimOracleEvent Member(double second, uint32_t interface, bool isOn);
    /// @param second when @param route the new one @return a change of the route to S
    static PimOracleEvent Route(double second, const PimOracleRoute& route);
    /// @param message a message with time, interface and sender @return its receipt
    static PimOracleEvent Received(const PimOracleMessage& message);

    /// @param kind JOIN, PRUNE, GRAFT or GRAFT_ACK @param second when @param interface where
    /// @param from number of the sender: 5 is this router @param upstream number of the upstream
    /// neighbor @param holdtime Hold Time [s] @return a message
    static PimOracleMessage Make(PimOracleKind kind,
                                 double second,
                                 uint32_t interface,
                                 uint32_t from,
                                 uint32_t upstream,
                                 uint32_t holdtime = 210);

    /// @param second when @param interface where @param from number of the sender
    /// @param preference preference of its route @param metric of its route @return an Assert
    static PimOracleMessage Assert(double second,
                                   uint32_t interface,
                                   uint32_t from,
                                   uint32_t preference,
                                   uint32_t metric);

    /// @param second when @param interface where @param from number of the sender
    /// @param ttl the field TTL @param isPruned P @return a State Refresh
    static PimOracleMessage Refresh(double second,
                                    uint32_t interface,
                                    uint32_t from,
                                    uint32_t ttl,
                                    bool isPruned);

    std::optional<PimOracleJudge> m_judge; ///< the judge
};

} // namespace mgm
} // namespace ns3

#endif // MGM_PIM_ORACLE_FIXTURE_H
