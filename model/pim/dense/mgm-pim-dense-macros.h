/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_PIM_DENSE_MACROS_H
#define MGM_PIM_DENSE_MACROS_H

#include "mgm-pim-dense-environment.h"
#include "mgm-pim-dense-metric.h"

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief The state of an (S,G) that the macros go by.
 */
class PimDenseStates
{
  public:
    virtual ~PimDenseStates() = default;

    /// @param interface an interface
    /// @return whether DownstreamPState(S,G,I) is in Pruned state
    virtual bool IsPruned(uint32_t interface) const = 0;

    /// @param interface an interface
    /// @return whether the Assert machine is in "I am Assert Loser" state
    virtual bool IsAssertLoser(uint32_t interface) const = 0;

    /// @param interface an interface
    /// @return whether the Assert machine is in NoInfo state
    virtual bool HasNoAssert(uint32_t interface) const = 0;

    /// @param interface an interface
    /// @return AssertWinnerMetric(S,G,I), with AssertWinner(S,G,I) as address; infinite, with
    ///         0.0.0.0, in NoInfo state
    virtual PimDenseMetric GetAssertWinner(uint32_t interface) const = 0;
};

/**
 * @ingroup mgm
 * @brief The macros of RFC 3973 sections 4.1.3, 4.5.1, 4.6.1, 4.6.3 and 4.6.4 for an (S,G), under
 * their names there.
 *
 * The RFC does not say what they are when there is no route to S. Then there is no RPF_interface(S)
 * and no RPF'(S), olist(S,G) is empty, the own metric is infinite, and this router could not
 * assert: it does not forward. A route over an interface on which PIM is not in service is none,
 * unless the interface is another component's.
 */
class PimDenseMacros
{
  public:
    /**
     * @param environment the node; it outlives the macros
     * @param sourceGroup the (S,G)
     * @param states its state; it outlives the macros
     */
    PimDenseMacros(const PimDenseEnvironment& environment,
                   const SourceGroup& sourceGroup,
                   const PimDenseStates& states);

    /// @return the route to S over an interface on which PIM is in service, if there is one
    std::optional<PimDenseRoute> Route() const;

    /// @return RPF_interface(S)
    std::optional<uint32_t> RpfInterface() const;

    /// @param interface an interface
    /// @return whether it is RPF_interface(S)
    bool IsRpfInterface(uint32_t interface) const;

    /// @return RPF'(S); 0.0.0.0 if there is none: there is no route to S, or S is directly
    ///         connected and no assert is lost to another router
    Ipv4Address RpfPrime() const;

    /// @return whether there is a router upstream to send to: S is not directly connected, and
    ///         there is a route
    bool HasUpstream() const;

    /// @param interface an interface
    /// @return whether it is in pim_nbrs
    bool PimNbrs(uint32_t interface) const;

    /// @param interface an interface
    /// @return whether it is in prunes(S,G)
    bool Prunes(uint32_t interface) const;

    /// @param interface an interface
    /// @return whether it is in pim_include(*,G)
    bool PimIncludeAnySource(uint32_t interface) const;

    /// @param interface an interface
    /// @return whether it is in pim_include(S,G)
    bool PimInclude(uint32_t interface) const;

    /// @param interface an interface
    /// @return whether it is in pim_exclude(S,G)
    bool PimExclude(uint32_t interface) const;

    /// @param interface an interface
    /// @return whether it is in boundary(G)
    bool Boundary(uint32_t interface) const;

    /// @return immediate_olist(S,G)
    PimInterfaceSet ImmediateOlist() const;

    /// @return olist(S,G)
    PimInterfaceSet Olist() const;

    /// @return whether olist(S,G) is not empty, in which what other components forward counts (RFC
    ///         2715 section 4.3)
    bool HasOlist() const;

    /// @param interface an interface
    /// @return I_Am_Assert_loser(S,G,I)
    bool IAmAssertLoser(uint32_t interface) const;

    /// @param interface an interface
    /// @return AssertState == NoInfo
    bool HasNoAssert(uint32_t interface) const;

    /// @param interface an interface
    /// @return lost_assert(S,G,I), which is whether the interface is in lost_assert(S,G)
    bool LostAssert(uint32_t interface) const;

    /// @param interface an interface
    /// @return CouldAssert(S,G,I)
    bool CouldAssert(uint32_t interface) const;

    /// @param interface an interface
    /// @return my_assert_metric(S,G,I)
    PimDenseMetric MyAssertMetric(uint32_t interface) const;

    /// @param interface an interface
    /// @return spt_assert_metric(S,I)
    PimDenseMetric SptAssertMetric(uint32_t interface) const;

    /// @return infinite_assert_metric()
    static PimDenseMetric InfiniteAssertMetric();

    /// @param interface an interface
    /// @return J/P_Override_Interval
    Time JpOverrideInterval(uint32_t interface) const;

  private:
    /// @param belongs tells of an interface whether it belongs to a set
    /// @return the set
    template <typename Predicate>
    PimInterfaceSet Select(Predicate belongs) const;

    const PimDenseEnvironment& m_environment; ///< the node
    SourceGroup m_sourceGroup;                ///< the (S,G)
    const PimDenseStates& m_states;           ///< its state
};

} // namespace mgm
} // namespace ns3

#endif // MGM_PIM_DENSE_MACROS_H
