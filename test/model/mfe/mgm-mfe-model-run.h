/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_MFE_MODEL_RUN_H
#define MGM_MFE_MODEL_RUN_H

#include "mgm-fake-plane.h"
#include "mgm-mfe-model.h"
#include "mgm-polled-rib.h"
#include "model/manager/mgm-manager-fixture.h"
#include "model/manager/mgm-test-client.h"

#include "ns3/mgm-static-multicast-rib.h"

#include <functional>
#include <map>
#include <memory>
#include <optional>
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
    /// Where it is open what happens there are several models; so many at most.
    static constexpr std::size_t MAX_MODELS = 200;
    /// No change of owner deletes more memberships.
    static constexpr uint32_t MAX_PLACES = 40;
    /// Room for any entry [bytes].
    static constexpr uint32_t AMPLE_ROOM = 100000;

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
     * @brief Checks that nothing is left after all clients have failed.
     * @return what is left; empty if nothing is
     */
    std::string CheckEmpty() const;

    /// @return number of calls that were made in callbacks
    uint32_t CountInnerCalls() const
    {
        return m_innerCalls;
    }

    /// @return number of changes of owner that began while RPF waited
    uint32_t CountTakesInMaking() const
    {
        return m_takesInMaking;
    }

    /// @return the largest number of entries that had expired, as far as they were remembered
    uint32_t CountDormant() const
    {
        return m_dormant;
    }

    /// @return number of marks that were set on expired entries
    uint32_t CountDormantMarks() const
    {
        return m_dormantMarks;
    }

  private:
    /// What happens to a model.
    using Deed = std::function<void(MfeModel&)>;

    TestClient& ClientOf(uint32_t slot);
    void MakeClient(uint32_t slot);
    void MakeView();
    void React(uint32_t slot, const ClientEvent& event);
    void NoteInstall(const SourceGroup& key);

    MfeStep Resolve(MfeStep step) const;
    std::string Do(const MfeStep& step);
    Status Register(uint32_t slot);
    Status Call(const MfeStep& step);
    std::string DoCall(const MfeStep& step);
    std::string FollowCall(const MfeStep& step, Status answer);
    std::string ExplainCall(MfeModel model, const MfeStep& step, Status answer);
    std::string ExplainInner() const;
    ClientId GetGone() const;
    std::string CheckGone() const;
    void CountMarks(const MfeStep& step);
    void DoPacket(const MfeStep& step);
    std::optional<MfeStep> FindTakeInMaking(const MfeStep& packet) const;
    std::string DoTakeInMaking(const MfeStep& packet, const MfeStep& take);
    void SetUpcallCost(int64_t cost);
    void DoRoute(const MfeStep& step);
    void DoCrash();
    void LetPass(Time duration);
    void Each(const Deed& deed);

    std::string Judge();
    MfeObservation Observe(const SourceGroup& key) const;
    std::string CheckOrder(const MfeStep& step) const;
    std::string CheckPlane();
    std::string CheckPages(uint32_t number) const;
    std::string CheckSmallBuffers();
    std::string CheckGroupBuffer();

    MfeSetup m_setup;                                        ///< what it takes place in
    Ptr<Node> m_node;                                        ///< the router
    Ptr<MulticastGroupManager> m_manager;                    ///< its manager
    Ptr<PolledRib> m_rib;                                    ///< what unicast routing says
    Ptr<StaticMulticastRib> m_static;                        ///< what overrides it
    std::unique_ptr<FakePlane> m_plane;                      ///< its forwarder
    std::vector<MfeModel> m_models;                          ///< models that agree so far
    ClientEvents m_log;                                      ///< what clients see in this step
    std::map<SourceGroup, std::multiset<uint32_t>> m_copies; ///< where packets of this step left
    std::map<SourceGroup, std::size_t> m_madeAtInstall;      ///< RPF and CREATION_ALERT before it
    std::optional<MfeStep> m_planned;                   ///< a call that is to be made in a callback
    std::optional<MfeInnerCall> m_inner;                ///< a call that was made in a callback
    std::ptrdiff_t m_innerAt{0};                        ///< number of events when it had returned
    std::vector<std::unique_ptr<TestClient>> m_clients; ///< newest of each slot
    std::vector<std::unique_ptr<TestClient>> m_former;  ///< those that are gone
    uint32_t m_innerCalls{0};                           ///< calls that were made in callbacks
    uint32_t m_takesInMaking{0};                        ///< takes while RPF waited
    uint32_t m_dormantMarks{0};                         ///< marks set on expired entries
    uint32_t m_dormant{0};                              ///< largest number of expired entries
};

} // namespace mgm
} // namespace ns3

#endif // MGM_MFE_MODEL_RUN_H
