/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_IGMP_V3_GROUP_FIXTURE_H
#define MGM_IGMP_V3_GROUP_FIXTURE_H

#include "mgm-igmp-router-lan.h"

#include <string>
#include <vector>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup tests
 * @brief A group at an IGMPv3 router.
 */
class IgmpV3GroupTest : public IgmpRouterLan
{
  protected:
    const Ipv4Address m_group{"239.1.1.1"};                ///< The group.
    const std::vector<std::string> m_any{"(*,239.1.1.1)"}; ///< Its membership in EXCLUDE mode.

    void SetUp() override
    {
        IgmpRouterLan::SetUp();
        MakeRouter(3);
    }

    /// @brief Reports one record. @param at when @param type its type @param sources its sources
    void Record(Time at, IgmpRecordType type, std::initializer_list<uint32_t> sources = {})
    {
        Report(at, {{type, m_group, Sources(sources)}});
    }

    /// @param time when @param rest of the line @return a query for the group, as it is heard
    static std::string Query(const std::string& time, const std::string& rest = "")
    {
        return time + " IGMPv3 Query 239.1.1.1 1s" + (rest.empty() ? "" : " " + rest) +
               " > 239.1.1.1";
    }

    /// @param queries those expected after the first general query
    void ExpectHeard(std::vector<std::string> queries)
    {
        queries.insert(queries.begin(), "0 IGMPv3 Query general 10s > 224.0.0.1");
        EXPECT_EQ(GetHeard(), queries);
    }
};

} // namespace mgm
} // namespace ns3

#endif // MGM_IGMP_V3_GROUP_FIXTURE_H
