/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_RULE_CLIENT_H
#define MGM_RULE_CLIENT_H

#include "ns3/mgm-multicast-group-manager.h"

#include <string>
#include <vector>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup tests
 * @brief A client of the group manager that writes down how it is called back.
 */
class RuleClient
{
  public:
    /**
     * @param manager the manager
     * @param id what to register as
     * @param name how it is called in the log
     * @param log where it writes, as do others: a line for each callback
     */
    RuleClient(Ptr<MulticastGroupManager> manager,
               ClientId id,
               const std::string& name,
               std::vector<std::string>& log);

    RuleClient(const RuleClient&) = delete;
    RuleClient& operator=(const RuleClient&) = delete;

    /**
     * @name Calls of the manager, each with the client's handle
     * @{
     */
    Status Register();
    Status DeRegister();
    Status Take(uint32_t interface);
    Status Release(uint32_t interface);
    Status Add(const SourceGroupEntry& entry, uint32_t interface);
    Status Delete(const SourceGroupEntry& entry, uint32_t interface);
    /** @} */

    /**
     * @brief Enumerates all there is, one entry at a time.
     * @param type what to list
     * @return the entries in order, and how it ended: "(*,239.1.1.1) ERROR_NO_MORE_ITEMS"
     */
    std::string Enumerate(EnumerationType type = EnumerationType::ALL_SOURCES);

  private:
    /// @return callbacks that write a line each
    ClientCallbacks MakeCallbacks();

    /// @brief Writes a line.
    /// @param words what follows the name
    template <typename... Words>
    void Write(const Words&... words);

    Ptr<MulticastGroupManager> m_manager; ///< the manager
    ClientId m_id;                        ///< what it registers as
    std::string m_name;                   ///< how it is called
    std::vector<std::string>& m_log;      ///< where it writes
    ClientHandle m_handle;                ///< its newest registration
};

} // namespace mgm
} // namespace ns3

#endif // MGM_RULE_CLIENT_H
