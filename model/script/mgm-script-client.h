/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_SCRIPT_CLIENT_H
#define MGM_SCRIPT_CLIENT_H

#include "mgm-group-knowledge.h"
#include "mgm-membership-reasons.h"
#include "mgm-script.h"

#include "ns3/mgm-client-callback-receiver.h"
#include "ns3/mgm-multicast-group-manager.h"

#include <functional>
#include <set>
#include <string>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief Makes the calls of a script and receives its callbacks.
 *
 * Knows the handle, the old handle and the groups; knows nothing of time.
 */
class ScriptClient : private ClientCallbackReceiver
{
  public:
    /// What is told when a callback or an enumerated entry arrives.
    using Listener = std::function<
        void(ScriptTrigger trigger, const SourceGroup* entry, const InterfaceId* interface)>;

    /**
     * @param answers how callbacks are answered: a script, of which `disabled`, `pruneTimeout` and
     *        `countsReasons` are used; it outlives the client
     * @param listener what is told
     */
    ScriptClient(const Script& answers, Listener listener);

    /**
     * @brief Says on which manager and as whom the client registers.
     * @param manager the manager
     * @param id protocol and component id
     * @param name name for traces
     */
    void Configure(Ptr<MulticastGroupManager> manager, ClientId id, const std::string& name);

    /**
     * @brief Makes a call that needs no interface: REGISTER, DEREGISTER or FAIL.
     * @param verb the verb
     * @param handle which handle to use
     * @return what the manager answers
     */
    Status Call(ScriptVerb verb, ScriptHandle handle);

    /// @brief Dies, with or without its manager: its registration, if there is one, is over.
    void Fail();

    /**
     * @brief Makes a call about an interface: QUERY, TAKE, ADD, DELETE or RELEASE.
     * @param step verb, handle, entry and flags
     * @param interface the interface
     * @return what the manager answers
     */
    Status Call(const ScriptStep& step, const InterfaceId& interface);

    /**
     * @brief Makes the next call of an enumeration: the first one starts it, the last one ends it.
     * @param step handle and type
     * @param[in,out] enumeration the enumeration; a null handle if it has not started
     * @param[out] status what the manager answers
     * @return whether there are more calls to make
     */
    bool Enumerate(const ScriptStep& step, EnumerationHandle& enumeration, Status& status);

    /// @brief Calls back when the calls so far have returned; see MulticastGroupManager.
    /// @param next what to call; also called if the client is not registered
    void CallWhenReturned(Callback<void> next);

    /// @return handle of the current registration; null if there is none
    ClientHandle GetHandle() const
    {
        return m_handle;
    }

    /// @return the groups that the client knows
    const GroupKnowledge& GetKnowledge() const
    {
        return m_knowledge;
    }

    /// @param interface an interface
    /// @return whether the client is giving it up at this moment
    bool IsReleasing(const InterfaceId& interface) const
    {
        return m_releasing.count(interface) != 0;
    }

  private:
    /// @param handle which handle
    /// @return the handle
    ClientHandle Resolve(ScriptHandle handle) const;

    void OnRpf(RpfQuery& query) override;
    void OnCreationAlert(const SourceGroup& entry,
                         const InterfaceId& incoming,
                         std::vector<InterfaceEntry>& interfaces) override;
    void OnPruneAlert(const SourceGroup& entry,
                      const InterfaceId& interface,
                      bool memberDelete,
                      Time& timeout) override;
    void OnJoinAlert(const SourceGroup& entry, bool memberUpdate) override;
    void OnWrongIf(const SourceGroup& key,
                   const InterfaceId& arrival,
                   const Ipv4Header& header) override;
    void OnLocalJoin(const SourceGroup& entry, const InterfaceId& interface) override;
    void OnLocalLeave(const SourceGroup& entry, const InterfaceId& interface) override;
    void OnDisableIgmp(const InterfaceId& interface) override;
    void OnEnableIgmp(const InterfaceId& interface) override;

    /// @param step an ADD or a DELETE
    /// @return whether it is one of the reasons that are counted
    bool IsCounted(const ScriptStep& step) const;

    /**
     * @brief Adds a membership, or a reason for it.
     * @param step handle, entry and flags
     * @param interface the interface
     * @return what the manager answers; NO_ERROR if it is not asked
     */
    Status Add(const ScriptStep& step, const InterfaceId& interface);

    /**
     * @brief Deletes a membership, or a reason for it.
     * @param step handle, entry and flags
     * @param interface the interface
     * @return what the manager answers; NO_ERROR if it is not asked
     */
    Status Delete(const ScriptStep& step, const InterfaceId& interface);

    /// @brief Registers.
    /// @return what the manager answers
    Status Register();

    /// @brief Releases an interface.
    /// @param client the handle to use
    /// @param interface the interface
    /// @return what the manager answers
    Status Release(ClientHandle client, const InterfaceId& interface);

    /// @brief The registration is over; the handle is stale now.
    void Retire();

    const Script& m_answers;              ///< how callbacks are answered
    Listener m_listener;                  ///< what is told of callbacks
    Ptr<MulticastGroupManager> m_manager; ///< the manager
    ClientId m_id;                        ///< protocol and component id
    std::string m_name;                   ///< name for traces
    ClientHandle m_handle;                ///< current registration
    ClientHandle m_staleHandle;           ///< the one before
    GroupKnowledge m_knowledge;           ///< what it has heard of
    MembershipReasons m_reasons;          ///< why it has its memberships, if that counts
    std::set<InterfaceId> m_releasing;    ///< interfaces whose release has not returned
};

} // namespace mgm
} // namespace ns3

#endif // MGM_SCRIPT_CLIENT_H
