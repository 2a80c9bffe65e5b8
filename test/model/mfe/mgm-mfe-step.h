/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_MFE_STEP_H
#define MGM_MFE_STEP_H

#include "ns3/mgm-client-id.h"
#include "ns3/mgm-source-group.h"

#include <array>
#include <cstdint>
#include <ostream>

namespace ns3
{
namespace mgm
{

/// Clients of the random sequences, by slot: IGMP and three protocols.
inline constexpr std::array<ClientId, 4> MFE_SLOTS{ClientId{IGMP_PROTOCOL_ID, 1},
                                                   ClientId{4, 1},
                                                   ClientId{7, 1},
                                                   ClientId{2, 1}};

/// Interfaces of the router, from index 1.
inline constexpr uint32_t MFE_INTERFACES = 4;

/// Sources and groups.
inline const std::array<Ipv4Address, 2> MFE_SOURCES{Ipv4Address(0x0A000901),
                                                    Ipv4Address(0x0A000902)};
inline const std::array<Ipv4Address, 2> MFE_GROUPS{Ipv4Address(0xEF010101),
                                                   Ipv4Address(0xEF010102)};

/**
 * @name Times [ns]
 *
 * Steps happen at whole milliseconds; no timer ever ends at one.
 * @{
 */
inline constexpr int64_t MFE_TIMEOUT_NS = 60'000'500'000;
inline constexpr int64_t MFE_PRUNE_TIME_NS = 20'000'300'000;
inline constexpr int64_t MFE_WRONG_IF_INTERVAL_NS = 3'000'700'000;
inline constexpr int64_t MFE_CHANGE_NS = 2'000'400'000;
inline constexpr int64_t MFE_POLL_NS = 1'000'130'000;
inline constexpr int64_t MFE_UPCALL_NS = 500'200'000;

/** @} */

/// More expired entries than there are keys.
inline constexpr uint32_t MFE_NO_LIMIT = 1000;

/// One step of a random sequence.
struct MfeStep
{
    /// What happens.
    enum class Verb : uint8_t
    {
        REGISTER,
        DEREGISTER,
        FAIL,
        CRASH,
        TAKE,
        RELEASE,
        ADD,
        DELETE,
        SET_MFE,
        PACKET,
        MOVE,
        SHIFT,
        OVERRIDE,
        NOTIFY,
        WAIT,
    };

    Verb verb;          ///< what happens
    uint32_t slot;      ///< which client
    uint32_t interface; ///< which interface; routes: 0 takes it away; PACKET: 0 is the usual one
    SourceGroup key;    ///< source and group
    uint32_t flags;     ///< ADD, DELETE
    uint32_t number;    ///< WAIT: seconds; routes, SET_MFE: which neighbor; else how to read
    bool calls;         ///< whether a client calls in the first callback of this step; PACKET:
                        ///< whether a protocol takes the incoming interface from IGMP while the
                        ///< entry is being made, and IGMP calls in DISABLE_IGMP
};

/// What a client does to the arguments of its callbacks.
struct MfeManner
{
    uint32_t rpfInterface; ///< interface that RPF returns; 0: the one it was given
    uint32_t rpfNeighbor;  ///< neighbor that RPF returns; 0: the one it was given
    uint32_t disables;     ///< bit mask of the interfaces that CREATION_ALERT disables
    bool enables;          ///< whether CREATION_ALERT enables the others
    bool setsTime;         ///< whether PRUNE_ALERT sets a time
};

/// What a random sequence takes place in.
struct MfeSetup
{
    std::array<uint32_t, 2> rib;                     ///< interface towards each source
    uint32_t alertOrder;                             ///< 0 registration, 1 reverse, 2 protocol id
    std::array<MfeManner, MFE_SLOTS.size()> manners; ///< of the clients
    uint32_t mute;                                   ///< slot of a client without callbacks
    bool posted;                                     ///< whether callbacks are posted
    bool lasting;                                    ///< whether a change of owner takes time
    uint32_t dormantLimit;                           ///< how many expired entries are remembered
};

/// @return a step made of a random number
MfeStep MakeMfeStep(uint64_t bits);

/// @return the call that a client makes in a callback of a step
MfeStep MakeInnerCall(const MfeStep& step, uint32_t slot);

/// @return a setup made of a random number
MfeSetup MakeMfeSetup(uint64_t bits);

/// @return the address of a neighbor; 0 is none
Ipv4Address NeighborOf(uint32_t number);

/// Writes a step as one line.
std::ostream& operator<<(std::ostream& os, const MfeStep& step);

/// Writes a setup as one line.
std::ostream& operator<<(std::ostream& os, const MfeSetup& setup);

} // namespace mgm
} // namespace ns3

#endif // MGM_MFE_STEP_H
