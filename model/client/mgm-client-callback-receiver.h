/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_CLIENT_CALLBACK_RECEIVER_H
#define MGM_CLIENT_CALLBACK_RECEIVER_H

#include "ns3/mgm-client-callbacks.h"
#include "ns3/mgm-interface-id.h"
#include "ns3/mgm-source-group.h"
#include "ns3/nstime.h"

#include <vector>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief Receives the nine callbacks of the group manager, each in a function of its own, with the
 * rule by which it is made. The function does nothing unless it is overridden.
 *
 * The callbacks refer to the receiver: it must live as long as the registration that they are
 * given to.
 */
class ClientCallbackReceiver
{
  public:
    ClientCallbackReceiver(const ClientCallbackReceiver&) = delete;
    ClientCallbackReceiver& operator=(const ClientCallbackReceiver&) = delete;

  protected:
    ClientCallbackReceiver();
    virtual ~ClientCallbackReceiver();

    /// @return what a client registers to be called with: all nine callbacks, which go to the
    ///         functions below. One that shall not be offered is left null.
    virtual ClientCallbacks MakeCallbacks();

    /**
     * @param interface an interface
     * @return whether it wants to hear of LOCAL_JOIN and LOCAL_LEAVE there: everywhere, unless
     *         overridden
     */
    virtual bool ListensOn(const InterfaceId& interface) const;

    /// @brief RPF (MFE-1).
    /// @param query what is asked, and in/out what may be changed
    virtual void OnRpf(RpfQuery& query);

    /**
     * @brief CREATION_ALERT (MFE-1).
     * @param entry source and group
     * @param incoming incoming interface
     * @param interfaces in/out: its interfaces among the outgoing ones
     */
    virtual void OnCreationAlert(const SourceGroup& entry,
                                 const InterfaceId& incoming,
                                 std::vector<InterfaceEntry>& interfaces);

    /**
     * @brief PRUNE_ALERT (ALR-2, ALR-3, MFE-4).
     * @param entry what is not wanted any more
     * @param interface the interface it was wanted on
     * @param memberDelete whether it is about memberships
     * @param timeout in/out: how long the forwarding entry stays cached
     */
    virtual void OnPruneAlert(const SourceGroup& entry,
                              const InterfaceId& interface,
                              bool memberDelete,
                              Time& timeout);

    /**
     * @brief JOIN_ALERT (ALR-1, ALR-3, MFE-4).
     * @param entry what is wanted
     * @param memberUpdate whether it is about memberships
     */
    virtual void OnJoinAlert(const SourceGroup& entry, bool memberUpdate);

    /**
     * @brief WRONG_IF (MFE-3).
     * @param key source and group
     * @param arrival the interface on which the packet arrived
     * @param header its IP header
     */
    virtual void OnWrongIf(const SourceGroup& key,
                           const InterfaceId& arrival,
                           const Ipv4Header& header);

    /**
     * @brief LOCAL_JOIN (MBR-4), on an interface that it listens on.
     * @param entry what IGMP has added
     * @param interface where
     */
    virtual void OnLocalJoin(const SourceGroup& entry, const InterfaceId& interface);

    /**
     * @brief LOCAL_LEAVE (MBR-4), on an interface that it listens on.
     * @param entry what IGMP has deleted
     * @param interface where
     */
    virtual void OnLocalLeave(const SourceGroup& entry, const InterfaceId& interface);

    /// @brief DISABLE_IGMP (OWN-3), if it is IGMP.
    /// @param interface the interface
    virtual void OnDisableIgmp(const InterfaceId& interface);

    /// @brief ENABLE_IGMP (OWN-3), if it is IGMP. It adds nothing inside (OWN-4).
    /// @param interface the interface
    virtual void OnEnableIgmp(const InterfaceId& interface);

  private:
    /// @brief Takes the callbacks that are about memberships.
    /// @param[out] callbacks the callbacks
    void TakeMembershipCallbacks(ClientCallbacks& callbacks);

    /// @brief Takes the callbacks that are about forwarding entries.
    /// @param[out] callbacks the callbacks
    void TakeForwardingCallbacks(ClientCallbacks& callbacks);
};

} // namespace mgm
} // namespace ns3

#endif // MGM_CLIENT_CALLBACK_RECEIVER_H
