/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-pim-report.h"

#include "mgm-named-address.h"
#include "mgm-pim-probe.h"

#include <sstream>
#include <string>

namespace ns3
{
namespace mgm
{

namespace
{

/// Lines of a table; a longer one is cut.
constexpr std::size_t MAX_LINES = 60;

/// An address; nothing for 0.0.0.0.
Json
AddressToJson(Ipv4Address address)
{
    return address == ANY_ADDRESS ? Json() : Json(DescribeAddress(address));
}

Json
InterfaceToJson(const PimDenseInterfaceState& interface)
{
    return {{"downstream", ToWord(ToString(interface.downstream))},
            {"prune_timer_ns", interface.pruneTimer.GetNanoSeconds()},
            {"assert", ToWord(ToString(interface.assertion))},
            {"winner", AddressToJson(interface.winner)},
            {"assert_timer_ns", interface.assertTimer.GetNanoSeconds()}};
}

/// Names of the links of a node's interfaces.
class LinkNames
{
  public:
    LinkNames(const Scenario& scenario, const NodeSpec& node)
        : m_scenario(scenario),
          m_node(node)
    {
    }

    std::string operator[](uint32_t index) const
    {
        return m_scenario.links[m_node.interfaces[index - 1].link].name;
    }

  private:
    const Scenario& m_scenario;
    const NodeSpec& m_node;
};

/// The state of an (S,G).
Json
EntryToJson(const PimDenseState& state, const LinkNames& links)
{
    Json entry{{"source", DescribeAddress(state.sourceGroup.source)},
               {"group", DescribeAddress(state.sourceGroup.group)},
               {"upstream", ToWord(ToString(state.upstream))},
               {"incoming", state.incoming ? Json(links[*state.incoming]) : Json()},
               {"rpf_neighbor", AddressToJson(state.rpfNeighbor)},
               {"outgoing", Json::array()},
               {"originator", ToWord(ToString(state.originator))},
               {"interfaces", Json::object()}};
    for (const auto index : state.outgoing)
    {
        entry["outgoing"].push_back(links[index]);
    }
    for (const auto& [index, interface] : state.interfaces)
    {
        entry["interfaces"][links[index]] = InterfaceToJson(interface);
    }
    return entry;
}

/// A line of the table of states. On the incoming interface the upstream machine counts.
TextTable::Cells
MakeStateRow(const std::string& node,
             const LinkNames& links,
             const PimDenseState& state,
             uint32_t index)
{
    const auto& interface = state.interfaces.at(index);
    std::ostringstream stream;
    stream << state.sourceGroup;
    const bool isIncoming = state.incoming == index;
    return {node,
            stream.str(),
            links[index],
            isIncoming                         ? "in"
            : state.outgoing.count(index) != 0 ? "out"
                                               : "",
            ToWord(isIncoming ? ToString(state.upstream) : ToString(interface.downstream)),
            ToWord(ToString(interface.assertion)),
            interface.winner == ANY_ADDRESS ? "" : DescribeAddress(interface.winner)};
}

} // namespace

PimReport::PimReport()
    : m_neighbors{TextTable({"router", "interface", "DR", "neighbors"}, 4)},
      m_states{
          TextTable({"router", "(S,G)", "interface", "packets", "state", "assert", "winner"}, 7)}
{
}

Json
PimReport::Note(const Scenario& scenario, const NodeSpec& spec, const ScenarioNetwork::Node& node)
{
    const LinkNames links(scenario, spec);
    Json all{{"interfaces", Json::object()}, {"entries", Json::array()}};
    for (const auto& [index, interface] : node.pimDense->GetInterfaceMap())
    {
        auto addresses = Json::array();
        std::string text;
        for (const auto& neighbor : interface->GetNeighbors().GetAll())
        {
            const auto address = DescribeAddress(neighbor.address);
            addresses.push_back(address);
            text += (text.empty() ? "" : " ") + address;
        }
        const auto dr = AddressToJson(interface->GetDr());
        all["interfaces"][links[index]] = {{"dr", dr}, {"neighbors", addresses}};
        Add(m_neighbors,
            {spec.name, links[index], dr.is_null() ? "" : dr.get<std::string>(), text});
    }
    for (const auto& state : GetPimDenseStates(*node.pimDense))
    {
        all["entries"].push_back(EntryToJson(state, links));
        for (const auto& [index, interface] : state.interfaces)
        {
            Add(m_states, MakeStateRow(spec.name, links, state, index));
        }
    }
    return all;
}

void
PimReport::Add(CutTable& table, const TextTable::Cells& cells)
{
    if (table.lines++ < MAX_LINES)
    {
        table.table.Add(cells);
    }
}

void
PimReport::Print(std::ostream& os) const
{
    Print(m_neighbors, os);
    Print(m_states, os);
}

void
PimReport::Print(const CutTable& table, std::ostream& os)
{
    table.table.Print(os);
    if (table.lines > MAX_LINES)
    {
        os << "... and " << table.lines - MAX_LINES << " more lines; summary.json has all\n\n";
    }
}

} // namespace mgm
} // namespace ns3
