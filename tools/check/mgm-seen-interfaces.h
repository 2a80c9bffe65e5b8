/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_SEEN_INTERFACES_H
#define MGM_SEEN_INTERFACES_H

#include "mgm-seen-clients.h"

#include <cstdint>
#include <map>
#include <string>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief Who has an interface, as a trace shows it. The registration may be over.
 */
struct SeenParty
{
    uint32_t number{0}; ///< Number of the registration; 0 is nobody.
    std::string name;   ///< Name of the client.
    RecordNote since;   ///< The record that says so.

    /// @return whether there is anybody
    explicit operator bool() const
    {
        return number != 0;
    }
};

/**
 * @ingroup mgm
 * @brief How far a change of owner has come.
 */
enum class SeenPhase : uint8_t
{
    STABLE,    ///< There is none.
    ANNOUNCED, ///< IGMP is to be told.
    CHANGING,  ///< It is being made.
    ENABLING,  ///< It is made; IGMP is to be told.
};

/**
 * @ingroup mgm
 * @brief An interface, as a trace shows it.
 */
struct SeenInterface
{
    SeenParty owner;                    ///< Its owner.
    SeenParty igmp;                     ///< IGMP on it.
    uint32_t taker{0};                  ///< Who has asked for it and has no answer yet; 0: nobody.
    SeenPhase phase{SeenPhase::STABLE}; ///< How far a change of owner has come.
    bool isDisabled{false};             ///< Whether IGMP is between DISABLE and ENABLE.
    RecordNote disabled;                ///< The last DISABLE_IGMP.

    /// @return who answers for it in the rules of forwarding entries; 0 is nobody
    uint32_t GetHolder() const
    {
        return phase == SeenPhase::CHANGING ? 0 : owner ? owner.number : igmp.number;
    }
};

/**
 * @ingroup mgm
 * @brief The interfaces of a node that clients have or had, as a trace shows them.
 */
class SeenInterfaces
{
  public:
    /// Number of a party that a trace names and that is not registered.
    static constexpr uint32_t UNKNOWN = 0xFFFFFFFF;

    /// @param clients the clients of the node
    explicit SeenInterfaces(const SeenClients& clients);

    /**
     * @brief Follows a record.
     * @param record the record
     */
    void Follow(const TraceRecord& record);

    /// @brief Forgets all interfaces: the node has crashed (REG-6).
    void Clear();

    /**
     * @param interface an interface
     * @return what is known of it
     */
    const SeenInterface& Get(const InterfaceId& interface) const;

    /// @return all interfaces that clients have or had
    const std::map<InterfaceId, SeenInterface>& GetAll() const
    {
        return m_interfaces;
    }

  private:
    void FollowState(const TraceRecord& record, SeenInterface& interface);
    void FollowTake(const TraceRecord& record, SeenInterface& interface);
    SeenParty Resolve(const TraceRecord& record, uint32_t preferred) const;

    const SeenClients& m_clients;                      ///< the clients of the node
    std::map<InterfaceId, SeenInterface> m_interfaces; ///< what is known
};

} // namespace mgm
} // namespace ns3

#endif // MGM_SEEN_INTERFACES_H
