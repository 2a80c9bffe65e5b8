/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-register-output.h"

#include <limits>
#include <utility>

namespace ns3
{
namespace mgm
{

RegisterOutput::RegisterOutput(Receiver receiver)
    : m_receiver(std::move(receiver))
{
}

void
RegisterOutput::Close()
{
    m_receiver = {};
}

bool
RegisterOutput::IsUp() const
{
    return !m_receiver.IsNull();
}

uint32_t
RegisterOutput::GetMtu() const
{
    return std::numeric_limits<uint32_t>::max();
}

bool
RegisterOutput::IsLoopback() const
{
    return false;
}

void
RegisterOutput::Send(Ptr<Packet> packet, const Ipv4Header& header, Ipv4Address /* nextHop */)
{
    // A reference of its own, because the receiver may close this.
    const Receiver receiver = m_receiver;
    if (!receiver.IsNull())
    {
        receiver(std::move(packet), header);
    }
}

} // namespace mgm
} // namespace ns3
