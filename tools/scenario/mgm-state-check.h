/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_STATE_CHECK_H
#define MGM_STATE_CHECK_H

#include "mgm-expectation-check.h"
#include "mgm-scenario-network.h"

#include "ns3/simulator.h"

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief Looks at the state of a node at some time, or at the end.
 * @tparam Spec an expectation with a time `at`, for which there is a specialization of Look()
 */
template <typename Spec>
class StateCheck : public ExpectationCheck
{
  public:
    /**
     * @brief Begins, and schedules the look if it has a time.
     * @param spec the expectation
     * @param node its node; it outlives the check
     */
    StateCheck(const Spec& spec, const ScenarioNetwork::Node& node)
        : m_spec(spec),
          m_node(node)
    {
        if (m_spec.at)
        {
            Simulator::Schedule(*m_spec.at, [this]() {
                Look();
                m_hasLooked = true;
            });
        }
    }

    ExpectationResult Finish() override
    {
        if (!m_spec.at)
        {
            Look();
        }
        else if (!m_hasLooked)
        {
            return {false, "the end of the run before", "a look at " + DescribeTime(*m_spec.at)};
        }
        return m_result;
    }

  private:
    /// Compares the state with what is expected.
    void Look();

    Spec m_spec;                         ///< the expectation
    const ScenarioNetwork::Node& m_node; ///< its node
    ExpectationResult m_result;          ///< what the look has shown
    bool m_hasLooked{false};             ///< whether the time has come
};

} // namespace mgm
} // namespace ns3

#endif // MGM_STATE_CHECK_H
