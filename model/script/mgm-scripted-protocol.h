/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_SCRIPTED_PROTOCOL_H
#define MGM_SCRIPTED_PROTOCOL_H

#include "mgm-group-knowledge.h"
#include "mgm-script-client.h"
#include "mgm-script-sequence.h"
#include "mgm-script.h"

#include "ns3/mgm-streamed-application.h"

#include <memory>
#include <string>
#include <vector>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief A client of the manager whose behaviour is data.
 *
 * An application: it runs its start-up script at StartTime and its shut-down script at StopTime.
 * Further steps can be run at any time. It remembers the groups that it has heard of (I7). The node
 * must have a MulticastGroupManager when it starts.
 */
class ScriptedProtocol : public StreamedApplication
{
  public:
    /// @return the TypeId
    static TypeId GetTypeId();

    ScriptedProtocol();
    ~ScriptedProtocol() override;

    /// @param script what the protocol does; Script::PimLike() unless set
    void SetScript(const Script& script);

    /**
     * @brief Sets the interfaces of steps that name none.
     * @param interfaces the interfaces, in order; all of the node's but the loopback unless set
     */
    void SetInterfaces(const std::vector<InterfaceId>& interfaces);

    /// @brief Runs the start-up script now.
    void Start();

    /// @brief Runs the shut-down script now.
    void Stop();

    /// @brief The protocol dies: what it does is ended, and the manager removes it (REG-5).
    void Fail();

    /**
     * @brief Runs one more step, independently of the scripts.
     * @param step the step
     */
    void Run(const ScriptStep& step);

    /// @return the groups that the protocol knows
    const GroupKnowledge& GetKnowledge() const;

    /// @return handle of the current registration; null if there is none
    ClientHandle GetHandle() const;

    /**
     * @brief Fixes the random streams of the delays in the script.
     * @param stream first stream number
     * @return the number of streams used
     */
    int64_t AssignStreams(int64_t stream) override;

  protected:
    void DoInitialize() override;
    void DoDispose() override;

  private:
    void StartApplication() override;
    void StopApplication() override;

    /// @brief Finds the manager and the interfaces of the node, once.
    void Prepare();

    /// @brief Begins a sequence of steps.
    /// @param steps the steps
    void Begin(const std::vector<ScriptStep>& steps);

    /// @brief Starts a sequence: now, or, within many others that started each other, in an event
    /// of
    ///        the same instant.
    /// @param sequence the sequence
    void Start(const std::shared_ptr<ScriptSequence>& sequence);

    /// @param step a step
    /// @return the interfaces it works on; none if its verb needs none
    std::vector<InterfaceId> GetInterfaces(const ScriptStep& step) const;

    /// @brief Makes one call of a step.
    /// @param step the step
    /// @param interface the interface, if the verb needs one
    /// @return what the manager answers
    Status Act(const ScriptStep& step, const InterfaceId& interface);

    /// @brief Reacts to a callback or to an enumerated entry.
    /// @param trigger which
    /// @param entry the entry it names, or null
    /// @param interface the interface it names, or null
    void React(ScriptTrigger trigger, const SourceGroup* entry, const InterfaceId* interface);

    /// @brief Ends what is in progress.
    void CancelAll();

    Script m_script;                       ///< what the protocol does
    std::vector<InterfaceId> m_interfaces; ///< interfaces of steps that name none
    std::string m_name;                    ///< name for traces
    uint32_t m_protocolId;                 ///< protocol id
    uint32_t m_componentId;                ///< component id
    bool m_isPrepared{false};              ///< whether Prepare() has run
    uint32_t m_nesting{0};                 ///< how many sequences are being started within others
    ScriptClient m_client;                 ///< makes the calls
    ScriptSequence::Actor m_actor;         ///< what sequences call
    std::vector<std::shared_ptr<ScriptSequence>> m_sequences; ///< what is in progress
};

} // namespace mgm
} // namespace ns3

#endif // MGM_SCRIPTED_PROTOCOL_H
