/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_TRACE_RULES_H
#define MGM_TRACE_RULES_H

#include "mgm-finding-log.h"
#include "mgm-open-frames.h"
#include "mgm-seen-node.h"

#include <cstdint>
#include <sstream>
#include <string>
#include <vector>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief What rules know besides the node that a record is of.
 */
struct TraceView
{
    const std::vector<TracedNode>& nodes; ///< The nodes that the trace introduces.
    const OpenFrames& frames;             ///< Calls and callbacks that have not returned.
    FindingLog& findings;                 ///< Where findings go.

    /**
     * @param node id of a node
     * @param interface one of its interfaces
     * @return how people are told of it
     */
    std::string NameOf(uint32_t node, const InterfaceId& interface) const;
};

/**
 * @ingroup mgm
 * @brief Checks one rule: looks at each record of a trace, and at the state that has been rebuilt
 * from the records before it.
 *
 * What it keeps is bounded by the state of the network.
 */
class TraceRules
{
  public:
    /**
     * @param rule the rule
     * @param view what is known besides nodes
     */
    TraceRules(TraceRule rule, const TraceView& view);
    virtual ~TraceRules();

    TraceRules(const TraceRules&) = delete;
    TraceRules& operator=(const TraceRules&) = delete;

    /**
     * @brief Looks at a record.
     * @param record the record
     * @param node its node, as it was before the record
     */
    virtual void Before(const TraceRecord& record, const SeenNode& node);

    /**
     * @brief Looks at what a record made.
     * @param record the record
     * @param node its node, as it is now
     */
    virtual void After(const TraceRecord& record, const SeenNode& node);

    /**
     * @brief Looks at a node when an instant is over in which there was a record of it.
     * @param node the node
     */
    virtual void EndInstant(const SeenNode& node);

    /**
     * @brief Looks at a node when the trace has ended.
     * @param node the node
     */
    virtual void Finish(const SeenNode& node);

    /// @return the rule
    TraceRule GetRule() const
    {
        return m_rule;
    }

  protected:
    /**
     * @brief Reports a finding.
     * @param about what it is about, see FindingLog
     * @param records the records concerned
     * @param explanation what is wrong
     * @param place number of the record at which it is wrong; 0 is the one that is being judged
     */
    void Report(const std::string& about,
                const std::vector<RecordNote>& records,
                const std::string& explanation,
                uint64_t place = 0) const;

    /**
     * @brief Writes values one after the other.
     * @tparam Values their types
     * @param values the values
     * @return the text
     */
    template <typename... Values>
    static std::string Text(const Values&... values)
    {
        std::ostringstream os;
        (os << ... << values);
        return os.str();
    }

    TraceView m_view; ///< what is known besides nodes

  private:
    TraceRule m_rule; ///< the rule
};

} // namespace mgm
} // namespace ns3

#endif // MGM_TRACE_RULES_H
