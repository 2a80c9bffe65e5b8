/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-sweep-progress.h"

#include <iomanip>
#include <sstream>

namespace ns3
{
namespace mgm
{

namespace
{

/// A time in words, such as "1 h 05 min", "2 min 03 s" or "7 s".
std::string
DescribeSeconds(long long seconds)
{
    constexpr long long SIXTY = 60;
    const auto minutes = seconds / SIXTY;
    std::ostringstream text;
    text << std::setfill('0');
    if (minutes >= SIXTY)
    {
        text << minutes / SIXTY << " h " << std::setw(2) << minutes % SIXTY << " min";
    }
    else if (minutes > 0)
    {
        text << minutes << " min " << std::setw(2) << seconds % SIXTY << " s";
    }
    else
    {
        text << seconds << " s";
    }
    return text.str();
}

std::string
DescribeCount(const SweepState& state)
{
    std::ostringstream text;
    text << state.finished << " of " << state.total << " runs";
    if (state.failed > 0)
    {
        text << ", " << state.failed << " failed";
    }
    return text.str();
}

} // namespace

SweepProgress::SweepProgress(std::ostream& os, bool isTerminal)
    : m_os(os),
      m_isTerminal(isTerminal)
{
}

std::string
SweepProgress::DescribeRest(const SweepState& state, std::chrono::milliseconds elapsed)
{
    const auto made = state.finished - state.kept;
    const auto rest = state.total - state.finished;
    if (made == 0 || elapsed.count() == 0)
    {
        return "";
    }
    constexpr double MS_PER_S = 1000;
    const auto rate = static_cast<double>(made) / (static_cast<double>(elapsed.count()) / MS_PER_S);
    std::ostringstream text;
    text << ", " << std::setprecision(3) << rate << " runs/s, ";
    text << (rest == 0 ? DescribeSeconds(elapsed.count() / 1000)
                       : DescribeSeconds(static_cast<long long>(static_cast<double>(rest) / rate)) +
                             " left");
    return text.str();
}

void
SweepProgress::Show(const SweepState& state, std::chrono::milliseconds elapsed)
{
    constexpr std::size_t TENTHS = 10;
    constexpr std::size_t WIDTH = 30;
    constexpr std::chrono::milliseconds PAUSE{100};
    const auto tenths = state.total == 0 ? TENTHS : state.finished * TENTHS / state.total;
    const bool isEnd = state.finished == state.total;
    if (m_isTerminal && (isEnd || elapsed >= m_nextDrawing))
    {
        m_nextDrawing = elapsed + PAUSE;
        const auto filled = state.total == 0 ? WIDTH : state.finished * WIDTH / state.total;
        m_os << "\r[" << std::string(filled, '#') << std::string(WIDTH - filled, ' ') << "] "
             << DescribeCount(state) << DescribeRest(state, elapsed) << "\x1b[K"
             << (isEnd ? "\n" : "") << std::flush;
    }
    else if (!m_isTerminal && (!m_isBegun || tenths > m_tenths))
    {
        m_os << DescribeCount(state) << DescribeRest(state, elapsed) << std::endl;
    }
    m_isBegun = true;
    m_tenths = tenths;
}

} // namespace mgm
} // namespace ns3
