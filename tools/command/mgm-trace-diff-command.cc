/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-trace-diff-command.h"

#include "base/mgm-input-error.h"
#include "diff/mgm-difference-report.h"
#include "diff/mgm-record-comparison.h"
#include "diff/mgm-trace-comparison.h"
#include "trace/mgm-trace-reader.h"

#include <charconv>
#include <iostream>
#include <sstream>

namespace ns3
{
namespace mgm
{

namespace
{

namespace po = boost::program_options;

constexpr auto DIFF_USAGE = "mgm trace diff A B";

po::options_description
MakeDiffOptions()
{
    po::options_description options("Usage: mgm trace diff A B [OPTIONS]\n\nOptions");
    // clang-format off
    options.add_options()
        ("ignore", Text("NAMES")->default_value(""),
         "what is not compared, separated by commas: time, order (of the records of one instant), "
         "or columns of the trace")
        ("context", Text("N")->default_value("3"),
         "how many records to show before and behind the first difference")
        ("header", "compare the headers, too")
        ("quiet", "print nothing; the exit status is 1 if the traces differ")
        ("help", "show this text");
    // clang-format on
    return options;
}

RecordComparison
ReadComparison(const std::string& text)
{
    std::vector<std::string> ignored;
    std::istringstream names(text);
    for (std::string name; std::getline(names, name, ',');)
    {
        ignored.push_back(name);
    }
    return RecordComparison(ignored);
}

std::size_t
ReadContext(const std::string& text)
{
    uint32_t number = 0;
    const auto end = text.data() + text.size();
    const auto result = std::from_chars(text.data(), end, number);
    if (result.ec != std::errc() || result.ptr != end)
    {
        throw InputError("--context " + text + ": found \"" + text + "\", expected a number");
    }
    return number;
}

} // namespace

int
RunTraceDiff(const Arguments& arguments)
{
    const auto visible = MakeDiffOptions();
    const auto values = ParseOptions(arguments, visible, {"a", "b"});
    if (values.count("help"))
    {
        std::cout << visible;
        return DONE;
    }
    const auto fileOfA = ReadRequired(values, "a", DIFF_USAGE);
    const auto fileOfB = ReadRequired(values, "b", DIFF_USAGE);
    if (fileOfA == "-" && fileOfB == "-")
    {
        throw InputError("mgm trace diff: found standard input twice, expected it at most once");
    }
    const auto comparison = ReadComparison(values["ignore"].as<std::string>());
    const auto context = ReadContext(values["context"].as<std::string>());
    const auto a = OpenTrace(fileOfA);
    const auto b = OpenTrace(fileOfB);

    std::ostream os(values.count("quiet") ? nullptr : std::cout.rdbuf());
    os << "A: " << fileOfA << "\nB: " << fileOfB << '\n';
    const bool haveEqualHeaders = CompareHeaders(os, a->GetHeader(), b->GetHeader());
    DifferenceReport report(os, a->GetHeader(), b->GetHeader(), context);
    TraceComparison(*a, *b, comparison, report).Run();
    report.Finish();
    os.flush();
    const bool areEqual = report.IsEmpty() && (haveEqualHeaders || !values.count("header"));
    return areEqual ? DONE : FOUND_FAULTS;
}

} // namespace mgm
} // namespace ns3
