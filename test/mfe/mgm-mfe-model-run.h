/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_MFE_MODEL_RUN_H
#define MGM_MFE_MODEL_RUN_H

#include "manager/mgm-manager-fixture.h"
#include "manager/mgm-test-client.h"
#include "mgm-fake-plane.h"
#include "mgm-mfe-model.h"

#include <memory>
#include <string>
#include <vector>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup tests
 * @brief Takes a manager with a fake forwarder, and the reference model, through the same steps
 * and compares them.
 */
class MfeModelRun
{
  public:
    /// @param setup what the sequence takes place in
    explicit MfeModelRun(const MfeSetup& setup);
    ~MfeModelRun();

    /**
     * @brief Does one step and compares everything.
     * @param step the step
     * @return what differs; empty if nothing does
     */
    std::string Step(const MfeStep& step);

    /**
     * @brief All clients fail; checks that nothing is left.
     * @return what differs or is left; empty if nothing is
     */
    std::string ShutDown();

  private:
    TestClient& ClientOf(uint32_t slot);
    void MakeClient(uint32_t slot);

    MfeStep Resolve(MfeStep step) const;
    std::string Do(const MfeStep& step);
    std::string DoRegister(uint32_t slot);
    std::string DoSetMfe(const MfeStep& step);
    void DoPacket(const MfeStep& step);
    void LetPass(Time duration);

    std::string CheckEvents(const MfeStep& step) const;
    std::string CheckAlertOrder(const MfeStep& step) const;
    std::string CheckPlane();
    std::string CheckEntry(const Mfe& mfe) const;
    std::string CheckReaders(uint32_t number);

    MfeSetup m_setup;                                   ///< what it takes place in
    Ptr<Node> m_node;                                   ///< the router
    Ptr<MulticastGroupManager> m_manager;               ///< its manager
    Ptr<FakeRib> m_rib;                                 ///< its view of the routing table
    std::unique_ptr<FakePlane> m_plane;                 ///< its forwarder
    MfeModel m_model;                                   ///< the model
    ClientEvents m_log;                                 ///< what clients see in this step
    std::vector<std::unique_ptr<TestClient>> m_clients; ///< newest of each slot
    std::vector<std::unique_ptr<TestClient>> m_former;  ///< those that are gone
};

} // namespace mgm
} // namespace ns3

#endif // MGM_MFE_MODEL_RUN_H
