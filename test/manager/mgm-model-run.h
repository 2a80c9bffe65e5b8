/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_MODEL_RUN_H
#define MGM_MODEL_RUN_H

#include "mgm-client-knowledge.h"
#include "mgm-enumeration-oracle.h"
#include "mgm-reference-model.h"
#include "mgm-test-client.h"

#include "ns3/mgm-multicast-group-manager.h"
#include "ns3/node.h"

#include <array>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup tests
 * @brief Takes the manager and the reference model through the same steps and compares them.
 */
class ModelRun
{
  public:
    /// @param setup what the sequence takes place in
    explicit ModelRun(const RandomSetup& setup);
    ~ModelRun();

    /**
     * @brief Does one step and checks everything.
     * @param call the step
     * @return what differs or breaks an invariant; empty if nothing does
     */
    std::string Step(const RandomCall& call);

    /**
     * @brief Shuts all clients down and checks that nothing is left (I8).
     * @return what differs or breaks an invariant; empty if nothing does
     */
    std::string ShutDown();

    /// @return the router
    Ptr<Node> GetNode() const
    {
        return m_node;
    }

  private:
    using Number = ReferenceModel::Number;

    /// A registration that the manager accepted.
    struct Registration
    {
        uint32_t slot;                      ///< which client
        std::unique_ptr<TestClient> client; ///< the client
        ClientKnowledge knowledge;          ///< what it knows
    };

    /// An enumeration that was started.
    struct Enumeration
    {
        EnumerationHandle handle; ///< its handle
        Number client;            ///< who started it
        EnumerationOracle oracle; ///< what judges it
        bool covered;             ///< whether the client was owed (*,*) at some time meanwhile
        bool ended;               ///< whether it was ended
    };

    RandomCall Resolve(RandomCall call) const;
    Number FindClient(const RandomCall& call) const;
    ClientHandle HandleOf(Number client) const;
    TestClient& ClientOf(Number client);
    std::unique_ptr<TestClient> MakeClient(uint32_t slot);
    void ReactTo(uint32_t slot, TestClient& client, const ClientEvent& event);

    void Watch(const TraceRecord& record);

    std::string Do(const RandomCall& call);
    std::string DoRegister(const RandomCall& call);
    std::string DoOwnership(const RandomCall& call);
    std::string DoMembership(const RandomCall& call);
    std::string DoStart(const RandomCall& call);
    std::string DoNext(const RandomCall& call);
    std::string DoEnd(const RandomCall& call);
    std::string DoWait();

    std::string CheckEvents() const;
    std::string CheckTables();
    std::string CheckHolders() const;
    std::string CheckInterfaces() const;
    std::string CheckBrackets();
    std::string CheckKnowledge();
    std::string CheckEmpty() const;

    RandomSetup m_setup;                                     ///< what it takes place in
    Ptr<Node> m_node;                                        ///< the router
    Ptr<MulticastGroupManager> m_manager;                    ///< its manager
    ReferenceModel m_model;                                  ///< the model
    ClientEvents m_log;                                      ///< what clients see in this step
    std::vector<Registration> m_registrations;               ///< by number, from 1
    std::vector<Enumeration> m_enumerations;                 ///< all that were started
    std::vector<SourceGroup> m_order;                        ///< the table, as enumerated last
    std::array<uint32_t, SLOT_IDS.size()> m_reactionsLeft{}; ///< of each client, in this step
    ReferenceModel::Deletions m_deletions; ///< memberships deleted in this step, in order
    std::set<uint32_t> m_disabled;         ///< interfaces in a bracket
    std::map<uint32_t, Number> m_owners;   ///< owners before this step
};

} // namespace mgm
} // namespace ns3

#endif // MGM_MODEL_RUN_H
