/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_RANDOM_CALL_H
#define MGM_RANDOM_CALL_H

#include "mgm-client-event.h"

#include "ns3/mgm-group-enumerations.h"

#include <array>
#include <bitset>
#include <cstdint>
#include <optional>
#include <ostream>
#include <vector>

namespace ns3
{
namespace mgm
{

/// The clients of random sequences. The last two never act: WITNESS listens, and READER, which has
/// no callbacks, enumerates for the test.
inline constexpr std::array<ClientId, 7> SLOT_IDS{
    {{IGMP_PROTOCOL_ID, 1}, {4, 1}, {2, 1}, {4, 2}, {IGMP_PROTOCOL_ID, 2}, {99, 1}, {98, 1}}};

/// Index in SLOT_IDS of the client that only listens. Those before it act.
inline constexpr uint32_t WITNESS = SLOT_IDS.size() - 2;

/// Index in SLOT_IDS of the client that only enumerates.
inline constexpr uint32_t READER = SLOT_IDS.size() - 1;

/// Number of sources that random sequences use.
inline constexpr uint32_t SOURCE_COUNT = 2;

/// Number of keys that random sequences use: (*,*), the (*,g), then the (s,g).
inline constexpr uint32_t KEY_COUNT = 8;

/// Index of the first (s,g) among the keys.
inline constexpr uint32_t FIRST_SOURCE_KEY = 4;

/// Some of the keys, by index.
using KeySet = std::bitset<KEY_COUNT>;

/**
 * @param index index of a key, below KEY_COUNT
 * @return the key: index 0 is (*,*)
 */
const SourceGroup& GetKey(uint32_t index);

/**
 * @param key any source and group
 * @return its index; KEY_COUNT if random sequences do not use it
 */
uint32_t IndexOfKey(const SourceGroup& key);

/**
 * @param key index of an (s,g)
 * @return index of its source, below SOURCE_COUNT
 */
uint32_t SourceOfKey(uint32_t key);

/// @return the address of a source
/// @param source its index, below SOURCE_COUNT
Ipv4Address GetSource(uint32_t source);

/**
 * @ingroup tests
 * @brief One step of a random sequence.
 */
struct RandomCall
{
    /// What to do.
    enum class Verb : uint8_t
    {
        REGISTER,
        DEREGISTER,
        FAIL,
        TAKE,
        RELEASE,
        ADD,
        DELETE,
        START,         ///< begins an enumeration
        NEXT,          ///< goes on with one
        END,           ///< ends one
        LIST,          ///< enumerates from start to end at once
        WAIT,          ///< lets time pass
        MOVE,          ///< the route to a source moves, and the view says so
        MOVE_SILENTLY, ///< it moves, and the view does not say so
        OVERRIDE,      ///< a static multicast route to a source is added
        STOP_OVERRIDE, ///< and removed
        LOOK,          ///< the view says that it is time to look at the routes
        CRASH,         ///< the node crashes and boots
    };

    Verb verb;                     ///< what to do
    uint32_t slot;                 ///< which client does it
    bool stale;                    ///< whether it uses the handle of its last registration but one
    uint32_t interface;            ///< index of the interface, if it takes one; 0 in MOVE: no route
    bool fitting;                  ///< whether slot and interface rather choose a client and what
                                   ///< it has
    SourceGroupEntry entry;        ///< source and group, if it takes one
    uint32_t flags;                ///< flags of ADD and DELETE
    EnumerationType type;          ///< START and LIST: what to list
    uint32_t number;               ///< NEXT and END: which enumeration
    uint32_t room;                 ///< NEXT: entries that fit into the buffer
    uint32_t source;               ///< MOVE and OVERRIDE: index of the source
    std::array<uint64_t, 3> inner; ///< what wild clients do in the callbacks of this step
};

/// Writes a step as one line.
std::ostream& operator<<(std::ostream& os, const RandomCall& call);

/**
 * @brief Makes a step of a random number.
 * @param bits the number
 * @return the step
 */
RandomCall MakeRandomCall(uint64_t bits);

/**
 * @brief Makes a call that a wild client makes in a callback: any that takes no time.
 * @param bits a random number
 * @param slot the client, which is mostly who calls
 * @return the call
 */
RandomCall MakeInnerCall(uint64_t bits, uint32_t slot);

/// What a client does in its callbacks.
enum class Reaction : uint8_t
{
    NONE,    ///< nothing
    LOCAL,   ///< it adds and deletes what local members join and leave
    ALERT,   ///< it adds and deletes on its home interface what others join and leave
    BRACKET, ///< IGMP: it adds a group on its home interface in DISABLE and in ENABLE
    WILD,    ///< it calls whatever the step says
};

/**
 * @ingroup tests
 * @brief What a random sequence takes place in.
 */
struct RandomSetup
{
    uint32_t interfaces;                    ///< number of interfaces, from index 1
    std::array<uint32_t, SOURCE_COUNT> rib; ///< interface towards each source, 0 for none
    bool lasting;                           ///< whether a change of owner takes CHANGE_DURATION
    uint32_t alertOrder;                    ///< 0 registration, 1 reverse, 2 protocol id
    std::array<Reaction, SLOT_IDS.size()> reactions; ///< of each client
    uint32_t mute;                                   ///< index of a client without callbacks
    uint32_t registered; ///< bit mask of the clients that are registered from the start
};

/// Writes a setup as one line.
std::ostream& operator<<(std::ostream& os, const RandomSetup& setup);

/// Number of interfaces that a node has at most.
inline constexpr uint32_t MAX_INTERFACES = 4;

/// How many times a client reacts in one step: enough to nest, too few to go on for ever.
inline constexpr uint32_t REACTIONS = 2;

/// What a change of owner takes if it lasts, and how long WAIT waits [ns].
inline constexpr int64_t CHANGE_DURATION = 1000000000;
inline constexpr int64_t WAIT_DURATION = 600000000;

/**
 * @brief Makes a setup of a random number.
 * @param bits the number
 * @return the setup
 */
RandomSetup MakeRandomSetup(uint64_t bits);

/**
 * @brief The call that a client that is not wild makes in a callback.
 * @param setup the setup
 * @param slot the client
 * @param event the callback
 * @return an ADD or DELETE, or nothing
 */
std::optional<RandomCall> React(const RandomSetup& setup, uint32_t slot, const ClientEvent& event);

} // namespace mgm
} // namespace ns3

#endif // MGM_RANDOM_CALL_H
