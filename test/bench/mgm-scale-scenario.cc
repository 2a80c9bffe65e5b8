/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-scale-scenario.h"

#include <string>

namespace ns3
{
namespace mgm
{
namespace bench
{

namespace
{

const std::string CORE = "core";

std::string
Seconds(uint32_t seconds)
{
    return std::to_string(seconds) + "s";
}

/// An address on the Ethernet of the routers.
std::string
CoreAddress(uint32_t router)
{
    return "10.0." + std::to_string(router / 250) + "." + std::to_string(1 + router % 250);
}

/// The subnet of a router's LAN without the last number.
std::string
LanPrefix(uint32_t router)
{
    return "10." + std::to_string(1 + router / 250) + "." + std::to_string(router % 250) + ".";
}

std::string
Group(uint32_t group)
{
    return "239.1." + std::to_string(group / 200) + "." + std::to_string(1 + group % 200);
}

/// Adds a router and its LAN.
void
AddRouter(Json& scenario, uint32_t router, const std::string& lan)
{
    scenario["links"][lan] = {{"type", "csma"}, {"subnet", LanPrefix(router) + "0/24"}};
    scenario["nodes"]["r" + std::to_string(router)] = {
        {"interfaces", {{CORE, CoreAddress(router)}, {lan, LanPrefix(router) + "1"}}},
        {"igmp-router", {{"interfaces", {{lan, Json::object()}, {CORE, Json::object()}}}}}};
}

/// Adds a host on the LAN of a router, which joins all groups.
void
AddHost(Json& scenario, const ScaleSize& size, uint32_t router, uint32_t host)
{
    const auto lan = "lan" + std::to_string(router);
    const auto name = "h" + std::to_string(router) + "-" + std::to_string(host);
    scenario["nodes"][name] = {
        {"interfaces", {{lan, LanPrefix(router) + std::to_string(10 + host)}}},
        {"igmp-host", Json::object()}};
    for (uint32_t group = 0; group < size.groups; ++group)
    {
        scenario["steps"].push_back({{"at", std::to_string(1000 + host) + "ms"},
                                     {"node", name},
                                     {"do", "join"},
                                     {"interface", lan},
                                     {"group", Group(group)}});
    }
}

} // namespace

Json
MakeScaleScenario(const ScaleSize& size)
{
    constexpr uint32_t START_S = 5;
    const auto end = START_S + size.packets;
    Json scenario{{"name", "scale"},
                  {"stop", Seconds(end + START_S)},
                  {"routing", "static"},
                  {"links", {{CORE, {{"type", "csma"}, {"subnet", "10.0.0.0/16"}}}}},
                  {"nodes", {{"src", {{"interfaces", {{CORE, "10.0.255.1"}}}}}}},
                  {"steps", Json::array()},
                  {"traffic", Json::array()}};
    for (uint32_t router = 0; router < size.routers; ++router)
    {
        AddRouter(scenario, router, "lan" + std::to_string(router));
        for (uint32_t host = 0; host < size.hosts; ++host)
        {
            AddHost(scenario, size, router, host);
        }
    }
    for (uint32_t group = 0; group < size.groups; ++group)
    {
        scenario["traffic"].push_back({{"node", "src"},
                                       {"interface", CORE},
                                       {"group", Group(group)},
                                       {"start", Seconds(START_S)},
                                       {"stop", Seconds(end)},
                                       {"interval", "1s"}});
    }
    return scenario;
}

} // namespace bench
} // namespace mgm
} // namespace ns3
