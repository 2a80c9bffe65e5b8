/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_CAPTURE_READER_H
#define MGM_CAPTURE_READER_H

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <sys/time.h>

struct pcap;

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief A packet of a capture.
 */
struct CapturedFrame
{
    int64_t timeNs{0};          ///< When it was seen [ns].
    uint32_t originalLength{0}; ///< Its length [bytes].
    std::string_view data;      ///< What was captured of it; valid until the next one is read.
};

/**
 * @ingroup mgm
 * @brief Reads the packets of a pcap or pcapng file one after the other, by libpcap.
 */
class CaptureReader
{
  public:
    /**
     * @param file path of the file
     * @throws InputError if it is no capture, or one that libpcap can't read
     */
    explicit CaptureReader(const std::string& file);

    /// @return the name of the file without directory and extension
    const std::string& GetName() const
    {
        return m_name;
    }

    /// @return the link type of its packets (LINKTYPE_...)
    uint16_t GetLinkType() const;

    /**
     * @brief Reads the next packet.
     * @return the packet, which is valid until the next call; null at the end
     * @throws InputError if the file is damaged, or if the packet is older than the one before, or
     *         of the year 2262 or later
     */
    const CapturedFrame* Next();

  private:
    /// Closes a capture.
    struct Close
    {
        /// @param capture the capture
        void operator()(pcap* capture) const;
    };

    /// @param time the time of a packet, with nanoseconds in the place of microseconds
    /// @return the time [ns]
    /// @throws InputError if it is out of range
    int64_t GetTimeNs(const timeval& time) const;

    std::string m_file;                     ///< path of the file
    std::string m_name;                     ///< its name
    std::unique_ptr<pcap, Close> m_capture; ///< the open file
    CapturedFrame m_frame;                  ///< the packet that was read last
};

} // namespace mgm
} // namespace ns3

#endif // MGM_CAPTURE_READER_H
