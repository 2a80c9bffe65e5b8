/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-check-report.h"

#include "base/mgm-rule-book.h"
#include "json/mgm-json-document.h"

#include <cstdio>
#include <string_view>

namespace ns3
{
namespace mgm
{

namespace
{

std::string
SecondsOf(int64_t timeNs)
{
    char text[48];
    std::snprintf(text,
                  sizeof text,
                  "%lld.%09lld",
                  static_cast<long long>(timeNs / 1000000000),
                  static_cast<long long>(timeNs % 1000000000));
    return text;
}

/// What became of a rule: "holds", "broken", "hidden" if it does not hold for something that
/// another finding is about already, or "not judged" if the trace is not sound.
std::string_view
VerdictOf(const TraceChecker& checker, TraceRule rule)
{
    const auto& findings = checker.GetFindings();
    if (findings.GetCount(rule) > 0)
    {
        return "broken";
    }
    if (findings.IsHidden(rule))
    {
        return "hidden";
    }
    const bool isSound = findings.GetCount(TraceRule::SOUND) == 0;
    return isSound || rule == TraceRule::SOUND ? "holds" : "not judged";
}

std::string
ListRules(const TraceChecker& checker, const TraceRuleSet& rules, std::string_view verdict)
{
    std::string list;
    for (const auto rule : rules)
    {
        if (VerdictOf(checker, rule) == verdict)
        {
            list.append(list.empty() ? "" : ", ").append(ToString(rule));
        }
    }
    return list;
}

/// The first sentence of a rule.
std::string
StatementOf(TraceRule rule)
{
    return RuleBook::Get().GetStatement(ToString(rule));
}

void
WriteFinding(std::ostream& os, const TraceFinding& finding, const TraceChecker& checker)
{
    os << "  " << ToString(finding.rule) << ": " << StatementOf(finding.rule) << "\n    "
       << finding.explanation << '\n';
    for (const RecordNote& note : finding.records)
    {
        os << "      record " << note.seq << " at " << SecondsOf(note.timeNs) << " s, "
           << NameOfNode(checker.GetNodes(), note.node) << ": " << note.ToText(checker.GetNodes())
           << '\n';
    }
}

Json
ToJson(const TraceFinding& finding, const TraceChecker& checker)
{
    Json json;
    json["rule"] = ToString(finding.rule);
    json["statement"] = StatementOf(finding.rule);
    json["explanation"] = finding.explanation;
    json["records"] = Json::array();
    for (const RecordNote& note : finding.records)
    {
        Json record;
        record["seq"] = note.seq;
        record["t_ns"] = note.timeNs;
        record["node"] = NameOfNode(checker.GetNodes(), note.node);
        record["text"] = note.ToText(checker.GetNodes());
        json["records"].push_back(std::move(record));
    }
    return json;
}

} // namespace

void
WriteCheckText(std::ostream& os,
               const std::string& file,
               const TraceChecker& checker,
               const TraceRuleSet& rules)
{
    const auto& findings = checker.GetFindings();
    const auto total = findings.GetTotal();
    os << file << ": " << checker.GetRecords() << " records, " << total
       << (total == 1 ? " finding\n" : " findings\n");
    for (const TraceFinding& finding : findings.GetAll())
    {
        WriteFinding(os, finding, checker);
    }
    for (const auto rule : GetTraceRules())
    {
        if (findings.GetCount(rule) > FindingLog::KEPT)
        {
            os << "  " << ToString(rule) << ": " << findings.GetCount(rule) - FindingLog::KEPT
               << " more\n";
        }
    }
    if (const auto hold = ListRules(checker, rules, "holds"); !hold.empty())
    {
        os << "  hold: " << hold << '\n';
    }
    if (const auto hidden = ListRules(checker, rules, "hidden"); !hidden.empty())
    {
        os << "  broken by what was found, perhaps as its consequence: " << hidden << '\n';
    }
    if (const auto unjudged = ListRules(checker, rules, "not judged"); !unjudged.empty())
    {
        os << "  not judged";
        if (checker.GetUnjudgedFrom() > 0)
        {
            os << " from record " << checker.GetUnjudgedFrom() << " on";
        }
        os << ", because the trace is not sound: " << unjudged << '\n';
    }
}

void
WriteCheckJson(std::ostream& os,
               const std::string& file,
               const TraceChecker& checker,
               const TraceRuleSet& rules)
{
    Json json;
    json["file"] = file;
    json["records"] = checker.GetRecords();
    json["rules"] = Json::object();
    for (const auto rule : rules)
    {
        json["rules"][std::string(ToString(rule))] = {
            {"verdict", VerdictOf(checker, rule)},
            {"findings", checker.GetFindings().GetCount(rule)}};
    }
    if (checker.GetUnjudgedFrom() > 0)
    {
        json["unjudged_from"] = checker.GetUnjudgedFrom();
    }
    json["findings"] = Json::array();
    for (const TraceFinding& finding : checker.GetFindings().GetAll())
    {
        json["findings"].push_back(ToJson(finding, checker));
    }
    os << json.dump(-1, ' ', false, Json::error_handler_t::replace) << '\n';
}

} // namespace mgm
} // namespace ns3
