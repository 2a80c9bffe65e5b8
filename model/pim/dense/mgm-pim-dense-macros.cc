/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-pim-dense-macros.h"

#include <utility>

namespace ns3
{
namespace mgm
{

namespace
{

/// @param a a set
/// @param b another one
/// @return a (+) b
PimInterfaceSet
Unite(PimInterfaceSet a, const PimInterfaceSet& b)
{
    a.insert(b.begin(), b.end());
    return a;
}

/// @param a a set
/// @param b another one
/// @return a (-) b
PimInterfaceSet
Subtract(PimInterfaceSet a, const PimInterfaceSet& b)
{
    for (const auto interface : b)
    {
        a.erase(interface);
    }
    return a;
}

} // namespace

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
    if (route && !route->isExternal && m_environment.GetInterfaces().count(route->interface) == 0)
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

PimInterfaceSet
PimDenseMacros::PimNbrs() const
{
    return Select([this](uint32_t i) { return m_environment.CountNeighbors(i) > 0; });
}

PimInterfaceSet
PimDenseMacros::Prunes() const
{
    return Select([this](uint32_t i) { return m_states.IsPruned(i); });
}

PimInterfaceSet
PimDenseMacros::PimIncludeAnySource() const
{
    const SourceGroup anySource{ANY_ADDRESS, m_sourceGroup.group};
    return Select([&](uint32_t i) { return m_environment.HasReceiver(anySource, i); });
}

PimInterfaceSet
PimDenseMacros::PimInclude() const
{
    return Select([this](uint32_t i) { return m_environment.HasReceiver(m_sourceGroup, i); });
}

PimInterfaceSet
PimDenseMacros::PimExclude() const
{
    return Select([this](uint32_t i) { return m_environment.ExcludesReceiver(m_sourceGroup, i); });
}

PimInterfaceSet
PimDenseMacros::LostAssert() const
{
    return Select([this](uint32_t i) { return LostAssert(i); });
}

PimInterfaceSet
PimDenseMacros::Boundary() const
{
    return Select([this](uint32_t i) { return m_environment.IsBoundary(i, m_sourceGroup.group); });
}

PimInterfaceSet
PimDenseMacros::ImmediateOlist() const
{
    // In the order of the RFC: members come after prunes, which do not keep the stream from them.
    auto olist = Subtract(PimNbrs(), Prunes());
    olist = Unite(std::move(olist), Subtract(PimIncludeAnySource(), PimExclude()));
    olist = Unite(std::move(olist), PimInclude());
    olist = Subtract(std::move(olist), LostAssert());
    return Subtract(std::move(olist), Boundary());
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
