/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_MFE_FIXTURE_H
#define MGM_MFE_FIXTURE_H

#include "mgm-fake-plane.h"
#include "model/manager/mgm-manager-fixture.h"

#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup tests
 * @brief A router with four interfaces whose forwarder is a fake one.
 *
 * The sources S1 and S2 are behind interface 1, S3 behind interface 4.
 */
class MfeTest : public ManagerTest
{
  protected:
    void SetUp() override;
    void TearDown() override;

    /// A packet arrives, by default on the interface towards the sources S1 and S2.
    void Packet(const SourceGroup& key, uint32_t arrival = 1);

    /// @return the outgoing interfaces of an entry, "2 3"; "none" if there are none, "no entry" if
    /// there is no entry that forwards
    std::string Outgoing(const SourceGroup& key) const;

    /// @return the incoming interface of an entry that forwards; 0 if there is none
    uint32_t Incoming(const SourceGroup& key) const;

    /// @return the entry as the manager tells it
    std::optional<Mfe> Read(const SourceGroup& key) const;

    /// @return the keys of all entries that the manager tells, in its order
    std::vector<SourceGroup> Keys() const;

    /// @return the interfaces that packets of a key left on since the last time, "2 3 2"
    std::string Left(const SourceGroup& key);

    /// @return what clients have seen except JOIN_ALERT and PRUNE_ALERT of memberships
    ClientEvents SeenOfEntries();

    /// Makes PIM own interface 1 and DVMRP interfaces 2 and 3, and forgets what they saw.
    void PimAndDvmrp();

    /// Makes what every callback or every upcall costs.
    void SetCost(const std::string& attribute, double seconds);

    static constexpr double MFE_TIMEOUT = 900; ///< default of MfeTimeout [s]

    std::unique_ptr<FakePlane> m_plane; ///< the forwarder
    TestClient* m_pim{nullptr};         ///< owner of interface 1, after PimAndDvmrp()
    TestClient* m_dvmrp{nullptr};       ///< owner of interfaces 2 and 3, after PimAndDvmrp()
};

/// @return what a client may do to the interfaces of CREATION_ALERT: disables some of them
std::function<void(std::vector<InterfaceEntry>&)> Disabling(const std::set<uint32_t>& interfaces);

/// More sources and groups; S1G1 and S2G1 are those of ManagerTest.
inline const Ipv4Address S1{"10.0.9.1"};
inline const Ipv4Address S2{"10.0.9.2"};
inline const Ipv4Address S3{"10.0.8.1"};
inline const SourceGroup S1G2{Ipv4Address("10.0.9.1"), Ipv4Address("239.1.1.2")};
inline const SourceGroup S2G2{Ipv4Address("10.0.9.2"), Ipv4Address("239.1.1.2")};
inline const SourceGroup S3G1{Ipv4Address("10.0.8.1"), Ipv4Address("239.1.1.1")};

/// Flags of calls.
inline constexpr uint32_t JOIN = MGM_JOIN_STATE_FLAG;
inline constexpr uint32_t FORWARD = MGM_FORWARD_STATE_FLAG;
inline constexpr uint32_t BOTH = MGM_JOIN_STATE_FLAG | MGM_FORWARD_STATE_FLAG;

/// Room for any entry [bytes].
inline constexpr uint32_t AMPLE = 100000;

} // namespace mgm
} // namespace ns3

#endif // MGM_MFE_FIXTURE_H
