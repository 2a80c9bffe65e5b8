/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-pim-oracle-rows.h"

namespace ns3
{
namespace mgm
{

namespace
{

template <typename Row>
PimOracleRows::Number
MakeRowNumber(uint32_t machine, const Row& row)
{
    return machine * 1000 + static_cast<uint32_t>(row.event) * 10 + static_cast<uint32_t>(row.from);
}

template <typename Table>
void
NameRows(const std::string& machine, const Table& table, std::map<uint32_t, std::string>& names)
{
    for (const auto& row : table)
    {
        names[PimOracleRows::NumberOf(row)] =
            machine + ": " + GetPimOracleName(row.event) + " in " + GetPimOracleName(row.from);
    }
}

} // namespace

PimOracleRows::Number
PimOracleRows::NumberOf(const PimOracleUpstream::Row& row)
{
    return MakeRowNumber(1, row);
}

PimOracleRows::Number
PimOracleRows::NumberOf(const PimOracleDownstream::Row& row)
{
    return MakeRowNumber(2, row);
}

PimOracleRows::Number
PimOracleRows::NumberOf(const PimOracleAssert::Row& row)
{
    return MakeRowNumber(3, row);
}

PimOracleRows::Number
PimOracleRows::NumberOf(const PimOracleOrigin::Row& row)
{
    return MakeRowNumber(4, row);
}

PimOracleRows::PimOracleRows()
{
    NameRows("Upstream", PimOracleUpstream::GetTable(), m_names);
    NameRows("Downstream", PimOracleDownstream::GetTable(), m_names);
    NameRows("Assert", PimOracleAssert::GetTable(), m_names);
    NameRows("Origination", PimOracleOrigin::GetTable(), m_names);
}

void
PimOracleRows::Count(Number row)
{
    ++m_counts[row];
}

std::map<std::string, uint64_t>
PimOracleRows::GetCounts() const
{
    std::map<std::string, uint64_t> counts;
    for (const auto& [number, name] : m_names)
    {
        const auto found = m_counts.find(number);
        counts[name] = found != m_counts.end() ? found->second : 0;
    }
    return counts;
}

} // namespace mgm
} // namespace ns3
