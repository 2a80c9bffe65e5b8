/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "ns3/mgm-igmp-querier.h"
#include "ns3/mgm-igmp-router-compatibility-fsm.h"
#include "ns3/mgm-igmp-v2-group.h"

#include <gtest/gtest.h>
#include <string>
#include <vector>

namespace ns3
{
namespace mgm
{

namespace
{

/// @brief A row of a diagram: what an event does in a state.
template <const auto& TABLE>
struct Row
{
    using Table = std::decay_t<decltype(TABLE)>;

    const char* name;              ///< of the test
    typename Table::State from;    ///< state before
    typename Table::Event event;   ///< event
    typename Table::Action action; ///< what is done
    typename Table::State to;      ///< state after
};

template <const auto& TABLE>
void
ExpectRow(const Row<TABLE>& row)
{
    const auto* found = TABLE.Find(row.from, row.event);
    ASSERT_NE(found, nullptr);
    EXPECT_EQ(ToString(found->action), ToString(row.action));
    EXPECT_EQ(ToString(found->to), ToString(row.to));
}

template <const auto& TABLE>
std::ostream&
operator<<(std::ostream& os, const Row<TABLE>& row)
{
    return os << row.name;
}

const auto NAME = [](const auto& row) { return row.param.name; };

// RFC 2236 section 7, the diagram of the router towards a network.

using QuerierRow = Row<QUERIER_TABLE>;
using QS = QuerierState;
using QE = QuerierEvent;
using QA = QuerierAction;

class RFC_2236_7_Router : public testing::TestWithParam<QuerierRow>
{
};

INSTANTIATE_TEST_SUITE_P(
    Diagram,
    RFC_2236_7_Router,
    testing::Values(
        QuerierRow{"Initial_Start", QS::INITIAL, QE::START, QA::SEND_FIRST, QS::QUERIER},
        QuerierRow{"Querier_QueryTimer", QS::QUERIER, QE::QUERY_TIMER, QA::SEND, QS::QUERIER},
        QuerierRow{"Querier_LowerQuery", QS::QUERIER, QE::LOWER_QUERY, QA::YIELD, QS::NON_QUERIER},
        QuerierRow{"NonQuerier_LowerQuery",
                   QS::NON_QUERIER,
                   QE::LOWER_QUERY,
                   QA::YIELD,
                   QS::NON_QUERIER},
        QuerierRow{"NonQuerier_OtherQuerierTimer",
                   QS::NON_QUERIER,
                   QE::OTHER_QUERIER_TIMER,
                   QA::TAKE_OVER,
                   QS::QUERIER}),
    NAME);

TEST_P(RFC_2236_7_Router, IsARowOfTheTable)
{
    ExpectRow(GetParam());
}

// RFC 2236 section 7, the diagrams of a group in Querier and Non-Querier state.

using GroupRow = Row<IGMP_V2_GROUP_TABLE>;
using GS = IgmpV2GroupState;
using GE = IgmpV2GroupEvent;
using GA = IgmpV2GroupAction;

class RFC_2236_7_Group : public testing::TestWithParam<GroupRow>
{
};

INSTANTIATE_TEST_SUITE_P(
    Querier,
    RFC_2236_7_Group,
    testing::Values(
        GroupRow{"NoMembers_V2Report", GS::NO_MEMBERS, GE::V2_REPORT, GA::JOIN, GS::MEMBERS},
        GroupRow{"NoMembers_V1Report", GS::NO_MEMBERS, GE::V1_REPORT, GA::JOIN_V1, GS::V1_MEMBERS},
        GroupRow{"Members_V2Report", GS::MEMBERS, GE::V2_REPORT, GA::REFRESH, GS::MEMBERS},
        GroupRow{"Members_V1Report", GS::MEMBERS, GE::V1_REPORT, GA::REFRESH_V1, GS::V1_MEMBERS},
        GroupRow{"Members_Leave", GS::MEMBERS, GE::LEAVE, GA::CHECK, GS::CHECKING},
        GroupRow{"Members_Timer", GS::MEMBERS, GE::GROUP_TIMER, GA::LEAVE, GS::NO_MEMBERS},
        GroupRow{"V1Members_V2Report", GS::V1_MEMBERS, GE::V2_REPORT, GA::REFRESH, GS::V1_MEMBERS},
        GroupRow{"V1Members_V1Report",
                 GS::V1_MEMBERS,
                 GE::V1_REPORT,
                 GA::REFRESH_V1,
                 GS::V1_MEMBERS},
        GroupRow{"V1Members_V1HostTimer", GS::V1_MEMBERS, GE::V1_HOST_TIMER, GA::NONE, GS::MEMBERS},
        GroupRow{"V1Members_Timer", GS::V1_MEMBERS, GE::GROUP_TIMER, GA::LEAVE, GS::NO_MEMBERS},
        GroupRow{"V1Members_Leave", GS::V1_MEMBERS, GE::LEAVE, GA::NONE, GS::V1_MEMBERS},
        GroupRow{"Checking_V2Report", GS::CHECKING, GE::V2_REPORT, GA::REFRESH, GS::MEMBERS},
        GroupRow{"Checking_V1Report", GS::CHECKING, GE::V1_REPORT, GA::REFRESH_V1, GS::V1_MEMBERS},
        GroupRow{"Checking_RexmtTimer",
                 GS::CHECKING,
                 GE::RETRANSMIT_TIMER,
                 GA::QUERY,
                 GS::CHECKING},
        GroupRow{"Checking_Timer", GS::CHECKING, GE::GROUP_TIMER, GA::LEAVE, GS::NO_MEMBERS}),
    NAME);

INSTANTIATE_TEST_SUITE_P(
    NonQuerier,
    RFC_2236_7_Group,
    testing::Values(
        GroupRow{"Members_GroupQuery", GS::MEMBERS, GE::GROUP_QUERY, GA::LOWER, GS::CHECKING},
        GroupRow{"Checking_Report", GS::CHECKING, GE::V2_REPORT, GA::REFRESH, GS::MEMBERS},
        GroupRow{"Checking_Timer", GS::CHECKING, GE::GROUP_TIMER, GA::LEAVE, GS::NO_MEMBERS}),
    NAME);

TEST_P(RFC_2236_7_Group, IsARowOfTheTable)
{
    ExpectRow(GetParam());
}

// RFC 3376 section 7.3.2, the Group Compatibility Mode.

using ModeRow = Row<IGMP_GROUP_MODE_TABLE>;
using MS = IgmpGroupMode;
using ME = IgmpGroupModeEvent;
using MA = IgmpGroupModeAction;

class RFC_3376_7_3_2_Mode : public testing::TestWithParam<ModeRow>
{
};

INSTANTIATE_TEST_SUITE_P(
    Text,
    RFC_3376_7_3_2_Mode,
    testing::Values(ModeRow{"V3_V1Report", MS::IGMPV3, ME::V1_REPORT, MA::START_V1, MS::IGMPV1},
                    ModeRow{"V3_V2Report", MS::IGMPV3, ME::V2_REPORT, MA::START_V2, MS::IGMPV2},
                    ModeRow{"V2_V1Report", MS::IGMPV2, ME::V1_REPORT, MA::START_V1, MS::IGMPV1},
                    ModeRow{"V2_V2Report", MS::IGMPV2, ME::V2_REPORT, MA::START_V2, MS::IGMPV2},
                    ModeRow{"V2_V2Timer", MS::IGMPV2, ME::V2_TIMER, MA::NONE, MS::IGMPV3},
                    ModeRow{"V1_V1Report", MS::IGMPV1, ME::V1_REPORT, MA::START_V1, MS::IGMPV1},
                    ModeRow{"V1_V2Report", MS::IGMPV1, ME::V2_REPORT, MA::START_V2, MS::IGMPV1},
                    ModeRow{"V1_V1Timer", MS::IGMPV1, ME::V1_TIMER, MA::NONE, MS::IGMPV3},
                    ModeRow{"V1_V1TimerAmongV2Hosts",
                            MS::IGMPV1,
                            ME::V1_TIMER_AMONG_V2_HOSTS,
                            MA::NONE,
                            MS::IGMPV2},
                    ModeRow{"V1_V2Timer", MS::IGMPV1, ME::V2_TIMER, MA::NONE, MS::IGMPV1}),
    NAME);

TEST_P(RFC_3376_7_3_2_Mode, IsARowOfTheTable)
{
    ExpectRow(GetParam());
}

} // namespace

} // namespace mgm
} // namespace ns3
