/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_IGMP_HOST_COMPATIBILITY_H
#define MGM_IGMP_HOST_COMPATIBILITY_H

#include "mgm-igmp-host-link.h"

#include "ns3/mgm-deadline-timer.h"
#include "ns3/mgm-enum-names.h"
#include "ns3/mgm-transition-table.h"

#include <functional>

namespace ns3
{
namespace mgm
{

/// @ingroup mgm
/// @brief Host Compatibility Mode of an interface (RFC 3376 section 7.2.1).
enum class IgmpHostMode : uint8_t
{
    V3,    ///< IGMPv3: no Querier Present timer runs.
    V2,    ///< IGMPv2: the IGMPv2 Querier Present timer runs alone.
    V1,    ///< IGMPv1: the IGMPv1 Querier Present timer runs.
    COUNT, ///< Number of modes.
};

/// @ingroup mgm
/// @brief What happens to it.
enum class IgmpHostModeEvent : uint8_t
{
    V1_QUERY,              ///< A query of IGMPv1.
    V2_QUERY,              ///< A general query of IGMPv2.
    V1_EXPIRED,            ///< The IGMPv1 Querier Present timer expires; the other one is stopped.
    V1_EXPIRED_V2_PRESENT, ///< As before, while the other one runs.
    V2_EXPIRED,            ///< The IGMPv2 Querier Present timer expires.
    COUNT,                 ///< Number of events.
};

/// @ingroup mgm
/// @brief What is done about it.
enum class IgmpHostModeAction : uint8_t
{
    NONE,
    START_V1, ///< Set the IGMPv1 Querier Present timer.
    START_V2, ///< Set the IGMPv2 Querier Present timer.
    COUNT,    ///< Number of actions.
};

/// @param mode a mode
/// @return its name
constexpr std::string_view
ToString(IgmpHostMode mode)
{
    constexpr EnumNames<IgmpHostMode> NAMES{"IGMPv3", "IGMPv2", "IGMPv1"};
    return NAMES[mode];
}

/// @param event an event
/// @return its name
constexpr std::string_view
ToString(IgmpHostModeEvent event)
{
    constexpr EnumNames<IgmpHostModeEvent> NAMES{"V1_QUERY",
                                                 "V2_QUERY",
                                                 "V1_EXPIRED",
                                                 "V1_EXPIRED_V2_PRESENT",
                                                 "V2_EXPIRED"};
    return NAMES[event];
}

/// @param action an action
/// @return what it is
constexpr std::string_view
ToString(IgmpHostModeAction action)
{
    constexpr EnumNames<IgmpHostModeAction> NAMES{"",
                                                  "set IGMPv1 Querier Present timer",
                                                  "set IGMPv2 Querier Present timer"};
    return NAMES[action];
}

/// @ingroup mgm
/// @brief What an IGMPv2 host knows of queriers (RFC 2236 section 4).
enum class IgmpV2HostMode : uint8_t
{
    V2,    ///< IGMPv2: the Version 1 Router Present timer does not run.
    V1,    ///< IGMPv1: it runs.
    COUNT, ///< Number of modes.
};

/// @ingroup mgm
/// @brief What happens to it.
enum class IgmpV2HostModeEvent : uint8_t
{
    V1_QUERY,   ///< A query of IGMPv1.
    V1_EXPIRED, ///< The Version 1 Router Present timer expires.
    COUNT,      ///< Number of events.
};

/// @ingroup mgm
/// @brief What is done about it.
enum class IgmpV2HostModeAction : uint8_t
{
    NONE,
    START_V1, ///< Set the Version 1 Router Present timer.
    COUNT,    ///< Number of actions.
};

/// @param mode a mode
/// @return its name
constexpr std::string_view
ToString(IgmpV2HostMode mode)
{
    constexpr EnumNames<IgmpV2HostMode> NAMES{"IGMPv2", "IGMPv1"};
    return NAMES[mode];
}

/// @param event an event
/// @return its name
constexpr std::string_view
ToString(IgmpV2HostModeEvent event)
{
    constexpr EnumNames<IgmpV2HostModeEvent> NAMES{"V1_QUERY", "V1_EXPIRED"};
    return NAMES[event];
}

/// @param action an action
/// @return what it is
constexpr std::string_view
ToString(IgmpV2HostModeAction action)
{
    constexpr EnumNames<IgmpV2HostModeAction> NAMES{"", "set Version 1 Router Present timer"};
    return NAMES[action];
}

/// @ingroup mgm
/// @brief The machine of an IGMPv2 host.
inline constexpr auto IGMP_V2_HOST_COMPATIBILITY_TABLE = []() {
    using S = IgmpV2HostMode;
    using E = IgmpV2HostModeEvent;
    using A = IgmpV2HostModeAction;
    constexpr std::string_view RFC = "RFC 2236 section 4";
    return MakeTransitionTable<S, E, A>({
        {S::V2, E::V1_QUERY, A::START_V1, S::V1, RFC},
        {S::V2, E::V1_EXPIRED, A::NONE, S::V2, "ignored"},
        {S::V1, E::V1_QUERY, A::START_V1, S::V1, RFC},
        {S::V1, E::V1_EXPIRED, A::NONE, S::V2, "RFC 2236 section 8.11"},
    });
}();

/// @ingroup mgm
/// @brief The machine of the Host Compatibility Mode.
inline constexpr auto IGMP_HOST_COMPATIBILITY_TABLE = []() {
    using S = IgmpHostMode;
    using E = IgmpHostModeEvent;
    using A = IgmpHostModeAction;
    constexpr std::string_view RFC = "RFC 3376 section 7.2.1";
    return MakeTransitionTable<S, E, A>({
        {S::V3, E::V1_QUERY, A::START_V1, S::V1, RFC},
        {S::V3, E::V2_QUERY, A::START_V2, S::V2, RFC},
        {S::V3, E::V1_EXPIRED, A::NONE, S::V3, "ignored"},
        {S::V3, E::V1_EXPIRED_V2_PRESENT, A::NONE, S::V3, "ignored"},
        {S::V3, E::V2_EXPIRED, A::NONE, S::V3, "ignored"},
        {S::V2, E::V1_QUERY, A::START_V1, S::V1, RFC},
        {S::V2, E::V2_QUERY, A::START_V2, S::V2, RFC},
        {S::V2, E::V1_EXPIRED, A::NONE, S::V2, "ignored"},
        {S::V2, E::V1_EXPIRED_V2_PRESENT, A::NONE, S::V2, "ignored"},
        {S::V2, E::V2_EXPIRED, A::NONE, S::V3, RFC},
        {S::V1, E::V1_QUERY, A::START_V1, S::V1, RFC},
        {S::V1, E::V2_QUERY, A::START_V2, S::V1, RFC},
        {S::V1, E::V1_EXPIRED, A::NONE, S::V3, RFC},
        {S::V1, E::V1_EXPIRED_V2_PRESENT, A::NONE, S::V2, RFC},
        {S::V1, E::V2_EXPIRED, A::NONE, S::V1, RFC},
    });
}();

/**
 * @ingroup mgm
 * @brief Which versions the queriers of a link speak, as a host knows it (RFC 3376 section 7.2.1,
 *        RFC 2236 section 4).
 */
class IgmpHostCompatibility
{
  public:
    /**
     * @param link the interface; it outlives this
     * @param version version that the host is configured for
     * @param changed called when the mode has changed because a timer expired
     */
    IgmpHostCompatibility(IgmpHostLink& link, uint8_t version, std::function<void()> changed);

    /**
     * @brief A query of IGMPv1 was heard; not by a host of IGMPv1, to which all are.
     * @param timeout how long it is remembered
     */
    void ReceiveV1Query(Time timeout);

    /**
     * @brief A general query of IGMPv2 was heard, by a host of IGMPv3.
     * @param timeout how long it is remembered
     */
    void ReceiveV2Query(Time timeout);

    /// @return Host Compatibility Mode
    IgmpHostMode GetMode() const;

  private:
    using Event = IgmpHostModeEvent;   ///< what can happen
    using Action = IgmpHostModeAction; ///< what is done about it

    /// @brief The IGMPv1 Querier Present timer expires.
    void ExpireV1();

    /**
     * @brief Handles an event at a host of IGMPv2.
     * @param event the event
     * @param timeout value of the timer that it starts
     */
    void StepV2Host(IgmpV2HostModeEvent event, Time timeout = Time(0));

    /**
     * @brief Handles an event.
     * @param event the event
     * @param timeout value of the timer that it starts
     */
    void Step(Event event, Time timeout = Time(0));

    /// @brief Handles the end of a timer.
    /// @param event the event
    void Expire(Event event);

    IgmpHostLink& m_link;                                  ///< the interface
    uint8_t m_version;                                     ///< what the host is configured for
    std::function<void()> m_changed;                       ///< told of changes
    StateMachine<IGMP_HOST_COMPATIBILITY_TABLE> m_machine; ///< the mode of a host of IGMPv3
    StateMachine<IGMP_V2_HOST_COMPATIBILITY_TABLE> m_v2HostMachine; ///< that of one of IGMPv2
    DeadlineTimer m_v1Timer;                                        ///< IGMPv1 Querier Present
    DeadlineTimer m_v2Timer;                                        ///< IGMPv2 Querier Present
};

} // namespace mgm
} // namespace ns3

#endif // MGM_IGMP_HOST_COMPATIBILITY_H
