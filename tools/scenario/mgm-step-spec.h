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
#include "ns3/nstime.h"
#include "ns3/random-variable-stream.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace ns3
{
namespace mgm
{

/// @ingroup mgm
/// @brief What a step is about.
enum class StepSubject : uint8_t
{
    LINK,     ///< A link.
    NODE,     ///< A node as a whole.
    STACK,    ///< Interfaces of a node, and what leaves there.
    HOST,     ///< The sockets of a host.
    AGENT,    ///< An agent of IGMP.
    PROTOCOL, ///< A scripted protocol.
    COUNT,    ///< Number of subjects.
};

/// @ingroup mgm
/// @brief A host says which sources of a group it wants.
struct HostStep
{
    static constexpr auto SUBJECT = StepSubject::HOST; ///< What it is about.

    uint32_t interface = 0;               ///< Index of the interface.
    Ipv4Address group{ANY_ADDRESS};       ///< The group.
    FilterMode mode{FilterMode::EXCLUDE}; ///< What the sources are.
    SourceSet sources;                    ///< The sources.
};

/// @ingroup mgm
/// @brief The IGMP router agent is started, stopped or crashed.
struct IgmpRouterStep
{
    static constexpr auto SUBJECT = StepSubject::AGENT; ///< What it is about.

    ScriptVerb verb{ScriptVerb::START}; ///< START, STOP or FAIL.
};

/// @ingroup mgm
/// @brief The IGMP proxy agent is started, stopped or crashed.
struct IgmpProxyStep
{
    static constexpr auto SUBJECT = StepSubject::AGENT; ///< What it is about.

    ScriptVerb verb{ScriptVerb::START}; ///< START, STOP or FAIL.
};

/// @ingroup mgm
/// @brief A scripted protocol does something beside its script.
struct ProtocolStep
{
    static constexpr auto SUBJECT = StepSubject::PROTOCOL; ///< What it is about.

    std::size_t protocol{0}; ///< Index of the protocol in its node.
    ScriptStep step;         ///< What it does.
};

/// @ingroup mgm
/// @brief A link goes down or up.
struct LinkStep
{
    static constexpr auto SUBJECT = StepSubject::LINK; ///< What it is about.

    std::size_t link{0}; ///< Index of the link.
    bool isUp{false};    ///< Whether it goes up.
};

/// @ingroup mgm
/// @brief A link loses the next packets.
struct LossStep
{
    static constexpr auto SUBJECT = StepSubject::LINK; ///< What it is about.

    std::size_t link{0}; ///< Index of the link.
    uint32_t packets{1}; ///< How many; each is lost at all who would receive it.
};

/// @ingroup mgm
/// @brief An IPv4 packet of a capture.
struct ReplayedPacket
{
    Time after;                  ///< When it comes, after the first one.
    std::vector<uint8_t> octets; ///< The packet with its header.
};

/// @ingroup mgm
/// @brief The IPv4 packets of a capture.
using ReplayedPackets = std::shared_ptr<const std::vector<ReplayedPacket>>;

/// @ingroup mgm
/// @brief The packets of a capture arrive on a link.
struct ReplayStep
{
    static constexpr auto SUBJECT = StepSubject::LINK; ///< What it is about.

    std::size_t link{0};     ///< Index of the link.
    ReplayedPackets packets; ///< The packets.
    std::string digest;      ///< FNV-1a of them and their times.
};

/// @ingroup mgm
/// @brief A node crashes, or boots after a crash.
struct NodeStep
{
    static constexpr auto SUBJECT = StepSubject::NODE; ///< What it is about.

    bool isUp{false}; ///< Whether it boots.
};

/// @ingroup mgm
/// @brief A node sends a packet whose octets are given, whatever its agents do.
struct SendStep
{
    static constexpr auto SUBJECT = StepSubject::STACK; ///< What it is about.

    uint32_t interface = 0;               ///< Index of the interface on which it leaves.
    std::optional<Ipv4Address> source;    ///< IP source; nothing: that of the interface.
    Ipv4Address destination{ANY_ADDRESS}; ///< IP destination.
    uint8_t ttl{1};                       ///< Time to live.
    bool routerAlert{true};               ///< Whether it has the Router Alert option.
    uint8_t protocol{0};                  ///< IP protocol number.
    std::vector<uint8_t> octets;          ///< IP payload.
};

/// @ingroup mgm
/// @brief An interface gets another address.
struct AddressStep
{
    static constexpr auto SUBJECT = StepSubject::STACK; ///< What it is about.

    uint32_t interface = 0;           ///< Index of the interface.
    Ipv4Address address{ANY_ADDRESS}; ///< Its new address, in the subnet of the link.
};

/// @ingroup mgm
/// @brief An interface of a host changes its version of IGMP.
struct HostVersionStep
{
    static constexpr auto SUBJECT = StepSubject::HOST; ///< What it is about.

    uint32_t interface = 0; ///< Index of the interface.
    uint8_t version{0};     ///< The version.
};

/// @ingroup mgm
/// @brief An interface of an IGMP router changes its version of IGMP.
struct RouterVersionStep
{
    static constexpr auto SUBJECT = StepSubject::AGENT; ///< What it is about.

    uint32_t interface = 0; ///< Index of the interface.
    uint8_t version{0};     ///< The version.
};

/// @ingroup mgm
/// @brief The upstream interface of an IGMP proxy changes its version of IGMP.
struct ProxyVersionStep
{
    static constexpr auto SUBJECT = StepSubject::AGENT; ///< What it is about.

    uint8_t version{0}; ///< The version.
};

/// @ingroup mgm
/// @brief The group manager of a node starts, which does not run before.
struct ManagerStep
{
    static constexpr auto SUBJECT = StepSubject::NODE; ///< What it is about.
};

/// @ingroup mgm
/// @brief What a step does.
using StepAction = std::variant<HostStep,
                                IgmpRouterStep,
                                IgmpProxyStep,
                                ProtocolStep,
                                LinkStep,
                                LossStep,
                                ReplayStep,
                                NodeStep,
                                SendStep,
                                AddressStep,
                                HostVersionStep,
                                RouterVersionStep,
                                ProxyVersionStep,
                                ManagerStep>;

/// @ingroup mgm
/// @brief Something that happens at a given time.
struct StepSpec
{
    Ptr<RandomVariableStream> at; ///< When [s].
    /// Index of the node; of a link's step, the first one that is attached.
    std::size_t node{0};
    std::string text;  ///< What happens, for the trace.
    bool moves{false}; ///< Whether it moves when orders are explored.
    StepAction action; ///< What happens.

    /// @return what it is about
    StepSubject GetSubject() const
    {
        return std::visit([](const auto& each) { return each.SUBJECT; }, action);
    }
};

} // namespace mgm
} // namespace ns3

#endif // MGM_STEP_SPEC_H
