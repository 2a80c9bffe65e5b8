/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "ns3/mgm-client-id.h"
#include "ns3/mgm-interface-id.h"
#include "ns3/mgm-status.h"

#include <gtest/gtest.h>
#include <sstream>

namespace ns3
{
namespace mgm
{

template <typename T>
std::string
Text(const T& value)
{
    std::ostringstream os;
    os << value;
    return os.str();
}

TEST(Status, NamesAndNumbersAreThoseOfWindows)
{
    const struct
    {
        Status status;
        uint32_t number;
        const char* name;
    } table[] = {
        {Status::NO_ERROR, 0, "NO_ERROR"},
        {Status::ERROR_NOT_ENOUGH_MEMORY, 8, "ERROR_NOT_ENOUGH_MEMORY"},
        {Status::ERROR_INVALID_PARAMETER, 87, "ERROR_INVALID_PARAMETER"},
        {Status::ERROR_INSUFFICIENT_BUFFER, 122, "ERROR_INSUFFICIENT_BUFFER"},
        {Status::ERROR_ALREADY_EXISTS, 183, "ERROR_ALREADY_EXISTS"},
        {Status::ERROR_MORE_DATA, 234, "ERROR_MORE_DATA"},
        {Status::ERROR_NO_MORE_ITEMS, 259, "ERROR_NO_MORE_ITEMS"},
        {Status::ERROR_CAN_NOT_COMPLETE, 1003, "ERROR_CAN_NOT_COMPLETE"},
        {Status::ERROR_NOT_FOUND, 1168, "ERROR_NOT_FOUND"},
    };

    for (const auto& row : table)
    {
        EXPECT_EQ(static_cast<uint32_t>(row.status), row.number);
        EXPECT_EQ(Text(row.status), row.name);
    }
    EXPECT_EQ(Text(static_cast<Status>(1)), "unknown");
}

TEST(ClientId, REG_2_ProtocolAndComponentMakeTheIdentity)
{
    const ClientId first{4, 1};
    const ClientId second{4, 2};
    const ClientId third{5, 1};
    EXPECT_EQ(first, (ClientId{4, 1}));
    EXPECT_NE(first, second);
    EXPECT_NE(first, third);
    EXPECT_TRUE(first < second && second < third);
    EXPECT_FALSE(third < first || first < first);
    EXPECT_EQ(Text(first), "4/1");
    EXPECT_TRUE((ClientId{10, 7}).IsIgmp());
    EXPECT_FALSE((ClientId{4, 10}).IsIgmp());
}

TEST(ClientHandle, ZeroIsNoClient)
{
    EXPECT_FALSE(ClientHandle{});
    EXPECT_TRUE(ClientHandle{1});
    EXPECT_FALSE(EnumerationHandle{});
    EXPECT_TRUE(EnumerationHandle{1});
    EXPECT_NE(ClientHandle{1}, ClientHandle{2});
    EXPECT_NE(EnumerationHandle{1}, EnumerationHandle{2});
}

TEST(InterfaceId, NextHopIsPartOfTheIdentity)
{
    const InterfaceId broadcast{2};
    const InterfaceId link{2, Ipv4Address("10.0.0.9")};
    EXPECT_EQ(broadcast, (InterfaceId{2, Ipv4Address("0.0.0.0")}));
    EXPECT_NE(broadcast, link);
    EXPECT_TRUE(broadcast < link);
    EXPECT_TRUE(link < (InterfaceId{3}));
    EXPECT_EQ(Text(broadcast), "2");
    EXPECT_EQ(Text(link), "2@10.0.0.9");
}

} // namespace mgm
} // namespace ns3
