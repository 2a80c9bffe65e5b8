/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_MANAGER_CLIENT_FIXTURE_H
#define MGM_MANAGER_CLIENT_FIXTURE_H

#include "model/mfe/mgm-mfe-fixture.h"

#include "ns3/mgm-manager-client.h"

#include <functional>
#include <string>
#include <vector>

namespace ns3
{
namespace mgm
{

/// Some lines, in order.
using Lines = std::vector<std::string>;

/**
 * @ingroup tests
 * @brief A protocol that notes what it is told, and does in it what a test says.
 */
class NotingClient : public ManagerClient
{
  public:
    /// @return the TypeId
    static TypeId GetTypeId();

    Lines notes;                                   ///< what it was told
    std::function<void(const std::string&)> react; ///< what it does when it is told something
    ClientId id{4, 1};                             ///< what it registers as
    bool asks{true};                               ///< whether it asks who has its interfaces
    bool enumerates{true};                         ///< whether it enumerates
    bool retries{true};                            ///< whether it asks for interfaces again
    bool isQuiet{false};                           ///< whether the trace leaves its life out
    bool isDeaf{false};                            ///< whether it offers JOIN_ALERT alone

    using ManagerClient::AddInterface;
    using ManagerClient::GetManager;
    using ManagerClient::RemoveInterface;
    using ManagerClient::SetInterfaces;

  protected:
    ClientId GetClientId() const override;
    std::string_view GetClientName() const override;
    ClientCallbacks MakeCallbacks() override;
    bool IsAsking() const override;
    bool IsEnumerating() const override;
    bool IsToBeRetried(const InterfaceId& interface, Status status) const override;
    std::optional<TransitionWords> Describe(const Row& row) const override;
    void OnRegistered() override;
    void OnAsked(const InterfaceId& interface, const std::optional<ClientId>& holder) override;
    void OnTaking(const InterfaceId& interface) override;
    void OnOwned(const InterfaceId& interface) override;
    void OnRefused(ClientStep step, Status status, const InterfaceId& interface) override;
    void OnGroup(const SourceGroup& entry) override;
    void OnServing() override;
    void OnStopping() override;
    void OnStopped() override;
    void OnFailed() override;
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

  private:
    /// Notes something and reacts to it.
    template <typename... Parts>
    void Note(const Parts&... parts);
};

/**
 * @ingroup tests
 * @brief A NotingClient on interfaces 1 and 2 of a router with a group manager.
 */
class ManagerClientTest : public MfeTest
{
  protected:
    void SetUp() override;

    /// Sets the waiting time of a step: a constant [s] or a random variable.
    void SetDelay(const std::string& name, const std::string& value);

    /// Sets a waiting time of a second before each step.
    void SetAllDelays();

    /// @return the calls of the client since Listen(): time [s], function, interface, answer
    Lines Calls() const;

    /// @return what the client was told since the last time
    Lines Told();

    Ptr<NotingClient> m_client; ///< the client
};

} // namespace mgm
} // namespace ns3

#endif // MGM_MANAGER_CLIENT_FIXTURE_H
