/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_TRACE_HEADER_H
#define MGM_TRACE_HEADER_H

#include "mgm-traced-node.h"

#include <cstdint>
#include <string>
#include <vector>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief What a trace says about itself before its first record.
 *
 * It holds no time of day and no machine, so that equal input gives equal files (I10).
 */
struct TraceHeader
{
    /// Version of the columns and of this header; a change of their meaning increments it.
    static constexpr uint32_t SCHEMA = 2;

    std::string ns3Version;        ///< Version of ns-3, for example "3.37".
    std::string scenario;          ///< Digest of the scenario; empty without one.
    uint32_t seed{0};              ///< Seed of the random streams.
    uint64_t run{0};               ///< Run number of the random streams.
    std::string command;           ///< Command line, as far as it matters to the result.
    std::vector<TracedNode> nodes; ///< The nodes of the trace.

    /**
     * @brief Makes the header of the present simulation: ns-3's version, seed and run are filled
     * in; nodes are not.
     * @param scenario digest of the scenario, may be empty
     * @param command command line, may be empty
     * @return the header
     */
    static TraceHeader OfSimulation(const std::string& scenario = "",
                                    const std::string& command = "");

    /// @return the header as one line of JSON, without the end of the line
    std::string ToJson() const;

    /// @return the header as comment lines, one `# key: value` for each field, texts as in JSON
    std::string ToComment() const;
};

} // namespace mgm
} // namespace ns3

#endif // MGM_TRACE_HEADER_H
