/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_KNOWLEDGE_RULES_H
#define MGM_KNOWLEDGE_RULES_H

#include "mgm-trace-rules.h"

#include <cstdint>
#include <map>
#include <set>
#include <utility>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief Checks I7: a client that has enumerated, and to which no alert is due, knows every group
 * that others want, and none that nobody wants any more. One that answers for the interface towards
 * a source knows every (s,g) of it that others want.
 *
 * It knows them from alerts and from enumerations. While it is owed (*,*), changes of (*,g) are
 * withheld (ALR-7), so that (*,*) stands for every group. An enumeration lists every (s,g), but
 * only who answers towards s hears that it is gone (ALR-3), so what others have read of it is not
 * judged. A client without JOIN_ALERT and PRUNE_ALERT is not told, and not judged.
 */
class KnowledgeRules : public TraceRules
{
  public:
    /// @param view what is known besides nodes
    explicit KnowledgeRules(const TraceView& view);

    void Before(const TraceRecord& record, const SeenNode& node) override;
    void After(const TraceRecord& record, const SeenNode& node) override;
    void EndInstant(const SeenNode& node) override;
    void Finish(const SeenNode& node) override;

  private:
    /// What a client knows besides what alerts have told it.
    struct Knowledge
    {
        std::set<SourceGroup> enumerated; ///< Read, wanted by others then, and not pruned.
        std::set<SourceGroup> touched;    ///< What may have changed since it was last judged.
        bool isComplete{false};           ///< Whether it has enumerated.
        bool isFresh{false};              ///< Whether it has to be judged as a whole.
    };

    using Key = std::pair<uint32_t, uint32_t>; ///< node and number of the registration

    void Begin(const SeenNode& node, const SeenClient& client);
    void LookAtReturn(const TraceRecord& record, const SeenNode& node);
    void LookAtEntry(const SourceGroup& key,
                     const SeenNode& node,
                     const SeenClient& client,
                     Knowledge& knowledge) const;
    void LookAtAdd(const TraceRecord& record, const SeenNode& node) const;
    void Touch(const SeenNode& node, const SourceGroup& key);
    void TouchSources(const SeenNode& node, Ipv4Address source);
    void Judge(const SeenNode& node, const SeenClient& client, Knowledge& knowledge) const;
    void JudgeGroup(const SeenNode& node,
                    const SeenClient& client,
                    const Knowledge& knowledge,
                    const SourceGroup& key) const;
    void ReportStale(const SeenNode& node,
                     const SeenClient& client,
                     const SourceGroup& key,
                     const RecordNote& told) const;
    void ReportLost(const SeenNode& node, const SeenClient& client, const SourceGroup& key) const;

    std::map<Key, Knowledge> m_clients; ///< what clients know
};

} // namespace mgm
} // namespace ns3

#endif // MGM_KNOWLEDGE_RULES_H
