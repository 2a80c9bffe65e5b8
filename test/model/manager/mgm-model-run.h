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
#include "mgm-reference-rules.h"
#include "mgm-table-comparison.h"
#include "mgm-test-client.h"
#include "mgm-watched-rib.h"

#include "ns3/mgm-multicast-group-manager.h"
#include "ns3/mgm-static-multicast-rib.h"
#include "ns3/node.h"

#include <array>
#include <bitset>
#include <cstdint>
#include <memory>
#include <optional>
#include <sstream>
#include <string>
#include <vector>

namespace ns3
{
namespace mgm
{

/// What a sequence did that is rare.
enum class SequenceKind : uint8_t
{
    SOURCE_ALERT,    ///< an alert about (s,g) was made
    ROUTE_NOTICED,   ///< a route changed, with notice
    ROUTE_SILENT,    ///< a route changed without
    ROUTE_IN_CHANGE, ///< a route changed while an owner was changing
    CALL_IN_RELEASE, ///< a client called while another's Release was in progress
    WILD_CALL,       ///< a client called anything in a callback
    LIST_COVERED,    ///< a client enumerated while changes were withheld from it
    FAIL,            ///< a client died
    CRASH,           ///< the node crashed
    CRASH_IN_CHANGE, ///< the node crashed while an owner was changing
};

/// @return the name of a kind
const char* ToString(SequenceKind kind);

/**
 * @ingroup tests
 * @brief Takes the manager and the reference model through the same steps and compares them.
 */
class ModelRun
{
  public:
    /// Kinds that occurred.
    using Kinds = std::bitset<static_cast<std::size_t>(SequenceKind::CRASH_IN_CHANGE) + 1>;

    /**
     * @param setup what the sequence takes place in
     * @param keepsHistory whether to write what happens
     */
    ModelRun(const RandomSetup& setup, bool keepsHistory);
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

    /// @return what happened, a line for each call and callback; empty if it is not kept
    std::string GetHistory() const
    {
        return m_history.str();
    }

    /// @return what the sequence did that is rare
    const Kinds& GetKinds() const
    {
        return m_kinds;
    }

  private:
    using Number = ReferenceModel::Number;
    using Statuses = ReferenceRules::Statuses;

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
        uint64_t begun;           ///< number of the last change before it began
        bool ended;               ///< whether it was ended
    };

    RandomCall Resolve(RandomCall call) const;
    Number FindClient(const RandomCall& call) const;
    ClientHandle HandleOf(Number client) const;
    Number NumberOf(ClientHandle handle) const;
    void Note(SequenceKind kind);

    std::unique_ptr<TestClient> MakeClient(uint32_t slot, Number number);
    void CallBack(Number client, const ClientEvent& event);
    void ReactTo(Number client, const ClientEvent& event);

    void Watch(const TraceRecord& record);
    void Tell(const TraceRecord& record);
    void Poll();

    void Do(const RandomCall& call);
    void Judge(Status status, const Statuses& right);
    std::optional<Status> DoRegister(uint32_t slot);
    std::optional<Status> DoDeRegister(Number client);
    std::optional<Status> DoFail(Number client);
    std::optional<Status> DoOwnership(Number client, uint32_t interface, bool takes);
    std::optional<Status> DoMembership(Number client, const RandomCall& call);
    std::optional<Status> DoStart(Number client, EnumerationType type);
    std::optional<Status> DoNext(std::size_t index, uint32_t room);
    void Learn(const Enumeration& enumeration, const std::vector<uint32_t>& keys, bool whole);
    bool IsDead(const Enumeration& enumeration) const;
    std::optional<Status> DoEnd(std::size_t index);
    std::optional<Status> DoList(Number client, EnumerationType type);
    std::optional<Status> DoCall(const RandomCall& call);
    std::optional<Status> DoClientCall(const RandomCall& call);
    std::optional<Status> DoEnumeration(const RandomCall& call);
    std::optional<Status> DoWait();
    std::optional<Status> DoRoute(const RandomCall& call);
    void AnnounceRoute(const RandomCall& call);
    std::optional<Status> DoCrash();
    void Boot();

    std::string Check();
    std::vector<SourceGroup> ListAll() const;
    bool IsCalled(Number client) const;
    std::string CheckKnowledge() const;
    std::string CheckEmpty();

    RandomSetup m_setup;                  ///< what it takes place in
    bool m_keepsHistory;                  ///< whether to write what happens
    Ptr<Node> m_node;                     ///< the router
    Ptr<MulticastGroupManager> m_manager; ///< its manager
    Ptr<WatchedRib> m_rib;                ///< routes, below the static ones
    Ptr<StaticMulticastRib> m_static;     ///< static routes
    std::array<std::optional<uint32_t>, SOURCE_COUNT> m_overrides; ///< what they are
    ReferenceModel m_model;                                        ///< the model
    ReferenceRules m_rules;                                        ///< what may be answered
    TableComparison m_comparison;                                  ///< of the tables
    ClientEvents m_log;                                      ///< not used: TestClient wants it
    std::vector<Registration> m_registrations;               ///< by number, from 1
    std::vector<Enumeration> m_enumerations;                 ///< all that were started
    std::array<uint32_t, SLOT_IDS.size()> m_reactionsLeft{}; ///< of each client, in this step
    std::vector<uint64_t> m_inner;                           ///< calls of wild clients to come
    std::size_t m_depth{0};                                  ///< calls and callbacks in progress
    std::size_t m_releases{0};                               ///< Releases in progress
    bool m_isCrashing{false};                                ///< whether it is crashing just now
    uint32_t m_crashes{0};                                   ///< how often the node has crashed
    Kinds m_kinds;                                           ///< see GetKinds()
    std::ostringstream m_history;                            ///< see GetHistory()
};

} // namespace mgm
} // namespace ns3

#endif // MGM_MODEL_RUN_H
