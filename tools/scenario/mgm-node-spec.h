/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_NODE_SPEC_H
#define MGM_NODE_SPEC_H

#include "ns3/attribute.h"
#include "ns3/data-rate.h"
#include "ns3/ipv4-address.h"
#include "ns3/mgm-client-id.h"
#include "ns3/mgm-interface-id.h"
#include "ns3/mgm-script.h"
#include "ns3/mgm-source-group.h"
#include "ns3/nstime.h"
#include "ns3/random-variable-stream.h"
#include "ns3/type-id.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
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
/// @brief Where a link is attached.
struct LinkEnd
{
    std::size_t node{0};  ///< Index of the node.
    std::size_t place{0}; ///< Index of the interface among those of the node.
};

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

    std::string name;                            ///< Name.
    Type type{Type::CSMA};                       ///< Kind.
    Ipv4Address network{Ipv4Address::GetZero()}; ///< Address of its subnet.
    Ipv4Mask mask{Ipv4Mask::GetZero()};          ///< Mask of its subnet.
    DataRate rate;                               ///< Data rate.
    Time delay;                                  ///< Propagation delay.
    std::vector<LinkEnd> ends; ///< Where it is attached, in the order of the nodes.
};

/// @ingroup mgm
/// @brief An interface of a node. The n-th one of a node has the IPv4 interface index n, from 1.
struct InterfaceSpec
{
    std::size_t link{0};                         ///< Index of its link.
    Ipv4Address address{Ipv4Address::GetZero()}; ///< Its address.
};

/// @ingroup mgm
/// @brief An interface of an IGMP router agent.
struct IgmpRouterInterfaceSpec
{
    uint32_t index = 0;                    ///< Index of the interface.
    uint8_t version{0};                    ///< IGMP version.
    AttributeSpecs attributes;             ///< What differs from the other interfaces.
    std::vector<SourceGroup> staticGroups; ///< Groups that are forwarded in any case.
};

/// @ingroup mgm
/// @brief The IGMP router agent of a node.
struct IgmpRouterSpec
{
    Ptr<RandomVariableStream> start;                 ///< When it starts [s].
    std::optional<Time> stop;                        ///< When it stops.
    bool moves{false};                               ///< Whether its start moves.
    bool startsByStep{false};                        ///< Whether a step starts it.
    std::vector<IgmpRouterInterfaceSpec> interfaces; ///< Its interfaces; all if there are none.
    AttributeSpecs attributes;                       ///< Of the agent.
    AttributeSpecs interfaceAttributes;              ///< Of all its interfaces.
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
/// @brief The IGMP proxy agent of a node.
struct IgmpProxySpec
{
    uint32_t upstream{0};               ///< Index of the upstream interface.
    uint8_t version{0};                 ///< IGMP version there.
    Ptr<RandomVariableStream> start;    ///< When it starts [s].
    std::optional<Time> stop;           ///< When it stops.
    AttributeSpecs attributes;          ///< Of the agent.
    AttributeSpecs interfaceAttributes; ///< Of the upstream interface.
};

/// @ingroup mgm
/// @brief An interface of PIM dense mode.
struct PimDenseInterfaceSpec
{
    uint32_t index = 0;        ///< Index of the interface.
    AttributeSpecs attributes; ///< What differs from the other interfaces.
};

/// @ingroup mgm
/// @brief What PIM dense mode has beside what protocols of a class have.
struct PimDenseSpec
{
    std::vector<PimDenseInterfaceSpec> interfaces; ///< Its interfaces; all if there are none.
    AttributeSpecs tibAttributes;                  ///< Of its Tree Information Base.
    AttributeSpecs interfaceAttributes;            ///< Of all its interfaces.
};

/// @ingroup mgm
/// @brief A protocol of a node: a scripted one, or one of a class.
struct ProtocolSpec
{
    std::string name;                     ///< Name.
    ClientId id;                          ///< What it registers as.
    Ptr<RandomVariableStream> start;      ///< When it starts [s].
    std::optional<Time> stop;             ///< When it stops.
    std::vector<InterfaceId> interfaces;  ///< The interfaces it is enabled on.
    bool moves{false};                    ///< Whether the steps of its start-up move.
    bool startsByStep{false};             ///< Whether steps start it.
    Script script;                        ///< What it does; one of a class: its start-up.
    std::optional<TypeId> type;           ///< Its class, a ManagerClient; nothing: it is scripted.
    AttributeSpecs attributes;            ///< Of an object of the class.
    std::optional<PimDenseSpec> pimDense; ///< If it is PIM dense mode.
};

/// @ingroup mgm
/// @brief How the forwarder of a node treats an interface.
struct ForwarderInterfaceSpec
{
    uint32_t interface = 0;                                   ///< Index of the interface.
    std::optional<uint8_t> ttlThreshold;                      ///< TTL threshold.
    std::vector<std::pair<Ipv4Address, Ipv4Mask>> boundaries; ///< Groups that may not cross it.
};

/// @ingroup mgm
/// @brief The multicast forwarder of a node.
struct ForwarderSpec
{
    AttributeSpecs attributes;                      ///< Its attributes.
    std::vector<ForwarderInterfaceSpec> interfaces; ///< What differs from the defaults.
};

/// @ingroup mgm
/// @brief A static route, for packets to a prefix or for reverse paths to it.
struct RouteSpec
{
    Ipv4Address network{Ipv4Address::GetZero()}; ///< Address of the prefix.
    Ipv4Mask mask{Ipv4Mask::GetZero()};          ///< Its mask.
    uint32_t interface = 0;                      ///< Index of the interface towards it.
    Ipv4Address via{ANY_ADDRESS}; ///< The neighbor towards it; 0.0.0.0 if it is attached.
};

/// @ingroup mgm
/// @brief A node.
struct NodeSpec
{
    std::string name;                       ///< Name.
    std::vector<InterfaceSpec> interfaces;  ///< Its interfaces.
    std::vector<RouteSpec> routes;          ///< Its static unicast routes.
    std::vector<RouteSpec> multicastRoutes; ///< Its static multicast RIB.
    bool hasManager{false};                 ///< Whether there are a group manager and a forwarder.
    AttributeSpecs manager;                 ///< Attributes of the group manager.
    ForwarderSpec forwarder;                ///< The forwarder.
    std::optional<IgmpRouterSpec> igmpRouter; ///< Its IGMP router agent.
    std::optional<IgmpHostSpec> igmpHost;     ///< Its IGMP host agent.
    std::optional<IgmpProxySpec> igmpProxy;   ///< Its IGMP proxy agent.
    std::vector<ProtocolSpec> protocols;      ///< Its multicast routing protocols.

    /// @return PIM dense mode, which is among its protocols; null if it has none
    const ProtocolSpec* GetPimDense() const
    {
        const auto found = std::find_if(protocols.begin(), protocols.end(), [](const auto& each) {
            return each.pimDense.has_value();
        });
        return found == protocols.end() ? nullptr : &*found;
    }
};

} // namespace mgm
} // namespace ns3

#endif // MGM_NODE_SPEC_H
