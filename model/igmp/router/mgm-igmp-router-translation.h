/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_IGMP_ROUTER_TRANSLATION_H
#define MGM_IGMP_ROUTER_TRANSLATION_H

#include "mgm-igmp-router-compatibility-fsm.h"
#include "mgm-igmp-v3-group-fsm.h"

#include <iterator>

namespace ns3
{
namespace mgm
{

/// @ingroup mgm
/// @brief What a host can say about a group, in any version.
enum class IgmpStatement : uint8_t
{
    IS_IN,     ///< A record MODE_IS_INCLUDE.
    IS_EX,     ///< A record MODE_IS_EXCLUDE.
    TO_IN,     ///< A record CHANGE_TO_INCLUDE_MODE.
    TO_EX,     ///< A record CHANGE_TO_EXCLUDE_MODE.
    ALLOW,     ///< A record ALLOW_NEW_SOURCES.
    BLOCK,     ///< A record BLOCK_OLD_SOURCES.
    V1_REPORT, ///< A version 1 report.
    V2_REPORT, ///< A version 2 report.
    V2_LEAVE,  ///< A version 2 leave.
    COUNT,     ///< Number of statements.
};

/**
 * @ingroup mgm
 * @brief What an IGMPv3 router takes a statement for.
 */
struct IgmpTranslation
{
    IgmpV3GroupEvent event; ///< The record that it counts as.
    bool withSources{true}; ///< Whether its sources count.
    bool ignored{false};    ///< Whether it does not count at all.
};

/// @ingroup mgm
/// @brief The translations of RFC 3376 section 7.3.2: a row per statement, a column per mode.
inline constexpr IgmpTranslation IGMP_TRANSLATIONS[][static_cast<std::size_t>(
    IgmpGroupMode::COUNT)] = {
    // IGMPv3, IGMPv2, IGMPv1
    {{IgmpV3GroupEvent::IS_IN}, {IgmpV3GroupEvent::IS_IN}, {IgmpV3GroupEvent::IS_IN}},
    {{IgmpV3GroupEvent::IS_EX}, {IgmpV3GroupEvent::IS_EX}, {IgmpV3GroupEvent::IS_EX}},
    {{IgmpV3GroupEvent::TO_IN}, {IgmpV3GroupEvent::TO_IN}, {IgmpV3GroupEvent::TO_IN, true, true}},
    {{IgmpV3GroupEvent::TO_EX}, {IgmpV3GroupEvent::TO_EX, false}, {IgmpV3GroupEvent::TO_EX, false}},
    {{IgmpV3GroupEvent::ALLOW}, {IgmpV3GroupEvent::ALLOW}, {IgmpV3GroupEvent::ALLOW}},
    {{IgmpV3GroupEvent::BLOCK},
     {IgmpV3GroupEvent::BLOCK, true, true},
     {IgmpV3GroupEvent::BLOCK, true, true}},
    {{IgmpV3GroupEvent::IS_EX}, {IgmpV3GroupEvent::IS_EX}, {IgmpV3GroupEvent::IS_EX}},
    {{IgmpV3GroupEvent::IS_EX}, {IgmpV3GroupEvent::IS_EX}, {IgmpV3GroupEvent::IS_EX}},
    {{IgmpV3GroupEvent::TO_IN}, {IgmpV3GroupEvent::TO_IN}, {IgmpV3GroupEvent::TO_IN, true, true}},
};

static_assert(std::size(IGMP_TRANSLATIONS) == static_cast<std::size_t>(IgmpStatement::COUNT));

/**
 * @param statement a statement
 * @param mode the Group Compatibility Mode
 * @return what it is taken for
 */
constexpr const IgmpTranslation&
Translate(IgmpStatement statement, IgmpGroupMode mode)
{
    return IGMP_TRANSLATIONS[static_cast<std::size_t>(statement)][static_cast<std::size_t>(mode)];
}

} // namespace mgm
} // namespace ns3

#endif // MGM_IGMP_ROUTER_TRANSLATION_H
