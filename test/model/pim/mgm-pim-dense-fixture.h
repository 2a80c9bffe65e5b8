/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_PIM_DENSE_FIXTURE_H
#define MGM_PIM_DENSE_FIXTURE_H

#include "mgm-pim-dense-fake-node.h"
#include "mgm-test-fixture.h"

#include "ns3/mgm-pim-dense-tib.h"

#include <functional>
#include <string>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup tests
 * @brief Dense mode on a router with three interfaces, and a stream of 10.9.0.1 to 239.1.1.1.
 *
 * Interface 1 (10.0.1.1) leads to the source over the neighbor 10.0.1.2 (preference 110, metric
 * 20); 10.0.1.3 is on the link, too. Interfaces 2 (10.0.2.1) and 3 (10.0.3.1) have no neighbors.
 * t_override is half of the Override Interval: 1.25 s.
 */
class PimDenseTest : public MgmTest
{
  public:
    PimDenseFakeNode node;                             ///< The router.
    Ptr<PimDenseTib> tib;                              ///< Its dense mode.
    const SourceGroup stream{"10.9.0.1", "239.1.1.1"}; ///< The stream.

    /// @brief Lets time go by. @param seconds how much
    void Wait(double seconds);

    /// @brief A data packet arrives. @param interface where @param ttl its TTL
    /// @return where it is forwarded: "2 3"
    std::string Data(uint32_t interface, uint8_t ttl = 32);

    /// @brief A Prune arrives. @param interface where @param to to whom @param holdtime [s]
    void Prune(uint32_t interface, const char* to, uint16_t holdtime = 210);

    /// @brief A Join arrives. @param interface where @param to to whom
    void Join(uint32_t interface, const char* to);

    /// @brief A Graft to this router arrives. @param interface where @param from who has sent it
    void Graft(uint32_t interface, const char* from);

    /// @brief A GraftAck arrives on interface 1. @param from who has sent it @param to to whom
    void GraftAck(const char* from = "10.0.1.2", const char* to = "10.0.1.1");

    /// @brief An Assert arrives. @param interface where @param from who has sent it
    /// @param preference its preference @param metric its metric
    void Assert(uint32_t interface, const char* from, uint32_t preference, uint32_t metric);

    /// @brief An AssertCancel arrives. @param interface where @param from who has sent it
    void AssertCancel(uint32_t interface, const char* from);

    /// @brief A State Refresh arrives. @param prune its Prune Indicator @param interface where
    /// @param from who has sent it @param preference its preference @param metric its metric
    /// @param interval its interval [s] @param ttl its TTL
    void Refresh(bool prune,
                 uint32_t interface = 1,
                 const char* from = "10.0.1.2",
                 uint32_t preference = 110,
                 uint32_t metric = 10,
                 uint8_t interval = 60,
                 uint8_t ttl = 16);

    /// @brief Hosts join or leave the group. @param interface where @param isMember whether they
    ///        want it
    void Member(uint32_t interface, bool isMember = true);

    /// @brief The route to the source is another one. @param interface where it leads
    /// @param nextHop over whom; null: the source is directly connected
    void Route(uint32_t interface, const char* nextHop);

    /// @brief Interface 2 has the neighbors 10.0.2.2 and 10.0.2.3, and a member is on interface 3.
    void Branch();

    /// @return state and running timers of Upstream: "P PLT=210"
    std::string Upstream() const;

    /// @param interface an interface @return state and running timers downstream: "PP PPT=3"
    std::string Downstream(uint32_t interface) const;

    /// @param interface an interface @return state, winner and timer of the Assert machine: "L
    ///        10.0.2.2 110/10 AT=180"
    std::string Asserted(uint32_t interface) const;

    /// @return state and timers of the originator: "O SRT=60 SAT=210"
    std::string Originator() const;

    /// @return what was sent since the last call: "1 Join 10.0.1.2; 2 Assert 110/20"
    std::string Sent();

    /// @return what was told of forwarding since the last call
    std::string Told();

  protected:
    void SetUp() override;
    void TearDown() override;
};

/// @ingroup tests
/// @brief A cell of a table of the RFC: an event in a state.
struct PimDenseCell
{
    const char* name;                         ///< Name of the test.
    std::function<void(PimDenseTest&)> state; ///< Brings about the state.
    std::function<void(PimDenseTest&)> event; ///< Brings about the event.
    const char* result;                       ///< The state that it gives.
    const char* sent;                         ///< What is sent.
};

/// @brief Writes its name. @param os where to @param cell the cell @return where to
inline std::ostream&
operator<<(std::ostream& os, const PimDenseCell& cell)
{
    return os << cell.name;
}

} // namespace mgm
} // namespace ns3

#endif // MGM_PIM_DENSE_FIXTURE_H
