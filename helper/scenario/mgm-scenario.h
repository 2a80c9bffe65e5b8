/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_SCENARIO_H
#define MGM_SCENARIO_H

#include "ns3/attribute.h"
#include "ns3/data-rate.h"
#include "ns3/ipv4-address.h"
#include "ns3/mgm-client-id.h"
#include "ns3/mgm-interface-id.h"
#include "ns3/mgm-script.h"
#include "ns3/mgm-source-group.h"
#include "ns3/mgm-source-set.h"
#include "ns3/nstime.h"
#include "ns3/random-variable-stream.h"

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief Attributes of an object, with values that it accepts.
 */
using AttributeSpecs = std::vector<std::pair<std::string, Ptr<const AttributeValue>>>;

/// @ingroup mgm
/// @brief A link.
struct LinkSpec
{
    /// What kind of link it is.
    enum class Type : uint8_t
    {
        CSMA,           ///< An Ethernet.
        POINT_TO_POINT, ///< A line between two nodes.
    };

    std::string name;      ///< Name.
    Type type{Type::CSMA}; ///< Kind.
    Ipv4Address network;   ///< Address of its subnet.
    Ipv4Mask mask;         ///< Mask of its subnet.
    DataRate rate;         ///< Data rate.
    Time delay;            ///< Propagation delay.
};

/// @ingroup mgm
/// @brief An interface of a node. The n-th one of a node has the IPv4 interface index n, from 1.
struct InterfaceSpec
{
    std::size_t link{0}; ///< Index of its link.
    Ipv4Address address; ///< Its address.
};

/// @ingroup mgm
/// @brief The IGMP router agent of a node.
struct IgmpRouterSpec
{
    Ptr<RandomVariableStream> start;                      ///< When it starts [s].
    std::optional<Time> stop;                             ///< When it stops.
    std::vector<std::pair<uint32_t, uint8_t>> interfaces; ///< Interface indices and versions.
    AttributeSpecs attributes;                            ///< Of the agent.
    AttributeSpecs interfaceAttributes;                   ///< Of its interfaces.
};

/// @ingroup mgm
/// @brief The IGMP host agent of a node.
struct IgmpHostSpec
{
    uint8_t version{0};                 ///< IGMP version on all interfaces.
    AttributeSpecs attributes;          ///< Of the agent.
    AttributeSpecs interfaceAttributes; ///< Of its interfaces.
};

/// @ingroup mgm
/// @brief A scripted protocol of a node.
struct ProtocolSpec
{
    std::string name;                    ///< Name.
    ClientId id;                         ///< What it registers as.
    Ptr<RandomVariableStream> start;     ///< When it starts [s].
    std::optional<Time> stop;            ///< When it stops.
    std::vector<InterfaceId> interfaces; ///< The interfaces it is enabled on.
    Script script;                       ///< What it does.
};

/// @ingroup mgm
/// @brief A node.
struct NodeSpec
{
    std::string name;                         ///< Name.
    std::vector<InterfaceSpec> interfaces;    ///< Its interfaces.
    bool hasManager{false};                   ///< Whether there is a group manager.
    AttributeSpecs manager;                   ///< Attributes of the group manager.
    std::optional<IgmpRouterSpec> igmpRouter; ///< Its IGMP router agent.
    std::optional<IgmpHostSpec> igmpHost;     ///< Its IGMP host agent.
    std::vector<ProtocolSpec> protocols;      ///< Its multicast routing protocols.
};

/// @ingroup mgm
/// @brief A host says which sources of a group it wants.
struct HostStep
{
    uint32_t interface {
        0
    };                                    ///< Index of the interface.
    Ipv4Address group;                    ///< The group.
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
/// @brief A scripted protocol does something beside its script.
struct ProtocolStep
{
    std::size_t protocol{0}; ///< Index of the protocol in its node.
    ScriptStep step;         ///< What it does.
};

/// @ingroup mgm
/// @brief Something that happens at a given time.
struct StepSpec
{
    Ptr<RandomVariableStream> at;                                ///< When [s].
    std::size_t node{0};                                         ///< Index of the node.
    std::string text;                                            ///< What happens, for the trace.
    std::variant<HostStep, IgmpRouterStep, ProtocolStep> action; ///< What happens.
};

/// @ingroup mgm
/// @brief Values that a trace record must have: keys of the schema's `match`, and texts.
using RecordMatch = std::vector<std::pair<std::string, std::string>>;

/// @ingroup mgm
/// @brief How many records match.
struct RecordsExpectation
{
    RecordMatch match;                                   ///< Which records.
    Time from;                                           ///< Not before this time.
    Time until{Time::Max()};                             ///< Not after this time.
    uint64_t least{0};                                   ///< Least number.
    uint64_t most{std::numeric_limits<uint64_t>::max()}; ///< Greatest number.
};

/// @ingroup mgm
/// @brief Records that follow each other, with any others between them.
struct OrderExpectation
{
    std::vector<RecordMatch> matches; ///< The records.
};

/// @ingroup mgm
/// @brief Who owns an interface at some time.
struct OwnerExpectation
{
    std::optional<Time> at; ///< When; nothing is the end.
    std::size_t node{0};    ///< Index of the node.
    uint32_t interface {
        0
    };                          ///< Index of the interface.
    std::optional<ClientId> id; ///< The owner; nothing is nobody.
    std::string name;           ///< Its name.
};

/// @ingroup mgm
/// @brief Which groups a scripted protocol knows at some time.
struct KnownExpectation
{
    std::optional<Time> at;          ///< When; nothing is the end.
    std::size_t node{0};             ///< Index of the node.
    std::size_t protocol{0};         ///< Index of the protocol in its node.
    std::vector<SourceGroup> groups; ///< The groups.
};

/// @ingroup mgm
/// @brief Which groups have members on an interface, as its IGMP router knows, at some time.
struct MembersExpectation
{
    std::optional<Time> at; ///< When; nothing is the end.
    std::size_t node{0};    ///< Index of the node.
    uint32_t interface {
        0
    };                               ///< Index of the interface.
    std::vector<SourceGroup> groups; ///< The groups.
};

/// @ingroup mgm
/// @brief What a run must show.
struct ExpectationSpec
{
    std::string pointer; ///< JSON pointer to it.
    std::string place;   ///< File, line and column, or option.
    std::variant<RecordsExpectation,
                 OrderExpectation,
                 OwnerExpectation,
                 KnownExpectation,
                 MembersExpectation>
        what; ///< What is expected.
};

/**
 * @ingroup mgm
 * @brief One simulation, as data. ReadScenario() makes it, and only of what can be run.
 */
struct Scenario
{
    std::string name;                          ///< Name.
    std::string digest;                        ///< FNV-1a of its JSON without seed and run.
    std::string command;                       ///< What it is run by, as far as it matters.
    Time stop;                                 ///< When the simulation ends.
    uint32_t seed{0};                          ///< Seed of the random streams.
    uint64_t run{0};                           ///< Run number of the random streams.
    std::vector<LinkSpec> links;               ///< The links.
    std::vector<NodeSpec> nodes;               ///< The nodes.
    std::vector<StepSpec> steps;               ///< What happens at given times.
    std::vector<ExpectationSpec> expectations; ///< What the run must show.
};

} // namespace mgm
} // namespace ns3

#endif // MGM_SCENARIO_H
