/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_OWNERSHIP_H
#define MGM_OWNERSHIP_H

#include "ns3/mgm-client-id.h"
#include "ns3/mgm-enum-names.h"
#include "ns3/mgm-trace-words.h"
#include "ns3/mgm-transition-table.h"

#include <cstdint>
#include <string_view>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief How far a change of owner has come (OWN-3, OWN-10).
 */
enum class OwnershipPhase : uint8_t
{
    STABLE,    ///< No change is in progress.
    ANNOUNCED, ///< The change is reserved; IGMP has not been disabled yet.
    CHANGING,  ///< IGMP, if it is there, is disabled, and the change is being made.
    WAITING,   ///< As CHANGING; nothing is left to be done but to let the duration pass.
    ENABLING,  ///< The change is made and IGMP is being enabled.
    COUNT,     ///< Number of phases.
};

/// @ingroup mgm
/// @brief What can happen to the ownership of an interface.
enum class OwnershipEvent : uint8_t
{
    BEGUN_BESIDE_IGMP,   ///< Somebody takes or gives the interface, and IGMP is there.
    BEGUN_ALONE,         ///< Somebody takes or gives it, and IGMP is not there.
    DISABLE,             ///< The turn of DISABLE_IGMP has come.
    DISABLED,            ///< DISABLE_IGMP has returned.
    CLEARED,             ///< The entries there are gone, and all who are alerted know.
    TIME_OVER,           ///< The duration of the change has passed.
    CHANGED_BESIDE_IGMP, ///< The owner is another one, and IGMP is there.
    CHANGED_ALONE,       ///< The owner is another one, and IGMP is not there.
    ENABLED,             ///< ENABLE_IGMP has returned.
    CLIENT_FAILED,       ///< The owner, or who was to become it, has died.
    IGMP_LEFT,           ///< IGMP has given the interface up, or has died.
    CRASHED,             ///< The manager has died.
    COUNT,               ///< Number of events.
};

/// @ingroup mgm
/// @brief What is done about it.
enum class OwnershipAction : uint8_t
{
    NONE,        ///< Nothing.
    ANNOUNCE,    ///< DISABLE_IGMP is queued.
    CLEAR,       ///< The entries of IGMP there and of the owner are deleted.
    WAIT,        ///< The duration of the change begins to pass.
    CHANGE,      ///< The owner changes.
    ENABLE,      ///< ENABLE_IGMP is queued.
    END,         ///< The call that began the change returns.
    RELEASE,     ///< It is taken from the owner on its behalf.
    REMOVE_IGMP, ///< IGMP's entries there are deleted, and IGMP is not there any more.
    DROP,        ///< Nobody has it any more, without a word to anybody.
    COUNT,       ///< Number of actions.
};

/**
 * @param phase a phase
 * @return its name in traces
 */
constexpr std::string_view
ToString(OwnershipPhase phase)
{
    constexpr EnumNames<OwnershipPhase> NAMES{words::STABLE,
                                              words::ANNOUNCED,
                                              words::CHANGING,
                                              words::CHANGING, // nobody is to see a difference
                                              words::ENABLING};
    return NAMES[phase];
}

/**
 * @brief The machine of an interface: the bracket of OWN-3.
 *
 * A row that changes nothing and does nothing is about an event that can't come in that state, or
 * must not matter there. DISABLE_IGMP and ENABLE_IGMP come to their turn also when IGMP has left
 * meanwhile: they are then dropped, and the change goes on (REG-5).
 */
inline constexpr auto OWNERSHIP_TABLE = []() {
    using P = OwnershipPhase;
    using E = OwnershipEvent;
    using A = OwnershipAction;
    return MakeTransitionTable<P, E, A>({
        {P::STABLE, E::BEGUN_BESIDE_IGMP, A::ANNOUNCE, P::ANNOUNCED, "OWN-3"},
        {P::STABLE, E::BEGUN_ALONE, A::CLEAR, P::CHANGING, "OWN-5"},
        {P::STABLE, E::DISABLE, A::NONE, P::STABLE, "OWN-3"},
        {P::STABLE, E::DISABLED, A::NONE, P::STABLE, "OWN-3"},
        {P::STABLE, E::CLEARED, A::NONE, P::STABLE, "OWN-7"},
        {P::STABLE, E::TIME_OVER, A::NONE, P::STABLE, "OWN-10"},
        {P::STABLE, E::CHANGED_BESIDE_IGMP, A::NONE, P::STABLE, "OWN-3"},
        {P::STABLE, E::CHANGED_ALONE, A::NONE, P::STABLE, "OWN-3"},
        {P::STABLE, E::ENABLED, A::NONE, P::STABLE, "OWN-3"},
        {P::STABLE, E::CLIENT_FAILED, A::RELEASE, P::STABLE, "REG-5"},
        {P::STABLE, E::IGMP_LEFT, A::REMOVE_IGMP, P::STABLE, "OWN-8"},
        {P::STABLE, E::CRASHED, A::DROP, P::STABLE, "REG-6"},

        {P::ANNOUNCED, E::BEGUN_BESIDE_IGMP, A::NONE, P::ANNOUNCED, "OWN-10"},
        {P::ANNOUNCED, E::BEGUN_ALONE, A::NONE, P::ANNOUNCED, "OWN-10"},
        {P::ANNOUNCED, E::DISABLE, A::NONE, P::CHANGING, "OWN-3"},
        {P::ANNOUNCED, E::DISABLED, A::NONE, P::ANNOUNCED, "OWN-3"},
        {P::ANNOUNCED, E::CLEARED, A::NONE, P::ANNOUNCED, "OWN-7"},
        {P::ANNOUNCED, E::TIME_OVER, A::NONE, P::ANNOUNCED, "OWN-10"},
        {P::ANNOUNCED, E::CHANGED_BESIDE_IGMP, A::NONE, P::ANNOUNCED, "OWN-3"},
        {P::ANNOUNCED, E::CHANGED_ALONE, A::NONE, P::ANNOUNCED, "OWN-3"},
        {P::ANNOUNCED, E::ENABLED, A::NONE, P::ANNOUNCED, "OWN-3"},
        {P::ANNOUNCED, E::CLIENT_FAILED, A::NONE, P::ANNOUNCED, "REG-5"},
        {P::ANNOUNCED, E::IGMP_LEFT, A::REMOVE_IGMP, P::ANNOUNCED, "REG-5"},
        {P::ANNOUNCED, E::CRASHED, A::DROP, P::STABLE, "REG-6"},

        {P::CHANGING, E::BEGUN_BESIDE_IGMP, A::NONE, P::CHANGING, "OWN-10"},
        {P::CHANGING, E::BEGUN_ALONE, A::NONE, P::CHANGING, "OWN-10"},
        {P::CHANGING, E::DISABLE, A::NONE, P::CHANGING, "OWN-3"},
        {P::CHANGING, E::DISABLED, A::CLEAR, P::CHANGING, "OWN-7"},
        {P::CHANGING, E::CLEARED, A::WAIT, P::WAITING, "OWN-10"},
        {P::CHANGING, E::TIME_OVER, A::NONE, P::CHANGING, "OWN-10"},
        {P::CHANGING, E::CHANGED_BESIDE_IGMP, A::ENABLE, P::ENABLING, "OWN-3"},
        {P::CHANGING, E::CHANGED_ALONE, A::END, P::STABLE, "OWN-3"},
        {P::CHANGING, E::ENABLED, A::NONE, P::CHANGING, "OWN-3"},
        {P::CHANGING, E::CLIENT_FAILED, A::NONE, P::CHANGING, "REG-5"},
        {P::CHANGING, E::IGMP_LEFT, A::REMOVE_IGMP, P::CHANGING, "REG-5"},
        {P::CHANGING, E::CRASHED, A::DROP, P::STABLE, "REG-6"},

        {P::WAITING, E::BEGUN_BESIDE_IGMP, A::NONE, P::WAITING, "OWN-10"},
        {P::WAITING, E::BEGUN_ALONE, A::NONE, P::WAITING, "OWN-10"},
        {P::WAITING, E::DISABLE, A::NONE, P::WAITING, "OWN-3"},
        {P::WAITING, E::DISABLED, A::NONE, P::WAITING, "OWN-3"},
        {P::WAITING, E::CLEARED, A::NONE, P::WAITING, "OWN-7"},
        {P::WAITING, E::TIME_OVER, A::CHANGE, P::CHANGING, "OWN-10"},
        {P::WAITING, E::CHANGED_BESIDE_IGMP, A::NONE, P::WAITING, "OWN-3"},
        {P::WAITING, E::CHANGED_ALONE, A::NONE, P::WAITING, "OWN-3"},
        {P::WAITING, E::ENABLED, A::NONE, P::WAITING, "OWN-3"},
        {P::WAITING, E::CLIENT_FAILED, A::CHANGE, P::CHANGING, "REG-5"},
        {P::WAITING, E::IGMP_LEFT, A::REMOVE_IGMP, P::WAITING, "REG-5"},
        {P::WAITING, E::CRASHED, A::DROP, P::STABLE, "REG-6"},

        {P::ENABLING, E::BEGUN_BESIDE_IGMP, A::NONE, P::ENABLING, "OWN-10"},
        {P::ENABLING, E::BEGUN_ALONE, A::NONE, P::ENABLING, "OWN-10"},
        {P::ENABLING, E::DISABLE, A::NONE, P::ENABLING, "OWN-3"},
        {P::ENABLING, E::DISABLED, A::NONE, P::ENABLING, "OWN-3"},
        {P::ENABLING, E::CLEARED, A::NONE, P::ENABLING, "OWN-7"},
        {P::ENABLING, E::TIME_OVER, A::NONE, P::ENABLING, "OWN-10"},
        {P::ENABLING, E::CHANGED_BESIDE_IGMP, A::NONE, P::ENABLING, "OWN-3"},
        {P::ENABLING, E::CHANGED_ALONE, A::NONE, P::ENABLING, "OWN-3"},
        {P::ENABLING, E::ENABLED, A::END, P::STABLE, "OWN-3"},
        {P::ENABLING, E::CLIENT_FAILED, A::NONE, P::ENABLING, "REG-5"},
        {P::ENABLING, E::IGMP_LEFT, A::REMOVE_IGMP, P::ENABLING, "REG-5"},
        {P::ENABLING, E::CRASHED, A::DROP, P::STABLE, "REG-6"},
    });
}();

/**
 * @ingroup mgm
 * @brief Who has an interface, and who gets it.
 */
struct Ownership
{
    ClientHandle owner;     ///< The protocol that owns it (OWN-1).
    ClientHandle igmp;      ///< IGMP, if it is there; it may share the interface with an owner.
    ClientHandle nextOwner; ///< During a change: who owns it afterwards.
    StateMachine<OWNERSHIP_TABLE> machine; ///< How far a change of owner has come.

    /// @return who has it: its owner, or IGMP where it is alone (OWN-6); null if nobody has
    ClientHandle GetProtocol() const
    {
        return owner ? owner : igmp;
    }

    /// @return how far a change of owner has come
    OwnershipPhase GetPhase() const
    {
        return machine.Get();
    }

    /// @return whether a change of owner is in progress
    bool IsChanging() const
    {
        return GetPhase() != OwnershipPhase::STABLE;
    }

    /// @return whether a change of owner is being made: nobody answers for the interface
    bool IsBeingMade() const
    {
        return GetPhase() == OwnershipPhase::CHANGING || GetPhase() == OwnershipPhase::WAITING;
    }

    /// @return whether IGMP may neither add nor delete here (OWN-4, OWN-11)
    bool IsBracketOpen() const
    {
        return IsBeingMade() || GetPhase() == OwnershipPhase::ENABLING;
    }

    /// @return whether nobody has or gets the interface
    bool IsVacant() const
    {
        return !owner && !igmp && !IsChanging();
    }
};

} // namespace mgm
} // namespace ns3

#endif // MGM_OWNERSHIP_H
