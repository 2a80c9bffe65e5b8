/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_DENSE_VERDICT_H
#define MGM_DENSE_VERDICT_H

#include "mgm-dense-run.h"

#include <cstdint>
#include <set>
#include <string>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup tests
 * @brief Judges a run by the paths and the timers.
 */
class DenseVerdict
{
  public:
    /// What was measured.
    struct Figures
    {
        uint64_t wanted{0};       ///< packets that members should have got
        uint64_t lost{0};         ///< those of them that they did not get
        uint64_t repeated{0};     ///< those of them that they got more than once
        uint32_t mostHops{0};     ///< most routers that a packet passed
        uint32_t mostCopies{0};   ///< most copies of one packet on one link
        double lastLoss{0};       ///< greatest age of a loss [s after the last disturbance]
        double lastRepetition{0}; ///< of a repetition
        double lastExcess{0};     ///< of a packet on a link that did not need it
        bool hasExcused{false};   ///< whether a link carried a stream for which it is excused
        double excess{0}; ///< greatest part of the time, after things have settled, for which a
                          ///< link carried a stream that it did not need
    };

    /// @param run the run, played
    explicit DenseVerdict(const DenseRun& run);

    /// @return what is wrong; empty: nothing
    std::string GetFaults() const
    {
        return m_faults.str();
    }

    /// @return what was measured
    const Figures& GetFigures() const
    {
        return m_figures;
    }

  private:
    /// @brief Judges a stream. @param stream the stream
    void Judge(std::size_t stream);

    /// @brief Judges how many routers a packet passed. @param packet the packet
    void JudgeHops(const DensePacket& packet);

    /// @brief Judges what members got of a packet. @param packet the packet
    void JudgeMembers(const DensePacket& packet);

    /// @brief Judges on which links a packet was when all was as in the end. @param packet the
    ///        packet @param needed the links that need the stream
    void JudgeLinks(const DensePacket& packet, const std::set<uint32_t>& needed);

    /// @brief Judges how long links carried a stream that they did not need.
    /// @param paths its paths
    void JudgeExcess(const DensePaths& paths);

    /// @brief Finds the links on which nothing in the RFC ends a stream that nobody needs.
    /// @param paths the paths of the stream @return the links, and those over which it comes there
    std::set<uint32_t> FindExcused(const DensePaths& paths) const;

    /// @brief Notes what is wrong. @param packet the packet @param link where @param what what
    void Blame(const DensePacket& packet, uint32_t link, const std::string& what);

    /// @return whether a packet was sent after all things had settled
    bool IsSettled(const DensePacket& packet) const;

    const DenseRun& m_run;                 ///< the run
    const DenseTimers& m_timers;           ///< its timers
    std::ostringstream m_faults;           ///< what is wrong
    Figures m_figures;                     ///< what was measured
    std::size_t m_stream{0};               ///< the stream that is judged
    uint32_t m_repeated{0};                ///< packets of it that came twice when settled
    std::set<uint32_t> m_excused;          ///< links that are excused
    std::map<uint32_t, uint32_t> m_excess; ///< by link: packets it did not need when settled
};

} // namespace mgm
} // namespace ns3

#endif // MGM_DENSE_VERDICT_H
