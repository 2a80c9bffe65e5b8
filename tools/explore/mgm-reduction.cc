/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-reduction.h"

#include <algorithm>
#include <optional>

namespace ns3
{
namespace mgm
{

namespace
{

/// Tells whether what an expectation says depends on times within a window.
struct TimeTest
{
    Time start; ///< begin of the window
    Time end;   ///< its end

    bool operator()(const RecordsExpectation& spec) const
    {
        return IsOfTimes(spec.occurrences);
    }

    bool operator()(const MessagesExpectation& spec) const
    {
        return IsOfTimes(spec.occurrences);
    }

    bool operator()(const OrderExpectation& /* spec */) const
    {
        return false;
    }

    bool operator()(const StreamExpectation& /* spec */) const
    {
        return false;
    }

    bool operator()(const PacketsExpectation& /* spec */) const
    {
        return false;
    }

    template <typename Spec>
    bool operator()(const Spec& spec) const
    {
        return spec.at && IsInside(*spec.at);
    }

  private:
    /// How long something comes after a step depends on when the step is made.
    bool IsOfTimes(const Occurrences& occurrences) const
    {
        return occurrences.after || IsInside(occurrences.from) || IsInside(occurrences.until);
    }

    bool IsInside(Time time) const
    {
        return time >= start && time <= end;
    }
};

} // namespace

std::string
WhyNoReduction(const Scenario& scenario, const std::vector<MovedStep>& steps)
{
    const auto& exploration = scenario.exploration;
    if (exploration.callbacks || exploration.instants)
    {
        return "runs have choices of their own";
    }
    for (const auto& node : scenario.nodes)
    {
        for (const auto& protocol : node.protocols)
        {
            if (protocol.type)
            {
                return "the trace need not show all that " + protocol.type->GetName() + " does";
            }
        }
    }
    const auto length = exploration.spacing * static_cast<int64_t>(steps.size());
    const TimeTest test{exploration.start, exploration.start + length};
    for (const auto& expectation : scenario.expectations)
    {
        if (std::visit(test, expectation.what))
        {
            return "expectation " + expectation.pointer + " is about a time at which steps move";
        }
    }
    return "";
}

std::vector<bool>
FindLoudSteps(const std::vector<MovedStep>& steps)
{
    std::vector<bool> isLoud;
    std::transform(steps.begin(), steps.end(), std::back_inserter(isLoud), [](const auto& step) {
        return !std::holds_alternative<ProtocolStep>(step.step.action);
    });
    return isLoud;
}

} // namespace mgm
} // namespace ns3
