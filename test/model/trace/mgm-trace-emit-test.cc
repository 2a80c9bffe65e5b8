/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-test-fixture.h"

#include "ns3/mgm-trace-emit.h"
#include "ns3/node.h"

#include <gtest/gtest.h>
#include <sstream>
#include <string>
#include <vector>

namespace ns3
{
namespace mgm
{

/// A node whose trace records are written down.
class TraceEmit : public MgmTest
{
  protected:
    void SetUp() override
    {
        MgmTest::SetUp();
        m_tracer = Tracer::Of(CreateObject<Node>());
    }

    void Listen()
    {
        m_tracer->TraceConnectWithoutContext("Record", MakeCallback(&TraceEmit::Keep, this));
    }

    void Keep(const TraceRecord& record)
    {
        std::ostringstream os;
        os << ToString(record.kind) << ' ' << record.op << " cause " << record.cause << " if "
           << record.interface->index << ' ' << *record.sourceGroup << ' ' << *record.client << ' '
           << record.clientName << ": " << record.oldState << ',' << record.event << ','
           << record.action << ',' << record.newState << ',' << record.detail;
        m_seen.push_back(os.str());
    }

    /// Something to write about.
    static TraceSubject About(std::string_view op)
    {
        return {op,
                InterfaceId{3},
                SourceGroup{Ipv4Address("10.0.0.1"), Ipv4Address("239.1.1.1")},
                ClientId{7, 8},
                "pim"};
    }

    Ptr<Tracer> m_tracer;            ///< the tracer
    std::vector<std::string> m_seen; ///< the records
};

TEST_F(TraceEmit, NobodyListensNothingIsMade)
{
    const DeferredText text([]() { return std::string("made"); });
    EXPECT_EQ(EmitState(*m_tracer, About("table"), {"a", "b", "c", "d"}, text), 0U);
    EXPECT_EQ(EmitEvent(*m_tracer, About("happening"), "b", text), 0U);
    EXPECT_EQ(EmitDrop(*m_tracer, About("data"), "why", text, 9), 0U);
    EXPECT_EQ(EmitViolation(*m_tracer, About("call"), "OWN-1"), 0U);
    EXPECT_FALSE(text.IsMade());
}

TEST_F(TraceEmit, EachKindSaysAllItIsTold)
{
    Listen();
    const DeferredText text([]() { return std::string("made"); });
    EXPECT_EQ(EmitState(*m_tracer, About("table"), {"a", "b", "c", "d"}, text), 1U);
    EXPECT_EQ(EmitEvent(*m_tracer, About("happening"), "b", text), 2U);
    EXPECT_EQ(EmitDrop(*m_tracer, About("data"), "why", text, 9), 3U);
    EXPECT_EQ(EmitViolation(*m_tracer, About("call"), "OWN-1"), 4U);
    const std::string about = " if 3 (10.0.0.1,239.1.1.1) 7/8 pim: ";
    EXPECT_EQ(m_seen,
              (std::vector<std::string>{"state table cause 0" + about + "a,b,d,c,made",
                                        "event happening cause 0" + about + ",b,,,made",
                                        "drop data cause 9" + about + ",why,,,made",
                                        "violation call cause 0" + about + ",OWN-1,,,"}));
}

} // namespace mgm
} // namespace ns3
