/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_STEP_SPEC_H
#define MGM_STEP_SPEC_H

#include "ns3/ipv4-address.h"
#include "ns3/mgm-script.h"
#include "ns3/mgm-source-set.h"
#include "ns3/random-variable-stream.h"

#include <cstdint>
#include <string>
#include <variant>

namespace ns3
{
namespace mgm
{

/// @ingroup mgm
/// @brief A host says which sources of a group it wants.
struct HostStep
{
    uint32_t interface = 0;               ///< Index of the interface.
    Ipv4Address group{ANY_ADDRESS};       ///< The group.
    FilterMode mode{FilterMode::EXCLUDE}; ///< What the sources are.
    SourceSet sources;                    ///< The sources.
};

/// @ingroup mgm
/// @brief The IGMP router agent is started, stopped or crashed.
struct IgmpRouterStep
{
    ScriptVerb verb{ScriptVerb::START}; ///< START, STOP or FAIL.
};

/// @ingroup mgm
/// @brief The IGMP proxy agent is started, stopped or crashed.
struct IgmpProxyStep
{
    ScriptVerb verb{ScriptVerb::START}; ///< START, STOP or FAIL.
};

/// @ingroup mgm
/// @brief A scripted protocol does something beside its script.
struct ProtocolStep
{
    std::size_t protocol{0}; ///< Index of the protocol in its node.
    ScriptStep step;         ///< What it does.
};

/// @ingroup mgm
/// @brief A link goes down or up.
struct LinkStep
{
    std::size_t link{0}; ///< Index of the link.
    bool isUp{false};    ///< Whether it goes up.
};

/// @ingroup mgm
/// @brief A link loses the next packets.
struct LossStep
{
    std::size_t link{0}; ///< Index of the link.
    uint32_t packets{1}; ///< How many; each is lost at all who would receive it.
};

/// @ingroup mgm
/// @brief A node crashes, or boots after a crash.
struct NodeStep
{
    bool isUp{false}; ///< Whether it boots.
};

/// @ingroup mgm
/// @brief Something that happens at a given time.
struct StepSpec
{
    Ptr<RandomVariableStream> at; ///< When [s].
    /// Index of the node; of a link's step, the first one that is attached.
    std::size_t node{0};
    std::string text;  ///< What happens, for the trace.
    bool moves{false}; ///< Whether it moves when orders are explored.
    /// What happens.
    std::
        variant<HostStep, IgmpRouterStep, IgmpProxyStep, ProtocolStep, LinkStep, LossStep, NodeStep>
            action;
};

} // namespace mgm
} // namespace ns3

#endif // MGM_STEP_SPEC_H
