/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_PIM_ORACLE_JUDGE_H
#define MGM_PIM_ORACLE_JUDGE_H

#include "mgm-pim-oracle-observation.h"

namespace ns3
{
namespace mgm
{

/**
 * @ingroup tests
 * @brief Decides whether what a machine does is what RFC 3973 says.
 *
 * It holds a model for each course of things that the RFC allows and that agrees with all that was
 * seen. Things that happen in the same instant may happen in any order, timers too. A message must
 * be sent in the very instant in which it is due, or in its random interval; one that is not sent,
 * or that nothing calls for, is a fault, and so are fields, states and copies that differ.
 */
class PimOracleJudge
{
  public:
    /// With more models than this it does not judge any more.
    static constexpr std::size_t MAX_MODELS = 4000;

    /// @param setup the router's configuration
    explicit PimOracleJudge(const PimOracleSetup& setup);

    /**
     * @brief Judges what a machine did up to an event and in it.
     * @param event the event; not earlier than the last one
     * @param seen what the machine did since the last one
     * @return what is wrong; empty if nothing is. After a fault it can't judge what follows.
     */
    std::string Step(const PimOracleEvent& event, const PimOracleObservation& seen);

    /// @return a model that agrees with all that was seen
    const PimOracleRouter& GetModel() const
    {
        return m_models.front();
    }

    /// @return number of models that do
    std::size_t CountModels() const
    {
        return m_models.size();
    }

    /// @return whether so much was open that it does not judge any more
    bool IsLost() const
    {
        return m_isLost;
    }

    /// @return rows that were taken
    const PimOracleRows& GetRows() const
    {
        return m_rows;
    }

  private:
    /// Several models.
    using Models = std::vector<PimOracleRouter>;
    /// Messages that were sent in an instant.
    using Messages = std::vector<PimOracleMessage>;

    void Reach(PimOracleTime time);
    void PassTime(const PimOracleRouter& model, PimOracleTime time, Models& reached, Models& later);
    void Close(PimOracleTime time, const Messages& seen);
    void Happen(const PimOracleEvent& event, const Messages& seen);
    void Extend(const PimOracleRouter& model,
                PimOracleTime time,
                const Messages& seen,
                Models& models) const;
    std::string JudgeInstant(PimOracleTime time, const Messages& seen, const PimOracleEvent* event);
    std::string JudgeStates(const PimOracleObservation& seen);
    std::string Explain(PimOracleTime time, const Messages& seen, const Models& models) const;
    void CountRows();

    Models m_models;      ///< that agree so far
    PimOracleRows m_rows; ///< rows that were taken
    bool m_isLost{false}; ///< whether there were too many
    std::string m_missed; ///< what a model expected that was not sent
};

} // namespace mgm
} // namespace ns3

#endif // MGM_PIM_ORACLE_JUDGE_H
