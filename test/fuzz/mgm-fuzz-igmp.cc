/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-fuzz-bytes.h"
#include "mgm-fuzz-target.h"
#include "model/igmp-oracle/mgm-igmp-frame.h"
#include "model/igmp-oracle/mgm-igmp-fuzz.h"

#include "ns3/ipv4-header.h"
#include "ns3/mgm-igmp-header.h"
#include "ns3/mgm-router-alert-header.h"
#include "ns3/packet.h"

#include <sstream>
#include <variant>

namespace ns3
{
namespace mgm
{

namespace
{

IgmpDecodeResult
Decode(Ptr<const Packet> packet)
{
    IgmpHeader header;
    packet->PeekHeader(header);
    std::ostringstream os;
    header.Print(os);
    return header.GetResult();
}

/// What was decoded is encoded into what decodes to the same.
void
RequireRoundTrip(const IgmpMessage& message)
{
    const auto packet = Create<Packet>();
    packet->AddHeader(IgmpHeader(message));
    const auto result = Decode(packet);
    const auto* again = std::get_if<IgmpMessage>(&result);
    RequireOfInput(again && *again == message, "what was decoded is encoded into something else");
}

} // namespace

void
FuzzIgmp(std::string_view input)
{
    FuzzBytes bytes(input);
    const bool isChecksumRight = bytes.Choose(2) != 0;
    const auto text = bytes.TakeText(input.size());
    IgmpOctets octets(text.begin(), text.end());
    if (isChecksumRight && octets.size() >= 4)
    {
        FixChecksum(octets);
    }
    const auto result = Decode(Create<Packet>(octets.data(), octets.size()));
    const auto* message = std::get_if<IgmpMessage>(&result);
    const auto verdict = JudgeIgmp(octets);
    RequireOfInput((verdict == IgmpVerdict::GOOD) == (message != nullptr),
                   "the decoder and RFC 3376 do not agree on what is a message");
    if (message)
    {
        RequireRoundTrip(*message);
        return;
    }
    const auto error = std::get<IgmpDecodeError>(result);
    RequireOfInput(error.offset <= octets.size(), "the error is behind the message");
    RequireOfInput((verdict == IgmpVerdict::WRONG_CHECKSUM) ==
                       (error.error == IgmpError::BAD_CHECKSUM),
                   "the decoder and RFC 1071 do not agree on the checksum");
}

void
FuzzRouterAlert(std::string_view input)
{
    const auto packet =
        Create<Packet>(reinterpret_cast<const uint8_t*>(input.data()), input.size());
    RouterAlertHeader header;
    RequireOfInput(packet->PeekHeader(header) <= input.size(), "more was read than there is");
    const auto written = Create<Packet>();
    written->AddHeader(header);
    RequireOfInput(written->GetSize() == RouterAlertHeader::SIZE, "the header has another size");
    RouterAlertHeader again;
    written->PeekHeader(again);
    std::ostringstream texts[2];
    header.Print(texts[0]);
    again.Print(texts[1]);
    RequireOfInput(texts[0].str() == texts[1].str(), "what was read is written as something else");
    if (input.size() >= RouterAlertHeader::SIZE)
    {
        std::string octets(RouterAlertHeader::SIZE, '\0');
        written->CopyData(reinterpret_cast<uint8_t*>(octets.data()), octets.size());
        octets.replace(10, 2, input.substr(10, 2)); // the checksum is computed anew
        RequireOfInput(octets == input.substr(0, octets.size()), "octets have changed");
    }
}

} // namespace mgm
} // namespace ns3
