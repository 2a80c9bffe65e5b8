/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_IGMP_QUERIER_H
#define MGM_IGMP_QUERIER_H

#include "mgm-igmp-router-link.h"

#include "ns3/mgm-deadline-timer.h"
#include "ns3/mgm-enum-names.h"
#include "ns3/mgm-igmp-query.h"
#include "ns3/mgm-transition-table.h"

#include <optional>

namespace ns3
{
namespace mgm
{

/// @ingroup mgm
/// @brief States of a router towards an attached network (RFC 2236 section 7, RFC 3376 section
///        6.6.2).
enum class QuerierState : uint8_t
{
    INITIAL,     ///< Not started.
    QUERIER,     ///< This router sends the queries.
    NON_QUERIER, ///< Another router does.
    COUNT,       ///< Number of states.
};

/// @ingroup mgm
/// @brief What happens to it.
enum class QuerierEvent : uint8_t
{
    START,               ///< The interface comes into service.
    QUERY_TIMER,         ///< The general query timer expires.
    LOWER_QUERY,         ///< A query is received from a router with a lower IP address.
    OTHER_QUERIER_TIMER, ///< The other querier present timer expires.
    STOP,                ///< The interface goes out of service.
    COUNT,               ///< Number of events.
};

/// @ingroup mgm
/// @brief What is done about it.
enum class QuerierAction : uint8_t
{
    NONE,
    SEND_FIRST, ///< Send a general query, set the initial general query timer.
    SEND,       ///< Send a general query, set the general query timer.
    YIELD,      ///< Stop the general query timer, set the other querier present timer.
    TAKE_OVER,  ///< As SEND, with the variables of this router's own configuration.
    CANCEL,     ///< Stop the timers.
    COUNT,      ///< Number of actions.
};

/// @param state a state
/// @return its name
constexpr std::string_view
ToString(QuerierState state)
{
    constexpr EnumNames<QuerierState> NAMES{"INITIAL", "QUERIER", "NON_QUERIER"};
    return NAMES[state];
}

/// @param event an event
/// @return its name
constexpr std::string_view
ToString(QuerierEvent event)
{
    constexpr EnumNames<QuerierEvent> NAMES{"START",
                                            "QUERY_TIMER",
                                            "LOWER_QUERY",
                                            "OTHER_QUERIER_TIMER",
                                            "STOP"};
    return NAMES[event];
}

/// @param action an action
/// @return what it is
constexpr std::string_view
ToString(QuerierAction action)
{
    constexpr EnumNames<QuerierAction> NAMES{"",
                                             "send general query; set initial query timer",
                                             "send general query; set query timer",
                                             "set other querier present timer",
                                             "send general query; set query timer",
                                             "cancel timers"};
    return NAMES[action];
}

/// @ingroup mgm
/// @brief The machine of a router towards an attached network.
inline constexpr auto QUERIER_TABLE = []() {
    using S = QuerierState;
    using E = QuerierEvent;
    using A = QuerierAction;
    constexpr std::string_view RFC = "RFC 2236 section 7, RFC 3376 section 6.6.2";
    return MakeTransitionTable<S, E, A>({
        {S::INITIAL, E::START, A::SEND_FIRST, S::QUERIER, RFC},
        {S::INITIAL, E::QUERY_TIMER, A::NONE, S::INITIAL, "ignored"},
        {S::INITIAL, E::LOWER_QUERY, A::NONE, S::INITIAL, "ignored"},
        {S::INITIAL, E::OTHER_QUERIER_TIMER, A::NONE, S::INITIAL, "ignored"},
        {S::INITIAL, E::STOP, A::NONE, S::INITIAL, "ignored"},
        {S::QUERIER, E::START, A::NONE, S::QUERIER, "ignored"},
        {S::QUERIER, E::QUERY_TIMER, A::SEND, S::QUERIER, RFC},
        {S::QUERIER, E::LOWER_QUERY, A::YIELD, S::NON_QUERIER, RFC},
        {S::QUERIER, E::OTHER_QUERIER_TIMER, A::NONE, S::QUERIER, "ignored"},
        {S::QUERIER, E::STOP, A::CANCEL, S::INITIAL, "orderly stop"},
        {S::NON_QUERIER, E::START, A::NONE, S::NON_QUERIER, "ignored"},
        {S::NON_QUERIER, E::QUERY_TIMER, A::NONE, S::NON_QUERIER, "ignored"},
        {S::NON_QUERIER, E::LOWER_QUERY, A::YIELD, S::NON_QUERIER, RFC},
        {S::NON_QUERIER, E::OTHER_QUERIER_TIMER, A::TAKE_OVER, S::QUERIER, RFC},
        {S::NON_QUERIER, E::STOP, A::CANCEL, S::INITIAL, "orderly stop"},
    });
}();

/**
 * @ingroup mgm
 * @brief What a querier lets the other routers know of its configuration.
 */
struct IgmpQuerierVariables
{
    uint8_t robustness{0}; ///< QRV (RFC 3376 section 4.1.6); 0: not known.
    Time queryInterval{0}; ///< QQI (RFC 3376 section 4.1.7); 0: not known.
};

/**
 * @ingroup mgm
 * @brief Sends the general queries of an interface while it is the querier (RFC 2236 sections 3 and
 *        7, RFC 3376 sections 6.6.2 and 8.5 to 8.7).
 *
 * The first Startup Query Count of them are spaced by the Startup Query Interval, the others by the
 * Query Interval. A query from a lower address ends that until the Other Querier Present Interval
 * has passed without another one.
 */
class IgmpQuerier
{
  public:
    /// @param link the interface; it outlives the querier
    explicit IgmpQuerier(IgmpRouterLink& link);

    /// @brief Starts, with a query at once.
    void Start();

    /// @brief Stops.
    void Stop();

    /**
     * @brief Handles a query that elects another router: one from a lower address.
     * @param query the query
     */
    void Yield(const IgmpQuery& query);

    /// @return the state
    QuerierState GetState() const;

    /// @return address of the router whose query was the last one from a lower address; 0.0.0.0
    ///         while this router is the querier or has not started
    Ipv4Address GetOther() const;

    /// @return time left of the other querier present timer; 0: it does not run
    Time GetOtherQuerierTimer() const;

    /// @return what the querier says of its configuration; nothing while this router is it
    const std::optional<IgmpQuerierVariables>& GetAdopted() const;

  private:
    /// @brief Handles an event.
    /// @param event the event
    void Step(QuerierEvent event);

    /// @brief Does what the machine says.
    /// @param action the action
    void Perform(QuerierAction action);

    /// @brief Sends a general query, and sets the timer for the next one.
    void SendQuery();

    IgmpRouterLink& m_link;                ///< the interface
    StateMachine<QUERIER_TABLE> m_machine; ///< the state
    uint32_t m_startupQueriesLeft{0};      ///< queries of the start-up that are still to be sent
    Ipv4Address m_other{Ipv4Address::GetZero()};   ///< who sent the query that was yielded to last
    std::optional<IgmpQuerierVariables> m_adopted; ///< of the querier, unless it is this router
    DeadlineTimer m_queryTimer;                    ///< general query timer
    DeadlineTimer m_otherQuerierTimer;             ///< other querier present timer
};

} // namespace mgm
} // namespace ns3

#endif // MGM_IGMP_QUERIER_H
