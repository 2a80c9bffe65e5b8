/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-exploration-report.h"

#include "base/mgm-rule-book.h"

#include <algorithm>
#include <filesystem>
#include <iomanip>
#include <map>

namespace ns3
{
namespace mgm
{

namespace
{

/// Name of the schedule of an outcome.
std::string
NameOfOutcome(std::size_t index)
{
    return "outcome-" + std::to_string(index + 1);
}

/// The rule that a fault breaks, or another word for what is wrong.
std::string
KindOfFault(const FaultGroup& fault)
{
    return fault.name.substr(0, fault.name.find(' '));
}

/// Name of the schedule of a fault.
std::string
NameOfFault(const FaultGroup& fault, std::size_t index)
{
    return "violation-" + KindOfFault(fault) + '-' + std::to_string(index + 1);
}

/// The first sentence of the rule that a fault breaks; empty if it breaks none.
std::string
StatementOfFault(const FaultGroup& fault)
{
    return RuleBook::Get().GetStatement(KindOfFault(fault));
}

std::string
ToText(const Json& json)
{
    return json.dump(2) + '\n';
}

/// A noun with its number.
template <typename Number>
std::string
Plural(const Number& number, const std::string& noun)
{
    std::ostringstream text;
    text << number << ' ' << noun << (number == 1 ? "" : "s");
    return text.str();
}

/// A share, in percent with one digit.
std::string
Percent(double share)
{
    std::ostringstream text;
    text << std::fixed << std::setprecision(1) << 100 * share << " %";
    return text.str();
}

/// Prints labels one after the other.
void
PrintOrder(std::ostream& os, const std::vector<std::string>& labels)
{
    for (std::size_t i = 0; i < labels.size(); ++i)
    {
        os << (i == 0 ? "" : ", ") << labels[i];
    }
}

/// Prints the lines of one list that another one does not have.
void
PrintMissing(std::ostream& os,
             const char* mark,
             const std::vector<std::string>& lines,
             const std::vector<std::string>& others)
{
    for (const auto& line : lines)
    {
        if (std::find(others.begin(), others.end(), line) == others.end())
        {
            os << "      " << mark << ' ' << line << '\n';
        }
    }
}

} // namespace

ExplorationReport::ExplorationReport(const Scenario& scenario,
                                     const Exploration& exploration,
                                     const std::string& out,
                                     const std::string& replay)
    : m_scenario(scenario),
      m_exploration(exploration),
      m_out(out),
      m_replay(replay)
{
}

std::vector<std::string>
ExplorationReport::GetLabels(const StepOrder& order) const
{
    std::vector<std::string> labels;
    std::transform(order.begin(), order.end(), std::back_inserter(labels), [this](auto step) {
        return m_exploration.steps[step].label;
    });
    return labels;
}

void
ExplorationReport::Write(OutputSet& outputs) const
{
    const std::filesystem::path out(m_out);
    const std::filesystem::path schedules(outputs.AddDirectory((out / "schedules").string()));
    OutputSet files;
    const auto write = [&](const std::string& name, const auto& group) {
        const auto schedule = mgm::ToJson({GetLabels(group.order), group.choices}, m_scenario);
        files.Write((schedules / (name + ".json")).string(), ToText(schedule));
    };
    for (std::size_t i = 0; i < m_exploration.outcomes.size(); ++i)
    {
        write(NameOfOutcome(i), m_exploration.outcomes[i]);
    }
    for (std::size_t i = 0; i < m_exploration.faults.size(); ++i)
    {
        write(NameOfFault(m_exploration.faults[i], i), m_exploration.faults[i]);
    }
    files.Commit();
    outputs.Write((out / "explore.json").string(), ToText(ToJson()));
}

Json
ExplorationReport::ToJson() const
{
    const auto& result = m_exploration;
    auto steps = Json::array();
    for (const auto& step : result.steps)
    {
        steps.push_back({{"label", step.label}, {"thread", step.thread}});
    }
    auto outcomes = Json::array();
    for (std::size_t i = 0; i < result.outcomes.size(); ++i)
    {
        const auto& group = result.outcomes[i];
        outcomes.push_back({{"count", group.count},
                            {"schedule", "schedules/" + NameOfOutcome(i) + ".json"},
                            {"lines", group.lines}});
    }
    auto faults = Json::array();
    for (std::size_t i = 0; i < result.faults.size(); ++i)
    {
        const auto& group = result.faults[i];
        faults.push_back({{"name", group.name},
                          {"statement", StatementOfFault(group)},
                          {"detail", group.detail},
                          {"count", group.count},
                          {"schedule", "schedules/" + NameOfFault(group, i) + ".json"},
                          {"order", GetLabels(group.order)}});
    }
    return {{"scenario", m_scenario.name},
            {"digest", m_scenario.digest},
            {"seed", m_scenario.seed},
            {"run", m_scenario.run},
            {"steps", steps},
            {"orders", result.orders.str()},
            {"pruned", result.pruned.str()},
            {"open", result.open.str()},
            {"explored", result.explored},
            {"runs", result.runs},
            {"limit", result.limit},
            {"no-reduction", result.noReduction},
            {"outcomes", outcomes},
            {"violations", faults}};
}

void
ExplorationReport::Print(std::ostream& os) const
{
    PrintSteps(os);
    PrintCounts(os);
    PrintOutcomes(os);
    PrintFaults(os);
    PrintCommands(os);
}

void
ExplorationReport::PrintSteps(std::ostream& os) const
{
    std::map<std::size_t, StepOrder> threads;
    for (std::size_t i = 0; i < m_exploration.steps.size(); ++i)
    {
        threads[m_exploration.steps[i].thread].push_back(i);
    }
    os << m_scenario.name << ": " << Plural(m_exploration.steps.size(), "step") << " in "
       << Plural(threads.size(), "thread") << " move\n";
    for (const auto& [thread, steps] : threads)
    {
        os << "  ";
        PrintOrder(os, GetLabels(steps));
        os << '\n';
    }
}

void
ExplorationReport::PrintCounts(std::ostream& os) const
{
    const auto& result = m_exploration;
    os << Plural(result.orders, "order") << ": " << result.explored << " explored, "
       << result.pruned << " pruned";
    if (result.open > 0)
    {
        const double share = result.open.convert_to<double>() / result.orders.convert_to<double>();
        os << ", " << result.open << " left out; the limit of " << result.limit << " ended it at "
           << Percent(1 - share) << " of the orders";
    }
    else if (!result.limit.empty())
    {
        os << "; the limit of " << result.limit << " ended it";
    }
    os << '\n';
    if (result.noReduction.empty())
    {
        os << "reduction: sleep sets; steps commute if neither reads what the other writes\n";
    }
    else
    {
        os << "no reduction: " << result.noReduction << '\n';
    }
    os << Plural(result.runs, "run") << '\n';
}

void
ExplorationReport::PrintOutcomes(std::ostream& os) const
{
    const auto& outcomes = m_exploration.outcomes;
    os << Plural(outcomes.size(), "outcome") << '\n';
    for (std::size_t i = 0; i < outcomes.size(); ++i)
    {
        const auto& group = outcomes[i];
        const auto share =
            static_cast<double>(group.count) / static_cast<double>(m_exploration.explored);
        os << "  " << i + 1 << ": " << group.count << " of " << m_exploration.explored
           << " explored (" << Percent(share) << "), such as\n    ";
        PrintOrder(os, GetLabels(group.order));
        os << '\n';
        if (i == 0)
        {
            PrintMissing(os, "=", group.lines, {});
        }
        else
        {
            os << "    differs from 1:\n";
            PrintMissing(os, "-", outcomes.front().lines, group.lines);
            PrintMissing(os, "+", group.lines, outcomes.front().lines);
        }
    }
}

void
ExplorationReport::PrintFaults(std::ostream& os) const
{
    const auto& faults = m_exploration.faults;
    os << Plural(faults.size(), "violation") << '\n';
    for (const auto& fault : faults)
    {
        const auto statement = StatementOfFault(fault);
        os << "  " << fault.name << '\n'
           << (statement.empty() ? "" : "    " + statement + '\n') << "    in " << fault.count
           << " of " << m_exploration.explored << " explored"
           << (fault.detail.empty() ? "" : "; " + fault.detail)
           << (fault.isAtEnd
                   ? "\n    nearest to the own order: "
                   : "\n    shortest schedule, " + Plural(fault.order.size(), "step") + ": ");
        PrintOrder(os, GetLabels(fault.order));
        os << '\n';
    }
}

void
ExplorationReport::PrintCommands(std::ostream& os) const
{
    const auto replay = [&](const std::string& name) {
        os << "  " << m_replay << " --schedule " << m_out << "/schedules/" << name << ".json --out "
           << m_out << '/' << name << '\n';
    };
    os << "To replay outcome N, or a violation:\n";
    replay("outcome-N");
    for (std::size_t i = 0; i < m_exploration.faults.size(); ++i)
    {
        replay(NameOfFault(m_exploration.faults[i], i));
    }
    if (m_exploration.outcomes.size() > 1)
    {
        os << "To compare two of them:\n  mgm trace ladder " << m_out << '/' << NameOfOutcome(0)
           << "/trace.jsonl " << m_out << '/' << NameOfOutcome(1) << "/trace.jsonl\n";
    }
}

} // namespace mgm
} // namespace ns3
