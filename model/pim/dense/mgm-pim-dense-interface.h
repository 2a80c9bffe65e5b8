/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_PIM_DENSE_INTERFACE_H
#define MGM_PIM_DENSE_INTERFACE_H

#include "mgm-pim-dense-tib.h"

#include "ns3/mgm-pim-interface.h"

#include <set>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief An interface of a dense-mode router: PIM on the link, whether the router owns it, and
 * which hosts want what there. What happens on the link goes to the Tree Information Base.
 *
 * Dense mode is active on it while the router owns it and PIM is in service on the link. Hellos may
 * be said without owning it.
 */
class PimDenseInterface : public PimInterface, private PimInterfaceListener
{
  public:
    /// @return the TypeId
    static TypeId GetTypeId();

    PimDenseInterface();
    ~PimDenseInterface() override;

    /**
     * @brief Says whose interface it is, once and for all.
     * @param tib the Tree Information Base of the router
     */
    void SetTib(Ptr<PimDenseTib> tib);

    /// @return whether dense mode is active on it
    bool IsActive() const;

    /// @return whether the router owns it
    bool IsOwned() const
    {
        return m_isOwned;
    }

    /// @brief The router owns it now.
    void Own();

    /// @brief The router does not own it any more; who wants what there is forgotten.
    void Disown();

    /// @brief As Disown(), without a word to the Tree Information Base, which has ended.
    void Abandon();

    /// @brief Hosts want something (LOCAL_JOIN).
    /// @param entry (*,G), (S,G), or (*,*)
    void Join(const SourceGroup& entry);

    /// @brief Hosts do not want something any more (LOCAL_LEAVE).
    /// @param entry what
    void Leave(const SourceGroup& entry);

    /// @param entry (*,G) or (S,G)
    /// @return local_receiver_include(*,G,I) or local_receiver_include(S,G,I); (*,*) counts as
    ///         (*,G)
    bool HasReceiver(const SourceGroup& entry) const;

    /// @return what hosts want there
    const std::set<SourceGroup>& GetReceivers() const
    {
        return m_receivers;
    }

  protected:
    void DoDispose() override;

  private:
    void OnInService() override;
    void OnOutOfService() override;
    void OnAddressChanged() override;
    void OnNeighborUp(const PimNeighbor& neighbor) override;
    void OnNeighborRestarted(const PimNeighbor& neighbor) override;
    void OnNeighborReaddressed(const PimNeighbor& neighbor) override;
    void OnNeighborDown(const PimNeighbor& neighbor) override;
    void OnMessage(const PimReception& reception) override;

    Ptr<PimDenseTib> m_tib;            ///< the Tree Information Base
    bool m_isOwned{false};             ///< whether the router owns it
    std::set<SourceGroup> m_receivers; ///< what hosts want there
};

} // namespace mgm
} // namespace ns3

#endif // MGM_PIM_DENSE_INTERFACE_H
