/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-ladder.h"

#include "base/mgm-input-error.h"
#include "json/mgm-json-document.h"
#include "json/mgm-json-value.h"
#include "mgm-ladder-builder.h"
#include "mgm-ladder-html.h"
#include "mgm-ladder-svg.h"
#include "mgm-perfetto-writer.h"
#include "scenario/mgm-scenario-values.h"

#include "ns3/mgm-json-string.h"

namespace ns3
{
namespace mgm
{

namespace
{

/// Reads the trace twice: first the flows, whose ends come after their beginnings.
void
WriteTimeline(const std::vector<std::string>& files,
              const LadderOptions& options,
              int64_t stepNs,
              std::ostream& os)
{
    if (files.size() != 1 || files[0] == "-")
    {
        throw InputError("--format perfetto: found " +
                         (files.size() == 1 ? std::string("standard input")
                                            : std::to_string(files.size()) + " traces") +
                         ", expected one file, which is read twice");
    }
    const auto flows = FindPerfettoFlows(*OpenTrace(files[0]), options);
    const auto reader = OpenTrace(files[0]);
    LadderSelection selection(reader->GetHeader(), options);
    PerfettoWriter writer(os, reader->GetHeader(), flows, stepNs);
    bool isEmpty = true;
    while (const auto record = reader->Next())
    {
        const bool isShown = selection.Has(*record);
        isEmpty = isEmpty && !isShown;
        writer.Write(*record, isShown);
    }
    if (isEmpty)
    {
        throw InputError("mgm trace ladder: found no record that is selected, expected at least "
                         "one");
    }
    writer.Finish();
}

} // namespace

std::optional<LadderFormat>
LadderFormatFromString(std::string_view name)
{
    if (name == "svg")
    {
        return LadderFormat::SVG;
    }
    if (name == "html")
    {
        return LadderFormat::HTML;
    }
    return name == "perfetto" ? std::make_optional(LadderFormat::PERFETTO) : std::nullopt;
}

int64_t
ReadLadderTime(const std::string& text, const std::string& option)
{
    try
    {
        const JsonDocument document(ToJsonString(text), option);
        return ReadTime(JsonValue(document)).GetNanoSeconds();
    }
    catch (const InputError&)
    {
        throw InputError(option + ' ' + text + ": found \"" + text +
                         "\", expected a time such as 1.5s, in whole nanoseconds");
    }
}

void
WriteLadders(const std::vector<std::string>& files,
             LadderFormat format,
             const LadderOptions& options,
             int64_t stepNs,
             std::ostream& os)
{
    if (format == LadderFormat::PERFETTO)
    {
        WriteTimeline(files, options, stepNs, os);
        return;
    }
    std::vector<LadderModel> models;
    for (const auto& file : files)
    {
        models.push_back(BuildLadder(*OpenTrace(file), options));
    }
    format == LadderFormat::SVG ? WriteLadderSvg(models, options, os)
                                : WriteLadderHtml(models, options, os);
}

} // namespace mgm
} // namespace ns3
