/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_PIM_FORWARDING_RULES_H
#define MGM_PIM_FORWARDING_RULES_H

#include "mgm-trace-rules.h"

#include <map>
#include <set>
#include <tuple>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief Checks P5: packets leave on the interfaces in olist(S,G), and what the client has told the
 * group manager by CREATION_ALERT and FORWARD_STATE agrees with that (RFC 3973 sections 4.1.3 and
 * 4.2).
 *
 * boundary(G) is configured and in no trace. So an interface must be outgoing only if packets of
 * the entry have left there before. Where PIM is out of service on the interface towards the
 * source, there is no RPF_interface(S), and olist(S,G) is empty.
 */
class PimForwardingRules : public TraceRules
{
  public:
    /// @param view what is known besides nodes
    explicit PimForwardingRules(const TraceView& view);

    void After(const TraceRecord& record, const SeenNode& node) override;
    void EndInstant(const SeenNode& node) override;

  private:
    /// A node, a source and group, and an interface.
    using Place = std::tuple<uint32_t, SourceGroup, uint32_t>;

    /// Whether an entry forwards on an interface, and whether it should.
    struct Outgoing
    {
        bool is;
        bool shallBe;
    };

    void LookAtPacket(const TraceRecord& record, const SeenNode& node);
    bool IsBusy(const SeenNode& node) const;
    bool IsOwn(const SeenNode& node, const InterfaceId& interface) const;
    void LookAtAll(const SeenNode& node, const std::set<SourceGroup>& keys) const;
    void LookAtEntry(const SeenNode& node, const SourceGroup& key, const SeenEntry& entry) const;
    void LookAtInterface(const SeenNode& node,
                         const SourceGroup& key,
                         const InterfaceId& interface,
                         const Outgoing& outgoing) const;

    std::set<Place> m_left;                              ///< where packets have left
    std::map<uint32_t, std::set<SourceGroup>> m_pending; ///< what is to be looked at, by node
};

} // namespace mgm
} // namespace ns3

#endif // MGM_PIM_FORWARDING_RULES_H
