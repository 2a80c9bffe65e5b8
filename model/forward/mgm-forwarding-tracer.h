/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_FORWARDING_TRACER_H
#define MGM_FORWARDING_TRACER_H

#include "mgm-arrived-packet.h"

#include "ns3/mgm-drop-reason.h"
#include "ns3/mgm-trace-context.h"
#include "ns3/mgm-tracer.h"

#include <optional>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief Writes what happens to data packets into the trace of the node.
 *
 * A packet that carries the number of a record (CauseTag) is what causes the records about it; the
 * copies that leave carry the number of the record of their departure.
 */
class ForwardingTracer
{
  public:
    /// @param tracer the tracer of the node; null: nothing is traced
    void SetTracer(Ptr<Tracer> tracer);

    /**
     * @brief Traces that a copy leaves, and marks the copy.
     * @param arrived the packet
     * @param outgoing where the copy leaves
     * @param copy the copy
     */
    void TraceForward(const ArrivedPacket& arrived,
                      const InterfaceId& outgoing,
                      const Ptr<Packet>& copy) const
    {
        if (IsConnected())
        {
            EmitForward(arrived, outgoing, copy);
        }
    }

    /**
     * @brief Traces that a packet is dropped.
     * @param arrived the packet
     * @param reason why
     * @param where the interface that it does not leave or, if it leaves none, where it arrived
     */
    void TraceDrop(const ArrivedPacket& arrived, DropReason reason, const InterfaceId& where) const
    {
        if (IsConnected())
        {
            EmitDrop(arrived, reason, where);
        }
    }

    /**
     * @brief Makes the record whose number a packet carries, if any, the cause of what follows.
     * @param packet the packet
     * @param[out] scope what follows is caused by it as long as this lives
     */
    void FollowCause(const Ptr<const Packet>& packet, std::optional<CauseScope>& scope) const
    {
        if (IsConnected())
        {
            OpenScope(packet, scope);
        }
    }

  private:
    /// @return whether somebody listens
    bool IsConnected() const
    {
        return m_tracer && m_tracer->IsConnected();
    }

    /**
     * @name The same for a trace that somebody listens to
     * @{
     */
    void EmitForward(const ArrivedPacket& arrived,
                     const InterfaceId& outgoing,
                     const Ptr<Packet>& copy) const;
    void EmitDrop(const ArrivedPacket& arrived, DropReason reason, const InterfaceId& where) const;
    static void OpenScope(const Ptr<const Packet>& packet, std::optional<CauseScope>& scope);

    /** @} */

    Ptr<Tracer> m_tracer; ///< the tracer of the node
};

} // namespace mgm
} // namespace ns3

#endif // MGM_FORWARDING_TRACER_H
