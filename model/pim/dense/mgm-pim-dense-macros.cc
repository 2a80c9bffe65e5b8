/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-pim-dense-macros.h"

namespace ns3
{
namespace mgm
{

PimDenseMacros::PimDenseMacros(const PimDenseEnvironment& environment,
                               const SourceGroup& sourceGroup,
                               const PimDenseStates& states)
    : m_environment(environment),
      m_sourceGroup(sourceGroup),
      m_states(states)
{
}

std::optional<PimDenseRoute>
PimDenseMacros::Route() const
{
    auto route = m_environment.GetRoute(m_sourceGroup.source);
    if (route && !route->isExternal && !m_environment.IsInService(route->interface))
    {
        route.reset();
    }
    return route;
}

std::optional<uint32_t>
PimDenseMacros::RpfInterface() const
{
    const auto route = Route();
    return route ? std::optional(route->interface) : std::nullopt;
}

bool
PimDenseMacros::IsRpfInterface(uint32_t interface) const
{
    return RpfInterface() == interface;
}

Ipv4Address
PimDenseMacros::RpfPrime() const
{
    const auto route = Route();
    if (!route)
    {
        return Ipv4Address::GetZero();
    }
    if (IAmAssertLoser(route->interface))
    {
        return m_states.GetAssertWinner(route->interface).address;
    }
    return route->IsFirstHop() ? Ipv4Address::GetZero() : route->nextHop;
}

bool
PimDenseMacros::HasUpstream() const
{
    const auto route = Route();
    return route && !route->IsFirstHop();
}

template <typename Predicate>
PimInterfaceSet
PimDenseMacros::Select(Predicate belongs) const
{
    PimInterfaceSet selected;
    for (const auto interface : m_environment.GetInterfaces())
    {
        if (belongs(interface))
        {
            selected.insert(interface);
        }
    }
    return selected;
}

bool
PimDenseMacros::PimNbrs(uint32_t interface) const
{
    return m_environment.CountNeighbors(interface) > 0;
}

bool
PimDenseMacros::Prunes(uint32_t interface) const
{
    return m_states.IsPruned(interface);
}

bool
PimDenseMacros::PimIncludeAnySource(uint32_t interface) const
{
    return m_environment.HasReceiver({ANY_ADDRESS, m_sourceGroup.group}, interface);
}

bool
PimDenseMacros::PimInclude(uint32_t interface) const
{
    return m_environment.HasReceiver(m_sourceGroup, interface);
}

bool
PimDenseMacros::PimExclude(uint32_t interface) const
{
    return m_environment.ExcludesReceiver(m_sourceGroup, interface);
}

bool
PimDenseMacros::Boundary(uint32_t interface) const
{
    return m_environment.IsBoundary(interface, m_sourceGroup.group);
}

PimInterfaceSet
PimDenseMacros::ImmediateOlist() const
{
    // In the order of the RFC: members come after prunes, which do not keep the stream from them.
    return Select([this](uint32_t i) {
        const bool isWanted = (PimNbrs(i) && !Prunes(i)) ||
                              (PimIncludeAnySource(i) && !PimExclude(i)) || PimInclude(i);
        return isWanted && !LostAssert(i) && !Boundary(i);
    });
}

PimInterfaceSet
PimDenseMacros::Olist() const
{
    const auto rpfInterface = RpfInterface();
    if (!rpfInterface)
    {
        return {};
    }
    auto olist = ImmediateOlist();
    olist.erase(*rpfInterface);
    return olist;
}

bool
PimDenseMacros::HasOlist() const
{
    return !Olist().empty() || (Route() && m_environment.IsWantedElsewhere(m_sourceGroup));
}

bool
PimDenseMacros::IAmAssertLoser(uint32_t interface) const
{
    return m_states.IsAssertLoser(interface);
}

bool
PimDenseMacros::HasNoAssert(uint32_t interface) const
{
    return m_states.HasNoAssert(interface);
}

bool
PimDenseMacros::LostAssert(uint32_t interface) const
{
    // "AssertWinner(S,G,I) != me": it is another router, or nobody with an infinite metric.
    return !IsRpfInterface(interface) && IAmAssertLoser(interface) &&
           IsBetter(m_states.GetAssertWinner(interface), SptAssertMetric(interface));
}

bool
PimDenseMacros::CouldAssert(uint32_t interface) const
{
    const auto rpfInterface = RpfInterface();
    return rpfInterface && *rpfInterface != interface;
}

PimDenseMetric
PimDenseMacros::MyAssertMetric(uint32_t interface) const
{
    return CouldAssert(interface) ? SptAssertMetric(interface) : InfiniteAssertMetric();
}

PimDenseMetric
PimDenseMacros::SptAssertMetric(uint32_t interface) const
{
    const auto route = Route();
    return route ? PimDenseMetric{route->preference,
                                  route->metric,
                                  m_environment.GetAddress(interface)}
                 : InfiniteAssertMetric();
}

PimDenseMetric
PimDenseMacros::InfiniteAssertMetric()
{
    return {};
}

Time
PimDenseMacros::JpOverrideInterval(uint32_t interface) const
{
    return m_environment.GetOverrideInterval(interface) +
           m_environment.GetPropagationDelay(interface);
}

} // namespace mgm
} // namespace ns3
