/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_SCRIPT_H
#define MGM_SCRIPT_H

#include "ns3/mgm-group-enumerations.h"
#include "ns3/mgm-interface-id.h"
#include "ns3/mgm-multicast-group-manager.h"
#include "ns3/mgm-source-group.h"
#include "ns3/nstime.h"
#include "ns3/random-variable-stream.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief What a step of a script does.
 */
enum class ScriptVerb : uint8_t
{
    REGISTER,   ///< RegisterMProtocol.
    QUERY,      ///< GetProtocolOnInterface, per interface.
    TAKE,       ///< TakeInterfaceOwnership, per interface.
    ENUMERATE,  ///< GroupEnumerationStart, GroupEnumerationGetNext to the end, GroupEnumerationEnd.
    ADD,        ///< AddGroupMembershipEntry, per interface.
    DELETE,     ///< DeleteGroupMembershipEntry, per interface.
    RELEASE,    ///< ReleaseInterfaceOwnership, per interface.
    DEREGISTER, ///< DeRegisterMProtocol.
    FAIL,       ///< The protocol dies: FailClient; it forgets everything and ends its scripts.
    START,      ///< Runs the start-up script from its beginning.
    STOP,       ///< Runs the shut-down script from its beginning.
};

/// Number of script verbs.
inline constexpr std::size_t SCRIPT_VERB_COUNT = 11;

/**
 * @param verb a verb
 * @return its name in scripts, for example "take"
 */
std::string_view ToString(ScriptVerb verb);

/**
 * @param name name of a verb
 * @return the verb, or nothing if there is none of that name
 */
std::optional<ScriptVerb> ScriptVerbFromString(std::string_view name);

/**
 * @param verb a verb
 * @return whether its calls are about an interface each
 */
bool NeedsInterface(ScriptVerb verb);

/**
 * @ingroup mgm
 * @brief The handle that a step calls the manager with: right or, in an experiment, wrong.
 */
enum class ScriptHandle : uint8_t
{
    CURRENT, ///< The one that the last registration gave.
    STALE, ///< The one that was valid before the current one, or before the protocol deregistered.
    INVALID, ///< One that was never given out.
};

/**
 * @ingroup mgm
 * @brief One step of a script: data, so that a scenario can vary it.
 */
struct ScriptStep
{
    ScriptVerb verb{ScriptVerb::REGISTER}; ///< What is done.
    /// When: simulated time. Without it the step follows as soon as the step before it has
    /// returned.
    std::optional<Time> at;
    /// Waiting time before each call of the step [s], after `at`; null is none.
    Ptr<RandomVariableStream> delay;
    /// Which interfaces, in order. Empty: all of the protocol's; in a reaction, the callback's.
    std::vector<InterfaceId> interfaces;
    /// ADD, DELETE: what. In a reaction, nothing means the callback's.
    std::optional<SourceGroupEntry> entry;
    uint32_t flags{MGM_JOIN_STATE_FLAG};                ///< ADD, DELETE: MembershipFlags.
    EnumerationType type{EnumerationType::ALL_SOURCES}; ///< ENUMERATE: which entries.
    ScriptHandle handle{ScriptHandle::CURRENT};         ///< The handle to call with.
    Time retry; ///< A call that fails is repeated after this time; zero: the script goes on.
};

/**
 * @ingroup mgm
 * @brief What a script can react to: the callbacks, and an enumerated entry.
 */
enum class ScriptTrigger : uint8_t
{
    PRUNE_ALERT,    ///< The callback of that name.
    JOIN_ALERT,     ///< The callback of that name.
    LOCAL_JOIN,     ///< The callback of that name.
    LOCAL_LEAVE,    ///< The callback of that name.
    DISABLE_IGMP,   ///< The callback of that name, for a script that plays IGMP.
    ENABLE_IGMP,    ///< The callback of that name, for a script that plays IGMP.
    ENUMERATED,     ///< An enumeration has returned an entry.
    RPF,            ///< The callback of that name; its interface is the incoming one.
    CREATION_ALERT, ///< The callback of that name; its interface is the incoming one.
    WRONG_IF,       ///< The callback of that name; its interface is that of the arrival.
};

/// Number of script triggers.
inline constexpr std::size_t SCRIPT_TRIGGER_COUNT = 10;

/**
 * @param trigger a trigger
 * @return its name in scripts, for example "LOCAL_JOIN"
 */
std::string_view ToString(ScriptTrigger trigger);

/**
 * @param name name of a trigger
 * @return the trigger, or nothing if there is none of that name
 */
std::optional<ScriptTrigger> ScriptTriggerFromString(std::string_view name);

/**
 * @ingroup mgm
 * @brief The behaviour of a scripted protocol.
 *
 * A reaction whose first step has no delay begins inside the callback. A protocol does not react to
 * LOCAL_JOIN and LOCAL_LEAVE on an interface that it is giving up.
 */
struct Script
{
    std::vector<ScriptStep> startUp;  ///< Runs when the protocol starts.
    std::vector<ScriptStep> shutDown; ///< Runs when the protocol stops.
    /// Steps made at a callback, by ScriptTrigger.
    std::array<std::vector<ScriptStep>, SCRIPT_TRIGGER_COUNT> reactions;
    /// Interfaces that it keeps out of new forwarding entries, in CREATION_ALERT.
    std::vector<InterfaceId> disabled;
    /// Time that a forwarding entry without outgoing interfaces stays cached, which it returns from
    /// PRUNE_ALERT (MFE-4). Nothing: it leaves that to the manager.
    std::optional<Time> pruneTimeout;
    /// Whether each ADD is one more reason for a membership and each DELETE one less, so that the
    /// manager is called at the first and at the last one only. A step with a wrong handle, or
    /// without MGM_JOIN_STATE_FLAG, counts for nothing and is called.
    bool countsReasons{false};

    /// @param trigger a trigger
    /// @return the reaction to it
    std::vector<ScriptStep>& At(ScriptTrigger trigger)
    {
        return reactions[static_cast<std::size_t>(trigger)];
    }

    /// @copydoc At
    const std::vector<ScriptStep>& At(ScriptTrigger trigger) const
    {
        return reactions[static_cast<std::size_t>(trigger)];
    }

    /**
     * @brief Fixes the random streams of the delays.
     * @param stream first stream number
     * @return the number of streams used
     */
    int64_t AssignStreams(int64_t stream) const;

    /**
     * @brief The script of a PIM-like protocol.
     *
     * Start-up is SEQ-1 (register, query, take, enumerate), shut-down is SEQ-2 (release,
     * deregister); at LOCAL_JOIN and LOCAL_LEAVE it adds and deletes its own entry (MBR-5).
     *
     * @return the script
     */
    static Script PimLike();
};

} // namespace mgm
} // namespace ns3

#endif // MGM_SCRIPT_H
