/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_TEST_CLIENT_H
#define MGM_TEST_CLIENT_H

#include "mgm-client-event.h"

#include "ns3/mgm-multicast-group-manager.h"

#include <functional>
#include <vector>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup tests
 * @brief A client that records its callbacks and calls the manager when the test says so.
 */
class TestClient
{
  public:
    /**
     * @param manager the manager
     * @param id what to register as
     * @param log where to record; clients that share it show the order between them
     */
    TestClient(Ptr<MulticastGroupManager> manager, ClientId id, ClientEvents& log);

    TestClient(const TestClient&) = delete;
    TestClient& operator=(const TestClient&) = delete;

    /// What the client does inside a callback, after it was recorded.
    std::function<void(const ClientEvent&)> react;

    /**
     * @name What the client does to the in/out arguments of a callback, before it reacts
     * @{
     */
    std::function<void(RpfQuery&)> changeRpf;
    std::function<void(std::vector<InterfaceEntry>&)> changeCreation;
    std::function<void(Time&)> changeTimeout;
    /** @} */

    /// What it is called with. All callbacks are set; to leave some out, clear them before
    /// Register.
    ClientCallbacks callbacks;

    /// @return what it registers as
    operator ClientId() const
    {
        return m_id;
    }

    /// @return handle of its newest registration
    ClientHandle GetHandle() const
    {
        return m_handle;
    }

    /**
     * @name Calls of the manager, each with the client's handle
     * @{
     */
    Status Register();
    Status DeRegister();
    Status Fail();
    Status Take(uint32_t interface);
    Status Release(uint32_t interface);
    Status Add(const SourceGroupEntry& entry, uint32_t interface, uint32_t flags = JOIN_STATE);
    Status Delete(const SourceGroupEntry& entry, uint32_t interface, uint32_t flags = JOIN_STATE);
    /** @} */

    /**
     * @brief Enumerates from start to end, one entry at a time.
     * @param type what to list
     * @return the entries, in order
     */
    std::vector<SourceGroup> Enumerate(EnumerationType type = EnumerationType::ALL_SOURCES);

  private:
    static constexpr uint32_t JOIN_STATE = MGM_JOIN_STATE_FLAG;

    /// Records a callback and reacts to it.
    void Record(const ClientEvent& event);

    /**
     * @name Callbacks
     * @{
     */
    void RpfAsked(RpfQuery& query);
    void CreationAlerted(const SourceGroupEntry& entry,
                         const InterfaceId& incoming,
                         std::vector<InterfaceEntry>& interfaces);
    void WrongInterface(const SourceGroup& key,
                        const InterfaceId& arrival,
                        const Ipv4Header& header);
    void PruneAlerted(const SourceGroupEntry& entry,
                      const InterfaceId& interface,
                      bool memberDelete,
                      Time& timeout);
    void JoinAlerted(const SourceGroupEntry& entry, bool memberUpdate);
    void LocalJoined(const SourceGroupEntry& entry, const InterfaceId& interface);
    void LocalLeft(const SourceGroupEntry& entry, const InterfaceId& interface);
    void Disabled(const InterfaceId& interface);
    void Enabled(const InterfaceId& interface);
    /** @} */

    Ptr<MulticastGroupManager> m_manager; ///< the manager
    ClientId m_id;                        ///< what it registers as
    ClientEvents& m_log;                  ///< where it records
    ClientHandle m_handle;                ///< handle of its newest registration
};

/**
 * @brief Makes the entry of a source and group and checks that the masks are the right ones.
 * @param entry what a callback or an enumeration gave
 * @return source and group
 */
SourceGroup CheckedKey(const SourceGroupEntry& entry);

} // namespace mgm
} // namespace ns3

#endif // MGM_TEST_CLIENT_H
