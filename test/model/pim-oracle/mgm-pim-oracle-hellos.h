/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_PIM_ORACLE_HELLOS_H
#define MGM_PIM_ORACLE_HELLOS_H

#include "mgm-pim-oracle-path.h"
#include "mgm-pim-oracle-timer.h"

#include <optional>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup tests
 * @brief When Hellos are sent on an interface (RFC 3973 sections 4.3.1, 4.3.2 and 4.3.4).
 *
 * One Hello answers all neighbors that were heard before it ("a responding Hello is sent", section
 * 4.8). Open: whether a periodic one counts as answer.
 */
class PimOracleHellos
{
  public:
    /// A Hello that is sent at a random moment.
    struct Window
    {
        PimOracleTime from;  ///< not before
        PimOracleTime until; ///< not after
        bool isFirst;        ///< of several messages on the interface: section 4.3.4
    };

    /// @brief The interface comes up. @param now present time @param delay Triggered_Hello_Delay
    void Start(PimOracleTime now, PimOracleTime delay);

    /// The interface goes down.
    void Stop();

    /**
     * @brief A Hello came that is to be answered.
     * @param now present time
     * @param delay Triggered_Hello_Delay
     * @param isRestarted whether the neighbor has restarted
     */
    void Answer(PimOracleTime now, PimOracleTime delay, bool isRestarted);

    /// @return when HT expires, once the first Hello was sent
    PimOracleTime GetPeriodic() const;

    /// @return random moments at which one is sent
    std::vector<Window> GetWindows() const;

    /// @brief HT expires. @param chooser decides what is open @param period Hello_Period
    void SendPeriodic(PimOracleChooser& chooser, PimOracleTime period);

    /// @brief A random moment has come. @param chooser decides what is open
    /// @param now present time @param period Hello_Period
    void SendRandom(PimOracleChooser& chooser, PimOracleTime now, PimOracleTime period);

    /// @brief A Hello is sent early, before another message. @param chooser decides what is open
    /// @param now present time @param period Hello_Period
    void SendEarly(PimOracleChooser& chooser, PimOracleTime now, PimOracleTime period);

  private:
    std::optional<Window> m_first;      ///< the first Hello
    std::optional<Window> m_answer;     ///< the answer to neighbors that are new or have restarted
    std::optional<PimOracleTime> m_due; ///< HT, after the first Hello
};

} // namespace mgm
} // namespace ns3

#endif // MGM_PIM_ORACLE_HELLOS_H
