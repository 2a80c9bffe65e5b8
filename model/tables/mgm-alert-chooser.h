/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_ALERT_CHOOSER_H
#define MGM_ALERT_CHOOSER_H

#include "ns3/callback.h"

#include <cstdint>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief Decides in which order clients are alerted that have ALERT_ORDER_CHOSEN.
 *
 * There is one per simulation. Whoever explores orders says what it asks.
 */
class AlertChooser
{
  public:
    /// Tells which of some clients is next, from 0.
    using Question = Callback<uint32_t, uint32_t>;

    /// @return the chooser of the running simulation
    static AlertChooser& Get();

    /**
     * @brief Says what is asked.
     * @param question that; null takes the first client always
     */
    void SetQuestion(const Question& question)
    {
        m_question = question;
    }

    /**
     * @param count number of clients to choose from, at least 1
     * @return which of them is next, from 0
     */
    uint32_t Choose(uint32_t count) const;

  private:
    Question m_question; ///< what is asked
};

} // namespace mgm
} // namespace ns3

#endif // MGM_ALERT_CHOOSER_H
