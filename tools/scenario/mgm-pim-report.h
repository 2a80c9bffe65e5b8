/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_PIM_REPORT_H
#define MGM_PIM_REPORT_H

#include "base/mgm-text-table.h"
#include "json/mgm-json-document.h"
#include "mgm-scenario-network.h"
#include "mgm-scenario.h"

#include <cstddef>
#include <ostream>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief What PIM dense mode knows at the end of a run: neighbors, and state per (S,G) and
 * interface.
 */
class PimReport
{
  public:
    PimReport();

    /**
     * @brief Takes what a router knows.
     * @param scenario the scenario
     * @param spec its node, which has PIM dense mode
     * @param node what was made of it
     * @return it, for `summary.json`
     */
    Json Note(const Scenario& scenario, const NodeSpec& spec, const ScenarioNetwork::Node& node);

    /// @brief Prints tables of all that was taken, or nothing if there was nothing. Long ones are
    ///        cut.
    /// @param os where to print
    void Print(std::ostream& os) const;

  private:
    /// A table that is cut.
    struct CutTable
    {
        TextTable table;     ///< the table
        std::size_t lines{}; ///< lines that it would have
    };

    /// @brief Adds a line to a table, unless that is too long.
    /// @param table the table
    /// @param cells the line
    static void Add(CutTable& table, const TextTable::Cells& cells);

    /// @brief Prints a table.
    /// @param table the table
    /// @param os where to print
    static void Print(const CutTable& table, std::ostream& os);

    CutTable m_neighbors; ///< the neighbors
    CutTable m_states;    ///< the states
};

} // namespace mgm
} // namespace ns3

#endif // MGM_PIM_REPORT_H
