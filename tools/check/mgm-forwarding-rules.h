/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_FORWARDING_RULES_H
#define MGM_FORWARDING_RULES_H

#include "mgm-trace-rules.h"

#include <cstdint>
#include <map>
#include <utility>
#include <vector>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief Checks I6: a packet leaves once on each interface with a matching membership that counts
 * or that was added by FORWARD_STATE, except those that are disabled and the incoming one.
 *
 * Packets are told apart by their cause, the record that sent them to this node; those of
 * applications that do not trace can't be, and only their interfaces are checked. All copies of a
 * packet leave a node in one instant; after that it is forgotten. A copy may be dropped with a
 * traced reason instead.
 */
class ForwardingRules : public TraceRules
{
  public:
    /// @param view what is known besides nodes
    explicit ForwardingRules(const TraceView& view);

    void Before(const TraceRecord& record, const SeenNode& node) override;
    void EndInstant(const SeenNode& node) override;

  private:
    /// A packet that leaves a node in this instant.
    struct Packet
    {
        RecordNote first;                 ///< Its first copy.
        SeenEntries::Interfaces expected; ///< Where it should leave.
        std::vector<RecordNote> copies;   ///< Where it leaves.
        SeenEntries::Interfaces dropped;  ///< Where it is dropped.
        uint64_t version{0};              ///< Version of the node when it began to leave.
    };

    void LookAtForward(const TraceRecord& record, const SeenNode& node);
    void LookAtDrop(const TraceRecord& record, const SeenNode& node);
    bool IsToldApart(const TraceRecord& record, const SeenEntry& entry) const;
    void LookAtCopy(const TraceRecord& record,
                    const SeenEntry& entry,
                    const SeenEntries::Interfaces& outgoing,
                    const Packet& packet) const;
    void LookAtMissing(const Packet& packet) const;
    void ReportPacket(const RecordNote& note,
                      const RecordNote& earlier,
                      const std::string& explanation) const;

    /// Packets of this instant, by node and cause.
    std::map<std::pair<uint32_t, uint64_t>, Packet> m_packets;
};

} // namespace mgm
} // namespace ns3

#endif // MGM_FORWARDING_RULES_H
