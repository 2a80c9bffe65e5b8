/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_STREAM_STATISTICS_H
#define MGM_STREAM_STATISTICS_H

#include "ns3/nstime.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief What a receiver gets of a stream.
 *
 * Packets have numbers, from 0 in the order in which they are sent: a packet takes two bits, and
 * the delay of one that is received eight bytes more. Times are given, so that nothing here depends
 * on the simulator.
 */
class StreamStatistics
{
  public:
    /// A time without a packet.
    struct Gap
    {
        Time start;  ///< When the packet before arrived.
        Time length; ///< Time until the next one.
    };

    /// @brief The receiver wants the stream from now on.
    /// @param now the time
    void Join(Time now);

    /// @brief The receiver does not want the stream any more.
    void Leave();

    /// @return whether the receiver wants the stream
    bool IsJoined() const
    {
        return m_isJoined;
    }

    /**
     * @brief A packet is sent; it counts if the receiver wants the stream.
     * @param packet its number
     */
    void Send(uint64_t packet);

    /**
     * @brief The receiver gets a packet.
     * @param packet its number
     * @param sent when it was sent
     * @param now the time
     */
    void Receive(uint64_t packet, Time sent, Time now);

    /// @return number of packets sent while the receiver wanted the stream
    uint64_t GetSent() const
    {
        return m_sent;
    }

    /// @return number of packets of GetSent() that were received, each counted once
    uint64_t GetReceived() const
    {
        return m_received;
    }

    /// @return number of packets received that were sent while the receiver did not want the
    ///         stream, each counted once
    uint64_t GetBeforeJoin() const
    {
        return m_delays.size() - m_received;
    }

    /// @return number of times that a packet was received again
    uint64_t GetDuplicates() const
    {
        return m_duplicates;
    }

    /// @return number of packets of GetSent() that were not received
    uint64_t GetLost() const
    {
        return m_sent - m_received;
    }

    /// @return for each join the time to the first packet after it; nothing if none came before the
    ///         next leave
    const std::vector<std::optional<Time>>& GetFirstAfterJoin() const
    {
        return m_firstAfterJoin;
    }

    /// @return when the first packet was received; nothing if none was
    const std::optional<Time>& GetFirstArrival() const
    {
        return m_firstArrival;
    }

    /// @return the first of the longest times between two packets without a leave between them;
    ///         nothing if no two packets came so
    const std::optional<Gap>& GetLongestGap() const
    {
        return m_longestGap;
    }

    /**
     * @param percent a percentage, 1 to 100
     * @return the least delay of a packet that so many percent of the packets do not exceed
     *         (nearest rank); nothing without packets
     */
    std::optional<Time> GetDelayPercentile(uint32_t percent) const;

  private:
    bool m_isJoined{false};                            ///< whether the stream is wanted
    Time m_joined;                                     ///< since when
    uint64_t m_sent{0};                                ///< packets sent while it was wanted
    uint64_t m_received{0};                            ///< packets of m_sent received
    uint64_t m_duplicates{0};                          ///< packets received again
    std::vector<bool> m_isOwed;                        ///< packets of m_sent, by number
    std::vector<bool> m_isSeen;                        ///< packets received, by number
    std::vector<Time> m_delays;                        ///< delays of packets received
    std::vector<std::optional<Time>> m_firstAfterJoin; ///< for each join
    std::optional<Time> m_firstArrival;                ///< first arrival of all
    std::optional<Time> m_last;                        ///< last arrival since the join
    std::optional<Gap> m_longestGap;                   ///< longest time without a packet
};

} // namespace mgm
} // namespace ns3

#endif // MGM_STREAM_STATISTICS_H
