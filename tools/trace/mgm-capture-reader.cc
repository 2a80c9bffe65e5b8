/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-capture-reader.h"

#include "base/mgm-input-error.h"

#include <array>
#include <filesystem>
#include <limits>
#include <pcap/pcap.h>

namespace ns3
{
namespace mgm
{

CaptureReader::CaptureReader(const std::string& file)
    : m_file(file),
      m_name(std::filesystem::path(file).stem().string())
{
    std::array<char, PCAP_ERRBUF_SIZE> error{};
    m_capture.reset(pcap_open_offline_with_tstamp_precision(file.c_str(),
                                                            PCAP_TSTAMP_PRECISION_NANO,
                                                            error.data()));
    if (!m_capture)
    {
        throw InputError(file + ": found no capture (" + error.data() +
                         "), expected a pcap or pcapng file");
    }
}

void
CaptureReader::Close::operator()(pcap* capture) const
{
    pcap_close(capture);
}

uint16_t
CaptureReader::GetLinkType() const
{
    constexpr uint16_t LINKTYPE_RAW = 101; // for which libpcap has a number of each system
    const int type = pcap_datalink(m_capture.get());
    return type == DLT_RAW ? LINKTYPE_RAW : static_cast<uint16_t>(type);
}

int64_t
CaptureReader::GetTimeNs(const timeval& time) const
{
    constexpr int64_t NS_PER_S = 1000000000;
    constexpr int64_t LAST_S = std::numeric_limits<int64_t>::max() / NS_PER_S - 1;
    if (time.tv_sec < 0 || time.tv_sec > LAST_S)
    {
        throw InputError(m_file + ": found a packet at " + std::to_string(time.tv_sec) +
                         " s, expected one from 0 s to " + std::to_string(LAST_S) + " s");
    }
    return time.tv_sec * NS_PER_S + time.tv_usec; // nanoseconds, as was asked for
}

const CapturedFrame*
CaptureReader::Next()
{
    pcap_pkthdr* header = nullptr;
    const u_char* data = nullptr;
    const int result = pcap_next_ex(m_capture.get(), &header, &data);
    if (result == PCAP_ERROR_BREAK)
    {
        return nullptr; // the end of the file
    }
    if (result != 1)
    {
        throw InputError(m_file + ": found damage (" + pcap_geterr(m_capture.get()) +
                         "), expected whole packets");
    }
    const auto before = m_frame.timeNs;
    m_frame.timeNs = GetTimeNs(header->ts);
    m_frame.originalLength = header->len;
    m_frame.data = {reinterpret_cast<const char*>(data), header->caplen};
    if (m_frame.timeNs < before)
    {
        throw InputError(m_file + ": found a packet that is older than the one before it, expected "
                                  "packets in the order of time");
    }
    return &m_frame;
}

} // namespace mgm
} // namespace ns3
