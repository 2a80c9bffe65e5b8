/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-forwarder-fixture.h"

#include "ns3/mgm-cause-tag.h"
#include "ns3/mgm-trace-context.h"
#include "ns3/mgm-tracer.h"

#include <sstream>

namespace ns3
{
namespace mgm
{

namespace
{

using Texts = std::vector<std::string>;

/// What the trace says of data packets.
class ForwardingTrace : public ForwarderTest
{
  protected:
    /// Starts keeping the records.
    void Listen()
    {
        Tracer::Of(m_node)->TraceConnectWithoutContext(
            "Record",
            Callback<void, const TraceRecord&>([this](const TraceRecord& record) {
                std::ostringstream text;
                text << ToString(record.kind) << ' ' << record.op << ' ' << *record.interface << ' '
                     << *record.sourceGroup << ' ' << record.event;
                m_records.push_back(text.str());
                m_causes.push_back(record.cause);
                m_numbers.push_back(record.seq);
            }));
    }

    /// @return a packet that carries the number of the record that caused it
    static Ptr<Packet> MakeCaused(uint64_t cause)
    {
        const auto packet = Create<Packet>(10);
        packet->AddPacketTag(CauseTag(cause));
        return packet;
    }

    /// @return the numbers that the packets carry that have left; 0 for none
    std::vector<uint64_t> SentCauses()
    {
        std::vector<uint64_t> causes;
        for (const SentPacket& sent : Sent())
        {
            CauseTag tag;
            causes.push_back(sent.packet->PeekPacketTag(tag) ? tag.GetCause() : 0);
        }
        return causes;
    }

    Texts m_records;                 ///< what the records say
    std::vector<uint64_t> m_causes;  ///< their causes
    std::vector<uint64_t> m_numbers; ///< their numbers
};

TEST_F(ForwardingTrace, EachCopyAndEachDropIsARecord)
{
    Listen();
    m_forwarder->GetPlane().Install(KEY, {1}, {{2}, {3}, {4}});
    m_forwarder->SetTtlThreshold(3, 100);
    Arrive(1);
    Arrive(2);
    EXPECT_EQ(m_records,
              (Texts{"forward data 2 (10.0.1.9,239.1.1.1) ",
                     "drop data 3 (10.0.1.9,239.1.1.1) ttl-threshold",
                     "forward data 4 (10.0.1.9,239.1.1.1) ",
                     "drop data 2 (10.0.1.9,239.1.1.1) wrong-interface"}));
}

TEST_F(ForwardingTrace, APacketCarriesItsCauseAndCopiesCarryTheirRecord)
{
    Listen();
    m_forwarder->GetPlane().Install(KEY, {1}, {{2}, {3}});
    m_forwarder->SetTtlThreshold(3, 100);
    Arrive(1, MakeHeader(), MakeCaused(4711));
    EXPECT_EQ(m_causes, (std::vector<uint64_t>{4711, 4711}));
    EXPECT_EQ(SentCauses(), std::vector<uint64_t>{m_numbers.at(0)});
    Arrive(1);
    EXPECT_EQ(m_causes.back(), 0u) << "the next packet does not inherit it";
}

TEST_F(ForwardingTrace, APacketThatWaitedHasKeptItsCause)
{
    Listen();
    Arrive(1, MakeHeader(), MakeCaused(11));
    Arrive(1, MakeHeader(), MakeCaused(12));
    {
        CauseScope scope(99); // of whoever answers
        m_forwarder->GetPlane().Install(KEY, {1}, {{2}});
    }
    EXPECT_EQ(m_causes, (std::vector<uint64_t>{11, 12}));
    m_forwarder->GetPlane().Suspend(KEY);
    Arrive(1, MakeHeader(), MakeCaused(13));
    m_forwarder->GetPlane().Remove(KEY, DropReason::ENTRY_DELETED);
    EXPECT_EQ(m_causes.back(), 13u);
}

TEST_F(ForwardingTrace, TheQuestionIsCausedByThePacket)
{
    Listen();
    uint64_t cause = 0;
    m_forwarder->SetUpcalls(
        MulticastForwarder::Upcall(
            [&cause](const SourceGroup&, const InterfaceId&, const Ipv4Header&) {
                cause = TraceContext::Get().GetCause();
            }),
        {});
    Arrive(1, MakeHeader(), MakeCaused(5));
    EXPECT_EQ(cause, 5u);
}

TEST_F(ForwardingTrace, WithoutAListenerPacketsAreNotTouched)
{
    m_forwarder->GetPlane().Install(KEY, {1}, {{2}});
    Arrive(1);
    EXPECT_EQ(SentCauses(), std::vector<uint64_t>{0});
    EXPECT_EQ(TraceContext::Get().NextSeq(), 1u);
}

TEST_F(ForwardingTrace, TheTraceSourceForwardShowsWhatLeaves)
{
    std::vector<std::string> seen;
    m_forwarder->TraceConnectWithoutContext(
        "Forward",
        Callback<void,
                 const Ipv4Header&,
                 Ptr<const Packet>,
                 const InterfaceId&,
                 const InterfaceId&>([&seen](const Ipv4Header& header,
                                             Ptr<const Packet> packet,
                                             const InterfaceId& incoming,
                                             const InterfaceId& outgoing) {
            std::ostringstream text;
            text << incoming << "->" << outgoing << " ttl " << +header.GetTtl() << " size "
                 << packet->GetSize();
            seen.push_back(text.str());
        }));
    m_forwarder->GetPlane().Install(KEY, {1}, {{2}, {3}});
    Arrive(1, MakeHeader(8));
    EXPECT_EQ(seen, (Texts{"1->2 ttl 7 size 100", "1->3 ttl 7 size 100"}));
}

} // namespace

} // namespace mgm
} // namespace ns3
