/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_MANAGER_FIXTURE_H
#define MGM_MANAGER_FIXTURE_H

#include "mgm-test-client.h"
#include "mgm-test-fixture.h"

#include "ns3/mgm-multicast-group-manager.h"
#include "ns3/mgm-trace-record.h"
#include "ns3/node.h"

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup tests
 * @brief A reverse-path view that is whatever a test says.
 */
class FakeRib : public MulticastRib
{
  public:
    std::optional<Route> Lookup(Ipv4Address destination) const override;

    /**
     * @brief Changes a route and says so.
     * @param destination an address
     * @param interface index of the interface towards it; 0: there is no route any more
     * @param nextHop the neighbor towards it
     */
    void Move(Ipv4Address destination, uint32_t interface, Ipv4Address nextHop = ANY_ADDRESS);

    std::map<uint32_t, uint32_t> interfaces;  ///< index of the interface towards each address
    std::map<uint32_t, Ipv4Address> nextHops; ///< neighbor towards each address, if not itself
};

/**
 * @brief Makes a node with IPv4 and interfaces 1 to `interfaces`, with addresses 10.0.i.1/24.
 * @param interfaces number of interfaces besides loopback
 * @return the node
 */
Ptr<Node> MakeRouter(uint32_t interfaces);

/**
 * @ingroup tests
 * @brief A trace record with copies of its texts.
 */
struct KeptRecord : TraceRecord
{
    std::string opText;     ///< copy of op
    std::string detailText; ///< copy of detail
};

/**
 * @ingroup tests
 * @brief A router with four interfaces, a group manager, and clients that record what they see.
 */
class ManagerTest : public MgmTest
{
  protected:
    void SetUp() override;
    void TearDown() override;

    /// Sets an attribute of the manager.
    void SetAttribute(const std::string& name, const std::string& value);

    /// Makes a client that is not registered yet.
    TestClient& MakeClient(uint32_t protocol, uint32_t component = 1);

    /// Makes and registers a client.
    TestClient& Registered(uint32_t protocol, uint32_t component = 1);

    /// Makes and registers a client that has taken interfaces.
    TestClient& Owner(uint32_t protocol, const std::vector<uint32_t>& interfaces);

    /// @return what clients have seen since the last time
    ClientEvents Seen();

    /// Runs the simulation until a time.
    static void RunUntil(Time time);

    /// Starts keeping trace records.
    void Listen();

    /// @return the trace records of a kind
    std::vector<KeptRecord> Traced(TraceKind kind) const;

    /// Checks that nothing is left: no client, owner, membership or pending work.
    void ExpectEmpty();

    static constexpr uint32_t PIM = 4;   ///< a protocol id
    static constexpr uint32_t DVMRP = 2; ///< a protocol id
    static constexpr uint32_t BGMP = 7;  ///< a protocol id
    static constexpr uint32_t NONE = 99; ///< index that no interface has

    Ptr<Node> m_node;                                   ///< the router
    Ptr<MulticastGroupManager> m_manager;               ///< its manager
    Ptr<FakeRib> m_rib;                                 ///< what reverse-path lookups find
    ClientEvents m_log;                                 ///< what clients see
    std::vector<std::unique_ptr<TestClient>> m_clients; ///< the clients
    std::vector<KeptRecord> m_records;                  ///< trace records

  private:
    void Keep(const TraceRecord& record);
};

/// (*,*)
inline const SourceGroup ANY{};
/// Groups and sources.
inline const SourceGroup G1{Ipv4Address("0.0.0.0"), Ipv4Address("239.1.1.1")};
inline const SourceGroup G2{Ipv4Address("0.0.0.0"), Ipv4Address("239.1.1.2")};
inline const SourceGroup S1G1{Ipv4Address("10.0.9.1"), Ipv4Address("239.1.1.1")};
inline const SourceGroup S2G1{Ipv4Address("10.0.9.2"), Ipv4Address("239.1.1.1")};

} // namespace mgm
} // namespace ns3

#endif // MGM_MANAGER_FIXTURE_H
