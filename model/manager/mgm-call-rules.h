/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_CALL_RULES_H
#define MGM_CALL_RULES_H

#include "mgm-call-tracer.h"
#include "mgm-membership-flags.h"

#include "ns3/mgm-alert-policy.h"
#include "ns3/mgm-client-caller.h"
#include "ns3/mgm-client-registry.h"
#include "ns3/mgm-ownership-table.h"
#include "ns3/mgm-status.h"

#include <functional>
#include <string_view>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief Judges whether a client may change owners and memberships, with the status values of the
 *        Windows API. What it lets pass succeeds.
 */
class CallRules
{
  public:
    /// Whether the node has an interface, with or without a next hop.
    using IsOfNode = std::function<bool(const InterfaceId& interface)>;

    /**
     * @param registry the clients
     * @param ownership who has which interface
     * @param caller knows who is inside which callback
     * @param tracer is told of violations
     * @param isOfNode whether the node has an interface
     */
    CallRules(const ClientRegistry& registry,
              const OwnershipTable& ownership,
              const ClientCaller& caller,
              const CallTracer& tracer,
              IsOfNode isOfNode);

    /**
     * @brief Judges TakeInterfaceOwnership (OWN-1, OWN-9, OWN-10).
     * @param client who calls; may be a bad handle
     * @param interface the interface
     * @return NO_ERROR, ERROR_INVALID_PARAMETER or ERROR_ALREADY_EXISTS
     */
    Status JudgeTake(ClientHandle client, const InterfaceId& interface) const;

    /**
     * @brief Judges ReleaseInterfaceOwnership (OWN-10).
     * @param client who calls; may be a bad handle
     * @param interface the interface
     * @return NO_ERROR, ERROR_INVALID_PARAMETER or ERROR_CAN_NOT_COMPLETE
     */
    Status JudgeRelease(ClientHandle client, const InterfaceId& interface) const;

    /// A call that changes a membership or a forwarding state.
    struct Change
    {
        MembershipEvent event;         ///< Whether it adds or deletes.
        std::string_view op;           ///< The function.
        ClientHandle client;           ///< Who calls; may be a bad handle.
        const SourceGroupEntry& entry; ///< What is added or deleted.
        const InterfaceId& interface;  ///< Where.
        uint32_t flags;                ///< MembershipFlags.
    };

    /**
     * @brief Judges AddGroupMembershipEntry and DeleteGroupMembershipEntry (MBR-2, MBR-3, MFE-5,
     * OWN-11). Traces what is a violation.
     * @param change the call
     * @return NO_ERROR, ERROR_INVALID_PARAMETER, ERROR_NOT_FOUND or ERROR_CAN_NOT_COMPLETE
     */
    Status JudgeChange(const Change& change) const;

  private:
    /// @param change a call
    /// @return whether the arguments make sense wherever the interface is
    bool IsValid(const Change& change) const;

    /// @brief Judges a change on an interface that nobody has.
    /// @param change the call
    /// @return ERROR_NOT_FOUND, ERROR_INVALID_PARAMETER or ERROR_CAN_NOT_COMPLETE
    Status JudgeUnknown(const Change& change) const;

    /// @brief Tells whether a client may change memberships on an interface now (MBR-3, OWN-11).
    /// @param change the call
    /// @param ownership who has the interface
    /// @return NO_ERROR, ERROR_INVALID_PARAMETER or ERROR_CAN_NOT_COMPLETE
    Status JudgeRight(const Change& change, const Ownership& ownership) const;

    const ClientRegistry& m_registry;  ///< the clients
    const OwnershipTable& m_ownership; ///< who has which interface
    const ClientCaller& m_caller;      ///< who is inside which callback
    const CallTracer& m_tracer;        ///< told of violations
    IsOfNode m_isOfNode;               ///< whether the node has an interface
};

} // namespace mgm
} // namespace ns3

#endif // MGM_CALL_RULES_H
