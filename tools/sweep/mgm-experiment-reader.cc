/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-experiment-reader.h"

#include "base/mgm-input-error.h"
#include "base/mgm-loaded-libraries.h"
#include "base/mgm-text-digest.h"
#include "json/mgm-json-schema.h"
#include "mgm-experiment-schema.h"

#include "ns3/mgm-trace-header.h"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

namespace ns3
{
namespace mgm
{

namespace
{

/// Columns of the table of runs that are neither factors nor responses.
const std::set<std::string> OWN_COLUMNS{"id", "cell", "run", "status"};

/// What is measured unless the experiment says something else, for all scenarios and for those
/// with streams.
const std::vector<std::pair<std::string, std::string>> RESPONSES{
    {"violations", "/violations"},
    {"unmet_expectations", "/unmet_expectations"},
};
const std::vector<std::pair<std::string, std::string>> STREAM_RESPONSES{
    {"lost", "sum(/streams/*/lost)"},
    {"longest_gap_ns", "max(/streams/*/longest_gap/length_ns)"},
    {"first_after_join_ns", "max(/streams/*/first_after_join_ns/*)"},
    {"unaccounted", "/packets/unaccounted"},
};

std::string
ReadText(const std::string& path)
{
    std::error_code error;
    std::ifstream file(path, std::ios::binary);
    return std::filesystem::is_directory(path, error)
               ? ""
               : std::string(std::istreambuf_iterator<char>(file), {});
}

/// An experiment of one run of a scenario.
JsonDocument
WrapScenario(const std::string& path)
{
    const auto file = std::filesystem::path(path).filename().string();
    return JsonDocument(Json{{"scenario", file}}.dump(), path);
}

/// Makes a change. A list or an object that it adds something to need not exist.
void
ApplyChange(const ExperimentChange& change, JsonDocument& document)
{
    const auto& root = document.GetRoot();
    const JsonPointer path(change.pointer);
    const auto parent = path.parent_pointer();
    if (!parent.empty() && root.is_object() && !root.contains(parent))
    {
        document.Set(parent.to_string(), path.back() == "-" ? "[]" : "{}", change.origin);
    }
    // The index instead of the hyphen lets messages find what the element comes from.
    const bool isNew = path.back() == "-" && root.contains(parent) && root.at(parent).is_array();
    const auto place = isNew ? parent / root.at(parent).size() : path;
    document.Set(place.to_string(), change.value.dump(), change.origin);
}

JsonDocument
LoadExperiment(const std::string& path, const std::vector<ExperimentChange>& changes)
{
    auto document = JsonDocument::Load(path);
    const auto& root = document.GetRoot();
    // A file that is neither is one with a fault; which one it should be, "nodes" tells.
    if (root.is_object() && root.contains("nodes") && !root.contains("scenario"))
    {
        document = WrapScenario(path);
    }
    for (const auto& change : changes)
    {
        ApplyChange(change, document);
    }
    return document;
}

/// Adds the responses that are measured by default.
void
FillResponses(Json& root, const JsonDocument& scenario)
{
    if (root.contains("responses") && !root["responses"].empty())
    {
        return;
    }
    auto& responses = root["responses"] = Json::object();
    const auto& json = scenario.GetRoot();
    if (json.is_object() && json.contains("traffic") && !json["traffic"].empty())
    {
        responses.update(Json(Json::object_t(STREAM_RESPONSES.begin(), STREAM_RESPONSES.end())));
    }
    responses.update(Json(Json::object_t(RESPONSES.begin(), RESPONSES.end())));
}

/// Throws InputError if two columns of the table of runs have one name.
void
CheckNames(const Experiment& experiment)
{
    auto names = OWN_COLUMNS;
    std::set<std::string> pointers;
    const auto check = [&names](const std::string& name, const std::string& place) {
        if (!names.insert(name).second)
        {
            throw InputError(place + ": found a second column \"" + name +
                             "\" of the results, expected another name");
        }
    };
    for (const auto& factor : experiment.factors)
    {
        check(factor.name, factor.place);
        for (const auto& pointer : factor.pointers)
        {
            if (!pointers.insert(pointer).second)
            {
                throw InputError(factor.place + ": found a second factor with " + pointer +
                                 ", expected another pointer");
            }
        }
    }
    for (const auto& response : experiment.responses)
    {
        check(response.GetName(), "response " + response.GetText());
    }
}

void
ReadDesign(const JsonValue& root, Experiment& experiment)
{
    const bool isFull = root["design"].GetText() == "full";
    experiment.design = isFull ? DesignKind::FULL : DesignKind::LATIN_HYPERCUBE;
    if (isFull && root.Has("samples"))
    {
        root["samples"].Fail("the design \"lhs\" with a number of samples");
    }
    if (!isFull && !root.Has("samples"))
    {
        root["design"].Fail("the number of samples with it");
    }
    experiment.samples = isFull ? 0 : root["samples"].Get<std::size_t>();
    experiment.runs = root["runs"].Get<std::size_t>();
    experiment.seed = root["seed"].Get<uint64_t>();
}

void
ReadChanges(const JsonValue& root, Experiment& experiment)
{
    for (const auto& [pointer, value] : root["set"].GetMembers())
    {
        const auto text = ToOption(value.GetJson());
        experiment.changes.push_back({pointer, text, "--set " + pointer + "=" + text});
    }
}

/// Reads the scenario's file, relative to that of the experiment.
void
ReadScenarioText(const JsonValue& root, const std::string& path, Experiment& experiment)
{
    const auto file = std::filesystem::path(path).parent_path() / root["scenario"].GetText();
    experiment.scenario = file.string();
    experiment.scenarioText = ReadText(experiment.scenario);
    if (experiment.scenarioText.empty())
    {
        root["scenario"].Fail("the path of a scenario that can be read, from the directory of " +
                              path);
    }
}

/// Collects the files that a part of a scenario names. Steps that replay a capture are all that
/// name any.
void
CollectFiles(const std::string& name, const Json& part, std::set<std::string>& files)
{
    if (part.is_string() && name == "file")
    {
        files.insert(part.get<std::string>());
    }
    else if (part.is_structured())
    {
        for (const auto& [key, member] : part.items())
        {
            CollectFiles(key, member, files);
        }
    }
}

void
CollectFiles(const ScenarioChange& change, std::set<std::string>& files)
{
    const auto name = change.pointer.substr(change.pointer.rfind('/') + 1); // npos is -1
    CollectFiles(name, ParseOption(change.value), files);
}

/// The files that some run of an experiment replays.
std::set<std::string>
FindFiles(const Experiment& experiment)
{
    std::set<std::string> files;
    CollectFiles("", ParseOption(experiment.scenarioText), files);
    for (const auto& change : experiment.changes)
    {
        CollectFiles(change, files);
    }
    for (const auto& factor : experiment.factors)
    {
        for (const auto& level : factor.levels)
        {
            for (std::size_t i = 0; i < factor.pointers.size(); ++i)
            {
                CollectFiles({factor.pointers[i], level.values[i], ""}, files);
            }
        }
    }
    return files;
}

/// Reads the captures that go with the scenario. One elsewhere counts by its name alone; what is
/// wrong with one, the runs say.
void
ReadCaptures(Experiment& experiment)
{
    const auto directory = std::filesystem::path(experiment.scenario).parent_path();
    for (const auto& file : FindFiles(experiment))
    {
        const auto path = std::filesystem::path(file).lexically_normal();
        const auto octets = ReadText((directory / path).string());
        if (path.is_relative() && *path.begin() != ".." && !octets.empty())
        {
            experiment.captures.emplace(path.string(), octets);
        }
    }
}

std::string
DigestCaptures(const Experiment& experiment)
{
    std::string digests;
    for (const auto& [path, octets] : experiment.captures)
    {
        digests += ' ' + DigestText(octets);
    }
    return digests;
}

/// What is in the libraries that are loaded, which decides on the results as the scenario does.
std::string
DigestLibraries()
{
    std::string digests;
    for (const auto& library : GetLoadedLibraries())
    {
        digests += ' ' + library.digest;
    }
    return digests;
}

} // namespace

Experiment
ReadExperiment(const std::string& path,
               const std::vector<ExperimentChange>& changes,
               const std::string& version)
{
    auto document = LoadExperiment(path, changes);
    static const JsonSchema SCHEMA(GetExperimentSchema());
    SCHEMA.Check(document);
    SCHEMA.FillDefaults(document.GetRoot());

    const JsonValue root(document);
    Experiment experiment;
    ReadScenarioText(root, path, experiment);
    FillResponses(document.GetRoot(), JsonDocument(experiment.scenarioText, experiment.scenario));
    ReadChanges(root, experiment);
    ReadDesign(root, experiment);
    for (const auto& factor : root["factors"].GetItems())
    {
        experiment.factors.push_back(ReadFactor(factor));
    }
    ReadCaptures(experiment);
    for (const auto& [name, response] : root["responses"].GetMembers())
    {
        experiment.responses.emplace_back(response.GetText(),
                                          response.GetPlace() + ": " + response.GetPointer(),
                                          name);
    }
    experiment.plots = root["plots"].Get<std::vector<std::string>>();
    CheckNames(experiment);
    experiment.source = document.GetRoot();
    experiment.source["scenario"] = SCENARIO_COPY;
    experiment.source.erase("$schema");
    auto decisive = experiment.source;
    decisive.erase("plots");
    decisive.erase("description");
    experiment.digest = DigestText(decisive.dump() + experiment.scenarioText + version + " ns-" +
                                   TraceHeader::OfSimulation().ns3Version + DigestLibraries() +
                                   DigestCaptures(experiment));
    return experiment;
}

} // namespace mgm
} // namespace ns3
