/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_FUZZ_HISTORY_H
#define MGM_FUZZ_HISTORY_H

#include "mgm-fuzz-bytes.h"
#include "mgm-fuzz-router.h"

#include "ns3/mgm-client-callbacks.h"

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace ns3
{
namespace mgm
{

class FuzzHistory;

/**
 * @ingroup tests
 * @brief A client of the manager whose callbacks do what the bytes of the history say.
 */
class FuzzClient
{
  public:
    /**
     * @param history the history; it outlives the client
     * @param id what it registers as
     */
    FuzzClient(FuzzHistory& history, ClientId id);

    FuzzClient(const FuzzClient&) = delete;
    FuzzClient& operator=(const FuzzClient&) = delete;

    /// @return what it registers as
    ClientId GetId() const
    {
        return m_id;
    }

    /// @param isOld whether the registration before the newest one is meant
    /// @return the handle of a registration
    ClientHandle GetHandle(bool isOld = false) const
    {
        return isOld ? m_old : m_handle;
    }

    /// @brief Registers. @param isMute whether without callbacks @return what the manager says
    Status Register(bool isMute);

    /// @brief Is called when its calls have returned.
    void Returned();

  private:
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
    void LocalChanged(const SourceGroupEntry& entry, const InterfaceId& interface);
    void Bracketed(const InterfaceId& interface);
    /** @} */

    FuzzHistory& m_history; ///< the history
    ClientId m_id;          ///< what it registers as
    ClientHandle m_handle;  ///< its newest registration
    ClientHandle m_old;     ///< the one before
};

/**
 * @ingroup tests
 * @brief A history of calls and events on one router, decoded from bytes.
 *
 * The first bytes set the router up: delivery and order of callbacks, all costs. Each further byte
 * is a step with its operands; callbacks take what they do from the same bytes, so that calls and
 * callbacks nest. In the end all clients leave, and nothing may be left.
 */
class FuzzHistory
{
  public:
    /// @param input the bytes; they outlive the history
    explicit FuzzHistory(std::string_view input);

    /// @brief Plays the history to its end. @throws FuzzFault if an invariant does not hold
    void Play();

    /// @brief Plays what a client does in a callback.
    void React();

    /// @return the bytes
    FuzzBytes& GetBytes()
    {
        return m_bytes;
    }

    /// @return the manager
    Ptr<MulticastGroupManager> GetManager() const
    {
        return m_router.GetManager();
    }

  private:
    /// What one byte of operands chooses.
    struct Choice
    {
        FuzzClient& client;    ///< a client
        ClientHandle handle;   ///< a handle of it, which may be dead
        InterfaceId interface; ///< an interface, which may not exist
    };

    /// An enumeration that was started.
    struct Enumeration
    {
        EnumerationHandle handle; ///< its handle
        ClientHandle client;      ///< who started it
        bool isEnded;             ///< whether it was ended
    };

    void SetUp();
    void DrawCost(const std::string& attribute);
    Choice Choose();
    SourceGroupEntry ChooseEntry();
    SourceGroup ChooseKey();
    bool IsAlive(ClientHandle handle) const;
    void RequireInvalid(ClientHandle handle, Status status) const;

    void Step();
    void Call();
    void CallAbout(uint32_t verb);

    /**
     * @name Calls
     * @{
     */
    void Register();
    void DeRegister();
    void Fail();
    void Take();
    void Release();
    void Add();
    void Delete();
    void Start();
    void Next();
    void End();
    void AskOwner();
    void ChangeNeighbor();
    void ReadEntries();
    void WaitForReturn();
    /** @} */

    /**
     * @name Events
     * @{
     */
    void MoveRoute();
    void Arrive();
    void Wait();
    void ToggleInterface();
    void Crash();
    /** @} */

    void Leave();
    void ReleaseAll(ClientHandle handle);
    void FailAll();
    void CheckTables();
    void CheckOwners();
    void CheckEmpty();

    static constexpr uint32_t MOST_CALLS = 500; ///< calls of a history
    static constexpr uint32_t MOST_NESTED = 5;  ///< depth of callbacks

    FuzzBytes m_bytes;                                  ///< the bytes
    FuzzRouter m_router;                                ///< the router
    std::vector<std::unique_ptr<FuzzClient>> m_clients; ///< the clients
    std::unique_ptr<FuzzClient> m_witness;              ///< a client that only enumerates
    std::vector<Enumeration> m_enumerations;            ///< all enumerations
    uint32_t m_calls{0};                                ///< calls so far
    uint32_t m_depth{0};                                ///< callbacks in progress
    bool m_isLeaving{false};                            ///< whether nobody reacts any more
};

} // namespace mgm
} // namespace ns3

#endif // MGM_FUZZ_HISTORY_H
