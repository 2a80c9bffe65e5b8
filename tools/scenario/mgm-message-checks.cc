/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-message-checks.h"

#include "mgm-link-message.h"
#include "mgm-occurrence-counter.h"

#include "ns3/simulator.h"

#include <optional>
#include <string>

namespace ns3
{
namespace mgm
{

namespace
{

/// Counts messages on a link.
class MessageCheck : public ExpectationCheck
{
  public:
    MessageCheck(const MessagesExpectation& spec,
                 const Scenario& scenario,
                 const ScenarioNetwork& network)
        : m_match(spec.match),
          m_counter(spec.occurrences, "message"),
          m_isEthernet(scenario.links[spec.link].type == LinkSpec::Type::CSMA)
    {
        for (const auto& [node, place] : scenario.links[spec.link].ends)
        {
            network.GetNodes()[node].devices[place]->TraceConnectWithoutContext(
                "PhyTxBegin",
                Callback<void, Ptr<const Packet>>(
                    [this, node = node](Ptr<const Packet> frame) { NoteFrame(frame, node); }));
        }
    }

    std::optional<std::set<uint32_t>> GetNodes() const override
    {
        return m_counter.GetNodes();
    }

    void Observe(const TraceRecord& record) override
    {
        m_counter.Observe(record);
    }

    ExpectationResult Finish() override
    {
        auto result = m_counter.Finish(Simulator::Now(), m_match.text);
        if (!m_hasMatched && m_nearest)
        {
            result.found += ", the most similar one at " + DescribeTime(m_nearest->time) + ": " +
                            m_nearest->text;
        }
        return result;
    }

  private:
    /// A message that has not all values.
    struct Other
    {
        std::size_t differences; ///< how many values it has not
        Time time;               ///< when it was sent
        std::string text;        ///< what it is
    };

    /// Handles what a node sends.
    void NoteFrame(Ptr<const Packet> frame, std::size_t node)
    {
        const auto now = Simulator::Now();
        if (!m_counter.IsTime(now))
        {
            return;
        }
        const auto message = ReadLinkMessage(frame, m_isEthernet, node);
        if (!message)
        {
            return;
        }
        const auto differences = CountDifferences(*message, m_match);
        if (differences == 0)
        {
            m_hasMatched = true;
            m_counter.Count(now);
        }
        else if (!m_nearest || differences < m_nearest->differences)
        {
            m_nearest = Other{differences, now, message->text};
        }
    }

    MessageMatch m_match;
    OccurrenceCounter m_counter;
    bool m_isEthernet;
    bool m_hasMatched{false};
    std::optional<Other> m_nearest;
};

} // namespace

std::unique_ptr<ExpectationCheck>
MakeCheck(const MessagesExpectation& spec, const Scenario& scenario, const ScenarioNetwork& network)
{
    return std::make_unique<MessageCheck>(spec, scenario, network);
}

} // namespace mgm
} // namespace ns3
