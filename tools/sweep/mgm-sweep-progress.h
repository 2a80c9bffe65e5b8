/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_SWEEP_PROGRESS_H
#define MGM_SWEEP_PROGRESS_H

#include "mgm-sweep.h"

#include <chrono>
#include <ostream>
#include <string>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief Shows how far a sweep is: a bar with the time left on a terminal, a line every 10 %
 * elsewhere.
 */
class SweepProgress
{
  public:
    /**
     * @param os where to show it
     * @param isTerminal whether that is a terminal
     */
    SweepProgress(std::ostream& os, bool isTerminal);

    /**
     * @brief Shows how far a sweep is.
     * @param state how far it is
     * @param elapsed time since its start
     */
    void Show(const SweepState& state, std::chrono::milliseconds elapsed);

  private:
    /**
     * @param state how far it is
     * @param elapsed time since the start
     * @return the rate and the time left, in words
     */
    static std::string DescribeRest(const SweepState& state, std::chrono::milliseconds elapsed);

    std::ostream& m_os;                         ///< where to show it
    bool m_isTerminal;                          ///< whether that is a terminal
    std::size_t m_tenths{0};                    ///< tenths that were shown
    bool m_isBegun{false};                      ///< whether anything was shown
    std::chrono::milliseconds m_nextDrawing{0}; ///< when to draw the bar again
};

} // namespace mgm
} // namespace ns3

#endif // MGM_SWEEP_PROGRESS_H
