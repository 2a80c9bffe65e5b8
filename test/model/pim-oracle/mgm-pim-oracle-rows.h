/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_PIM_ORACLE_ROWS_H
#define MGM_PIM_ORACLE_ROWS_H

#include "mgm-pim-oracle-assert.h"
#include "mgm-pim-oracle-downstream.h"
#include "mgm-pim-oracle-origin.h"
#include "mgm-pim-oracle-upstream.h"

#include <map>
#include <string>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup tests
 * @brief Counts how often each row of the four tables of RFC 3973 was taken.
 */
class PimOracleRows
{
  public:
    /// A row, as one number.
    using Number = uint32_t;

    /// @brief Tells rows apart. @param row a row of one of the tables @return its number
    static Number NumberOf(const PimOracleUpstream::Row& row);
    /// @copydoc NumberOf(const PimOracleUpstream::Row&)
    static Number NumberOf(const PimOracleDownstream::Row& row);
    /// @copydoc NumberOf(const PimOracleUpstream::Row&)
    static Number NumberOf(const PimOracleAssert::Row& row);
    /// @copydoc NumberOf(const PimOracleUpstream::Row&)
    static Number NumberOf(const PimOracleOrigin::Row& row);

    PimOracleRows();

    /// @brief Counts a row. @param row its number
    void Count(Number row);

    /// @return how often each row was taken, by its name
    std::map<std::string, uint64_t> GetCounts() const;

  private:
    std::map<Number, std::string> m_names; ///< of all rows
    std::map<Number, uint64_t> m_counts;   ///< of all rows
};

} // namespace mgm
} // namespace ns3

#endif // MGM_PIM_ORACLE_ROWS_H
