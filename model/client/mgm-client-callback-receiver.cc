/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-client-callback-receiver.h"

namespace ns3
{
namespace mgm
{

ClientCallbackReceiver::ClientCallbackReceiver() = default;

ClientCallbackReceiver::~ClientCallbackReceiver() = default;

ClientCallbacks
ClientCallbackReceiver::MakeCallbacks()
{
    ClientCallbacks callbacks;
    TakeMembershipCallbacks(callbacks);
    TakeForwardingCallbacks(callbacks);
    callbacks.disableIgmp = MakeCallback(&ClientCallbackReceiver::OnDisableIgmp, this);
    callbacks.enableIgmp = MakeCallback(&ClientCallbackReceiver::OnEnableIgmp, this);
    return callbacks;
}

void
ClientCallbackReceiver::TakeMembershipCallbacks(ClientCallbacks& callbacks)
{
    callbacks.pruneAlert = [this](const SourceGroupEntry& entry,
                                  const InterfaceId& interface,
                                  bool memberDelete,
                                  Time& timeout) {
        OnPruneAlert(entry.ToSourceGroup(), interface, memberDelete, timeout);
    };
    callbacks.joinAlert = [this](const SourceGroupEntry& entry, bool memberUpdate) {
        OnJoinAlert(entry.ToSourceGroup(), memberUpdate);
    };
    callbacks.localJoin = [this](const SourceGroupEntry& entry, const InterfaceId& interface) {
        if (ListensOn(interface))
        {
            OnLocalJoin(entry.ToSourceGroup(), interface);
        }
    };
    callbacks.localLeave = [this](const SourceGroupEntry& entry, const InterfaceId& interface) {
        if (ListensOn(interface))
        {
            OnLocalLeave(entry.ToSourceGroup(), interface);
        }
    };
}

void
ClientCallbackReceiver::TakeForwardingCallbacks(ClientCallbacks& callbacks)
{
    callbacks.rpf = MakeCallback(&ClientCallbackReceiver::OnRpf, this);
    callbacks.wrongIf = MakeCallback(&ClientCallbackReceiver::OnWrongIf, this);
    callbacks.creationAlert = [this](const SourceGroupEntry& entry,
                                     const InterfaceId& incoming,
                                     std::vector<InterfaceEntry>& interfaces) {
        OnCreationAlert(entry.ToSourceGroup(), incoming, interfaces);
    };
}

bool
ClientCallbackReceiver::ListensOn(const InterfaceId&) const
{
    return true;
}

void
ClientCallbackReceiver::OnRpf(RpfQuery&)
{
}

void
ClientCallbackReceiver::OnCreationAlert(const SourceGroup&,
                                        const InterfaceId&,
                                        std::vector<InterfaceEntry>&)
{
}

void
ClientCallbackReceiver::OnPruneAlert(const SourceGroup&, const InterfaceId&, bool, Time&)
{
}

void
ClientCallbackReceiver::OnJoinAlert(const SourceGroup&, bool)
{
}

void
ClientCallbackReceiver::OnWrongIf(const SourceGroup&, const InterfaceId&, const Ipv4Header&)
{
}

void
ClientCallbackReceiver::OnLocalJoin(const SourceGroup&, const InterfaceId&)
{
}

void
ClientCallbackReceiver::OnLocalLeave(const SourceGroup&, const InterfaceId&)
{
}

void
ClientCallbackReceiver::OnDisableIgmp(const InterfaceId&)
{
}

void
ClientCallbackReceiver::OnEnableIgmp(const InterfaceId&)
{
}

} // namespace mgm
} // namespace ns3
