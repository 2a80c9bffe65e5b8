/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_SCRIPT_SEQUENCE_H
#define MGM_SCRIPT_SEQUENCE_H

#include "mgm-script.h"

#include "ns3/callback.h"
#include "ns3/event-id.h"
#include "ns3/mgm-client-id.h"
#include "ns3/mgm-interface-id.h"
#include "ns3/mgm-status.h"

#include <functional>
#include <memory>
#include <vector>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief Steps in progress: makes one call after the other, each when the one before has returned.
 *
 * Keeps itself alive while something is scheduled that goes on with it.
 */
class ScriptSequence : public std::enable_shared_from_this<ScriptSequence>
{
  public:
    /// What a sequence needs to make its calls.
    struct Actor
    {
        /// Makes one call of a step.
        std::function<Status(const ScriptStep& step, const InterfaceId& interface)> call;
        /// Makes the next call of an enumeration; returns whether more follow.
        std::function<bool(const ScriptStep& step, EnumerationHandle& enumeration, Status& status)>
            enumerate;
        /// Goes on when the calls so far have returned.
        std::function<void(Callback<void> next)> callWhenReturned;
    };

    /**
     * @param actor makes the calls; outlives the sequence or cancels it
     * @param steps the steps, each with the interfaces it works on
     */
    ScriptSequence(const Actor& actor, std::vector<ScriptStep> steps);

    /// @brief Begins with the first step: now, unless it has a time or a delay.
    void Start();

    /// @brief Makes no further call.
    void Cancel();

    /// @return whether no call is left to make
    bool IsOver() const
    {
        return m_step == m_steps.size();
    }

  private:
    /// @brief Makes calls until one has to wait.
    void GoOn();

    /// @brief Waits for the time of the next call, or makes it.
    void Prepare();

    /// @brief Makes the next call.
    void Act();

    /// @brief Makes the call that the position stands for.
    /// @return whether the position may move on
    bool MakeCall();

    /// @brief Moves the position to the next call.
    void Advance();

    /// @brief Schedules something this sequence does.
    /// @param delay when
    /// @param method what
    void Schedule(Time delay, void (ScriptSequence::*method)());

    const Actor& m_actor;              ///< makes the calls
    std::vector<ScriptStep> m_steps;   ///< the steps
    std::size_t m_step{0};             ///< position: the step
    std::size_t m_interface{0};        ///< position: which of its interfaces
    EnumerationHandle m_enumeration;   ///< enumeration in progress
    Status m_status{Status::NO_ERROR}; ///< answer to the last call
    EventId m_event;                   ///< what it waits for
    bool m_isGoing{false};             ///< whether GoOn() is running
    bool m_mayGoOn{false};             ///< whether it has another call to make
};

} // namespace mgm
} // namespace ns3

#endif // MGM_SCRIPT_SEQUENCE_H
