/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-test-fixture.h"
#include "scenario/mgm-startup-table.h"

#include "ns3/node.h"

#include <sstream>
#include <string>

namespace ns3
{
namespace mgm
{

namespace
{

constexpr ClientId PIM{4, 1};
constexpr ClientId IGMP{IGMP_PROTOCOL_ID, 0};

/// Collects records, which it numbers, and prints the tables.
class StartupTables : public MgmTest
{
  protected:
    /// Adds a record of a client. Returns its number.
    uint64_t Add(TraceKind kind, const char* op, ClientId client, uint64_t cause)
    {
        m_record.kind = kind;
        m_record.op = op;
        m_record.client = client;
        m_record.clientName = client.IsIgmp() ? "igmp" : "pim";
        m_record.cause = cause;
        return Emit();
    }

    /// Adds the answer to a call.
    void Answer(uint64_t call, Status status, const char* detail = "")
    {
        m_record = TraceRecord{m_record};
        m_record.kind = TraceKind::RETURN;
        m_record.cause = call;
        m_record.status = status;
        m_record.detail = detail;
        Emit();
        m_record.status.reset();
        m_record.detail = "";
    }

    /// Prints the tables, without their titles and headers.
    std::string Print() const
    {
        std::ostringstream all;
        m_table.Print(all);
        std::istringstream lines(all.str());
        std::string line;
        std::string rows;
        while (std::getline(lines, line))
        {
            const bool isTitle = line.find(" on ") != std::string::npos;
            rows += isTitle || line.empty() || line.find("time") != std::string::npos ? ""
                                                                                      : line + "\n";
        }
        return rows;
    }

    TraceRecord m_record; ///< the record to add next
    StartupTable m_table; ///< the tables

  private:
    uint64_t Emit()
    {
        ++m_record.seq;
        m_table.Observe(m_record);
        return m_record.seq;
    }
};

TEST_F(StartupTables, ShowACallAndItsAnswer)
{
    m_record.timeNs = 1500000000;
    const auto call = Add(TraceKind::CALL, "RegisterMProtocol", PIM, 0);
    Answer(call, Status::ERROR_ALREADY_EXISTS, "why");
    EXPECT_EQ(Print(),
              "   1.500000  register                                               "
              "ERROR_ALREADY_EXISTS, why\n");
}

TEST_F(StartupTables, ShowBelowACallWhatItCaused)
{
    m_record.interface = InterfaceId{1};
    const auto call = Add(TraceKind::CALL, "TakeInterfaceOwnership", PIM, 0);
    Add(TraceKind::CALLBACK, "DISABLE_IGMP", IGMP, call);
    Answer(call, Status::NO_ERROR);
    m_record.timeNs = 2000000000;
    m_record.oldState = "nobody";
    m_record.newState = "pim";
    Add(TraceKind::STATE, "owner", PIM, call);
    EXPECT_EQ(Print(),
              "   0.000000  take               1                                   NO_ERROR\n"
              "                                  -> igmp: DISABLE_IGMP 1\n"
              "   2.000000                     1: owner nobody -> pim\n"
              "   0.000000  <- DISABLE_IGMP    1\n");
}

TEST_F(StartupTables, AreInTheOrderOfTime)
{
    m_record.interface = InterfaceId{1};
    const auto take = Add(TraceKind::CALL, "TakeInterfaceOwnership", PIM, 0);
    Answer(take, Status::NO_ERROR);
    m_record.timeNs = 1000000000;
    const auto release = Add(TraceKind::CALL, "ReleaseInterfaceOwnership", PIM, 0);
    Answer(release, Status::ERROR_CAN_NOT_COMPLETE);
    m_record.timeNs = 2000000000;
    Add(TraceKind::CALLBACK, "ENABLE_IGMP", IGMP, take);
    EXPECT_EQ(Print(),
              "   0.000000  take               1                                   NO_ERROR\n"
              "   1.000000  release            1                                   "
              "ERROR_CAN_NOT_COMPLETE\n"
              "   2.000000                     -> igmp: ENABLE_IGMP 1\n"
              "   2.000000  <- ENABLE_IGMP     1\n");
}

TEST_F(StartupTables, ShowBelowACallbackWhatWasDoneInIt)
{
    m_record.sourceGroup = SourceGroup{Ipv4Address::GetZero(), Ipv4Address("239.1.1.1")};
    const auto callback = Add(TraceKind::CALLBACK, "LOCAL_JOIN", PIM, 99);
    const auto call = Add(TraceKind::CALL, "AddGroupMembershipEntry", PIM, callback);
    Answer(call, Status::NO_ERROR);
    EXPECT_EQ(Print(),
              "   0.000000  <- LOCAL_JOIN      (*,239.1.1.1)\n"
              "               add              (*,239.1.1.1)                       NO_ERROR\n");
}

TEST_F(StartupTables, ShowTheNextStepBesideTheOneThatEnded)
{
    const auto first = Add(TraceKind::CALL, "RegisterMProtocol", PIM, 0);
    Answer(first, Status::NO_ERROR);
    const auto second = Add(TraceKind::CALL, "GroupEnumerationEnd", PIM, first);
    Answer(second, Status::NO_ERROR);
    EXPECT_EQ(Print(),
              "   0.000000  register                                               NO_ERROR\n"
              "               end                                                  NO_ERROR\n");
}

TEST_F(StartupTables, LeaveOutWhatNoClientCaused)
{
    Add(TraceKind::PACKET_RX, "IGMPv3 Report", IGMP, 0);
    Add(TraceKind::STATE, "IgmpQuerier", IGMP, 0);
    Add(TraceKind::DROP, "IGMP", IGMP, 0);
    EXPECT_EQ(Print(), "");
}

TEST_F(StartupTables, CutLongTables)
{
    for (int i = 0; i < 100; ++i)
    {
        Add(TraceKind::CALL, "RegisterMProtocol", PIM, 0);
    }
    EXPECT_NE(Print().find("...  40 more lines; the trace has all\n"), std::string::npos);
}

} // namespace

} // namespace mgm
} // namespace ns3
