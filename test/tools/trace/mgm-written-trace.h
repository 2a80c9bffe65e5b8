/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_TRACE_FILE_TEXT_H
#define MGM_TRACE_FILE_TEXT_H

#include "base/mgm-input-error.h"
#include "trace/mgm-trace-reader.h"

#include "ns3/mgm-trace-column.h"

#include <fstream>
#include <map>
#include <string>
#include <string_view>

namespace ns3
{
namespace mgm
{

/// A header as the first line of JSON lines, of a trace of one node.
inline const std::string JSON_HEADER =
    R"({"schema":2,"ns3":"3.37","scenario":"s","seed":1,"run":2,"command":"c","nodes":[{"id":0,)"
    R"("name":"r1","interfaces":[{"index":1,"name":"lan","link":4}]}]})"
    "\n";

/// The same header as the first lines of CSV.
inline const std::string CSV_HEADER = "# schema: 2\n# ns3: \"3.37\"\n# scenario: \"s\"\n# seed: 1\n"
                                      "# run: 2\n# command: \"c\"\n# nodes: []\n";

/**
 * @brief Writes a file.
 * @param path path of the file
 * @param bytes what it holds
 * @return the path
 */
inline std::string
WriteFile(const std::string& path, std::string_view bytes)
{
    std::ofstream(path, std::ios::binary)
        .write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    return path;
}

/**
 * @param record a record
 * @return its columns that have values
 */
inline std::map<std::string, std::string>
ColumnsOf(const TraceRecord& record)
{
    std::map<std::string, std::string> values;
    ColumnScratch scratch;
    for (const auto& column : GetTraceColumns())
    {
        const auto value = column.get(record, scratch);
        if (!value.empty())
        {
            values.emplace(column.name, value);
        }
    }
    return values;
}

/**
 * @brief Reads a trace to its end.
 * @param file path of the file
 * @return what is wrong with it, with FILE for its path; empty if nothing is
 */
inline std::string
FaultOf(const std::string& file)
{
    try
    {
        const auto reader = OpenTrace(file);
        while (reader->Next())
        {
        }
        return "";
    }
    catch (const InputError& error)
    {
        std::string text = error.what();
        const auto place = text.find(file);
        return place == std::string::npos ? text : text.replace(place, file.size(), "FILE");
    }
}

} // namespace mgm
} // namespace ns3

#endif // MGM_TRACE_FILE_TEXT_H
