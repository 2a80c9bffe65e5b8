/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_TRANSITION_TABLE_H
#define MGM_TRANSITION_TABLE_H

#include "ns3/mgm-trace-context.h"
#include "ns3/mgm-trace-emit.h"
#include "ns3/mgm-trace-record.h"
#include "ns3/mgm-tracer.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief One row of a transition table.
 *
 * State, Event and Action are enum classes that end with COUNT and, for StateMachine::Step(), have
 * a constexpr ToString() in their own namespace. An event that is ignored in a state has a row that
 * says so.
 */
template <typename StateT, typename EventT, typename ActionT>
struct Transition
{
    using State = StateT;   ///< The states.
    using Event = EventT;   ///< The events.
    using Action = ActionT; ///< The actions.

    State from;              ///< State in which the row applies.
    Event event;             ///< Event to which it applies.
    Action action;           ///< What is done.
    State to;                ///< State afterwards.
    std::string_view source; ///< Section of the standard that the row comes from.
};

/**
 * @ingroup mgm
 * @brief A state machine as data: its rows, and where to find the row of a state and an event.
 */
template <typename RowT, std::size_t ROWS>
class TransitionTable
{
  public:
    using Row = RowT;                    ///< A row.
    using State = typename Row::State;   ///< The states.
    using Event = typename Row::Event;   ///< The events.
    using Action = typename Row::Action; ///< The actions.

    /// @param rows the rows
    constexpr explicit TransitionTable(const Row (&rows)[ROWS])
        : TransitionTable(rows, std::make_index_sequence<ROWS>{})
    {
    }

    /// @return whether no state has two rows for one event
    constexpr bool IsDeterministic() const
    {
        return m_deterministic;
    }

    /// @return whether each state has a row for each event
    constexpr bool IsTotal() const
    {
        for (const auto position : m_index)
        {
            if (position == NO_ROW)
            {
                return false;
            }
        }
        return true;
    }

    /**
     * @param state a state
     * @param event an event
     * @return the row for them; null if the table is not total and has none
     */
    constexpr const Row* Find(State state, Event event) const
    {
        const auto position = m_index[Cell(state, event)];
        return position == NO_ROW ? nullptr : &m_rows[position];
    }

    /// @return the rows in the order in which they were written
    constexpr const std::array<Row, ROWS>& GetRows() const
    {
        return m_rows;
    }

  private:
    static constexpr auto STATES = static_cast<std::size_t>(State::COUNT); ///< number of states
    static constexpr auto EVENTS = static_cast<std::size_t>(Event::COUNT); ///< number of events
    static constexpr uint16_t NO_ROW = UINT16_MAX;                         ///< mark of a gap
    static_assert(ROWS < NO_ROW);

    template <std::size_t... I>
    constexpr TransitionTable(const Row (&rows)[ROWS], std::index_sequence<I...>)
        : m_rows{rows[I]...}
    {
        for (auto& position : m_index)
        {
            position = NO_ROW;
        }
        for (std::size_t i = 0; i < ROWS; ++i)
        {
            auto& position = m_index[Cell(rows[i].from, rows[i].event)];
            m_deterministic = m_deterministic && position == NO_ROW;
            position = static_cast<uint16_t>(i);
        }
    }

    /// @param state a state
    /// @param event an event
    /// @return their place in the index
    static constexpr std::size_t Cell(State state, Event event)
    {
        return static_cast<std::size_t>(state) * EVENTS + static_cast<std::size_t>(event);
    }

    std::array<Row, ROWS> m_rows;                    ///< the rows
    std::array<uint16_t, STATES * EVENTS> m_index{}; ///< position of the row of each cell
    bool m_deterministic{true};                      ///< no cell was filled twice
};

/**
 * @brief Makes a table of rows in braces.
 * @param rows the rows
 * @return the table
 */
template <typename State, typename Event, typename Action, std::size_t ROWS>
constexpr TransitionTable<Transition<State, Event, Action>, ROWS>
MakeTransitionTable(const Transition<State, Event, Action> (&rows)[ROWS])
{
    return TransitionTable<Transition<State, Event, Action>, ROWS>(rows);
}

/**
 * @ingroup mgm
 * @brief What a state machine is about, for its trace records.
 */
struct MachineSubject
{
    const Tracer& tracer;                   ///< Where the records go.
    std::string_view machine;               ///< Name of the machine.
    std::optional<ClientId> client;         ///< The client it belongs to.
    std::string_view clientName;            ///< Name of that client.
    std::optional<InterfaceId> interface;   ///< The interface it belongs to.
    std::optional<SourceGroup> sourceGroup; ///< The source and group it belongs to.
};

/**
 * @ingroup mgm
 * @brief What a trace record says of a transition.
 */
struct TransitionWords
{
    std::string_view from;   ///< State before.
    std::string_view event;  ///< What happened.
    std::string_view action; ///< What is done about it.
    std::string_view to;     ///< State afterwards.
    std::string_view source; ///< Section of the standard that says so.
};

/**
 * @brief Traces a transition.
 * @param subject what the machine is about
 * @param told what the record says
 * @return number of the record, 0 when nobody is connected
 */
inline uint64_t
TraceTransition(const MachineSubject& subject, const TransitionWords& told)
{
    return EmitState(subject.tracer,
                     {subject.machine,
                      subject.interface,
                      subject.sourceGroup,
                      subject.client,
                      subject.clientName},
                     {told.from, told.event, told.to, told.action},
                     told.source);
}

/**
 * @ingroup mgm
 * @brief The state of a machine whose behaviour is a transition table.
 *
 * Guards that depend on data are decided by the caller, who posts different events.
 */
template <const auto& TABLE>
class StateMachine
{
    using Table = std::decay_t<decltype(TABLE)>;
    static_assert(TABLE.IsDeterministic(), "two rows for one state and event");
    static_assert(TABLE.IsTotal(), "a state has no row for an event");

  public:
    using Row = typename Table::Row;       ///< A row.
    using State = typename Table::State;   ///< The states; the first one is the initial state.
    using Event = typename Table::Event;   ///< The events.
    using Action = typename Table::Action; ///< The actions.

    /// @return the present state
    State Get() const
    {
        return m_state;
    }

    /**
     * @brief Handles an event: finds the row, traces it, sets the state and performs the action.
     *
     * The record comes first because it causes what the action does. The action may destroy the
     * machine; nothing is touched after it.
     *
     * @param event the event
     * @param subject what the machine is about
     * @param perform does the action it is given
     */
    template <typename Perform>
    void Step(Event event, const MachineSubject& subject, Perform&& perform)
    {
        StepAs(
            event,
            [&subject](const Row& row) { return Trace(row, subject, row.source); },
            std::forward<Perform>(perform));
    }

    /**
     * @brief As Step(), for a machine of whom the trace says more than the row.
     * @param event the event
     * @param subject what the machine is about
     * @param more makes a text that stands in the record behind the section of the standard
     * @param perform does the action it is given
     */
    template <typename More, typename Perform>
    void StepTelling(Event event, const MachineSubject& subject, More&& more, Perform&& perform)
    {
        StepAs(
            event,
            [&subject, &more](const Row& row) {
                const auto text =
                    subject.tracer.IsConnected() ? std::string(row.source) + more() : std::string();
                return Trace(row, subject, text);
            },
            std::forward<Perform>(perform));
    }

    /**
     * @brief As Step(), for a machine whose user decides what the trace says of it.
     * @param event the event
     * @param trace traces the row it is given; returns the number of the record, or 0
     * @param perform does the action it is given
     */
    template <typename Tell, typename Perform>
    void StepAs(Event event, Tell&& trace, Perform&& perform)
    {
        const Row& row = Advance(event);
        const CauseScope scope(trace(row));
        perform(row.action);
    }

    /**
     * @brief Handles an event without a trace: for machines whose records have a form of their own.
     * @param event the event
     * @return the row that applies; its action is left to the caller
     */
    const Row& Advance(Event event)
    {
        const Row& row = *TABLE.Find(m_state, event);
        m_state = row.to;
        return row;
    }

  private:
    /// @param row the row that applies
    /// @param subject what the machine is about
    /// @param source where the row comes from
    /// @return number of the record
    static uint64_t Trace(const Row& row, const MachineSubject& subject, std::string_view source)
    {
        if (!subject.tracer.IsConnected())
        {
            return 0;
        }
        return TraceTransition(subject,
                               {ToString(row.from),
                                ToString(row.event),
                                ToString(row.action),
                                ToString(row.to),
                                source});
    }

    State m_state{}; ///< the present state
};

} // namespace mgm
} // namespace ns3

#endif // MGM_TRANSITION_TABLE_H
