/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-trace-check-command.h"

#include "base/mgm-input-error.h"
#include "check/mgm-check-report.h"
#include "trace/mgm-trace-reader.h"

#include <iostream>
#include <sstream>

namespace ns3
{
namespace mgm
{

namespace
{

namespace po = boost::program_options;

po::options_description
MakeCheckOptions()
{
    po::options_description options("Usage: mgm trace check FILE... [OPTIONS]\n\nOptions");
    // clang-format off
    options.add_options()
        ("rules", Text("RULES"),
         "the rules to check, separated by commas, such as I1,I3; sound is the soundness of the "
         "trace, sent that no message vanishes (default: all)")
        ("format", Text("FORMAT")->default_value("text"),
         "text, or json: one line for each file")
        ("help", "show this text");
    // clang-format on
    return options;
}

TraceRuleSet
ReadRules(const po::variables_map& values)
{
    if (!values.count("rules"))
    {
        return {GetTraceRules().begin(), GetTraceRules().end()};
    }
    TraceRuleSet rules{TraceRule::SOUND};
    const auto text = values["rules"].as<std::string>();
    std::istringstream names(text + ',');
    std::string name;
    while (std::getline(names, name, ','))
    {
        const auto rule = TraceRuleFromString(name);
        if (!rule)
        {
            throw InputError("--rules " + text + ": found \"" + name +
                             "\", expected some of sound, I1, I2, I3, I4, I5, I6, I7, I8, I9, "
                             "sent, P1, P2, P3, P4, P5, P6, P7");
        }
        rules.insert(*rule);
    }
    return rules;
}

bool
ReadIsJson(const po::variables_map& values)
{
    const auto format = values["format"].as<std::string>();
    if (format != "text" && format != "json")
    {
        throw InputError("--format " + format + ": found \"" + format +
                         "\", expected text or json");
    }
    return format == "json";
}

/// @return whether the rules hold
bool
Check(const std::string& file, const TraceRuleSet& rules, bool isJson)
{
    const auto reader = OpenTrace(file);
    TraceChecker checker(reader->GetHeader(), rules);
    while (const TraceRecord* record = reader->Next())
    {
        checker.Look(*record);
    }
    checker.Finish();
    isJson ? WriteCheckJson(std::cout, file, checker, rules)
           : WriteCheckText(std::cout, file, checker, rules);
    return checker.GetFindings().GetTotal() == 0;
}

} // namespace

int
RunTraceCheck(const Arguments& arguments)
{
    const auto visible = MakeCheckOptions();
    const auto values = ParseOptions(arguments, visible, {"file..."});
    if (values.count("help"))
    {
        std::cout << visible;
        return DONE;
    }
    if (!values.count("file"))
    {
        throw InputError("mgm trace check: found no file, expected mgm trace check FILE...");
    }
    const auto rules = ReadRules(values);
    const bool isJson = ReadIsJson(values);
    bool holds = true;
    for (const auto& file : values["file"].as<Arguments>())
    {
        holds = Check(file, rules, isJson) && holds;
    }
    return holds ? DONE : FOUND_FAULTS;
}

} // namespace mgm
} // namespace ns3
