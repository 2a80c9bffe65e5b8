/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-pim-dense-interface.h"

#include <utility>

namespace ns3
{
namespace mgm
{

NS_OBJECT_ENSURE_REGISTERED(PimDenseInterface);

TypeId
PimDenseInterface::GetTypeId()
{
    static TypeId tid = TypeId("ns3::mgm::PimDenseInterface")
                            .SetParent<PimInterface>()
                            .SetGroupName("Mgm")
                            .AddConstructor<PimDenseInterface>();
    return tid;
}

PimDenseInterface::PimDenseInterface()
{
    AddListener(*this);
}

PimDenseInterface::~PimDenseInterface() = default;

void
PimDenseInterface::DoDispose()
{
    PimInterface::DoDispose();
    RemoveListener(*this);
    m_tib = nullptr;
}

void
PimDenseInterface::SetTib(Ptr<PimDenseTib> tib)
{
    m_tib = std::move(tib);
}

bool
PimDenseInterface::IsActive() const
{
    return m_isOwned && IsInService();
}

void
PimDenseInterface::Own()
{
    m_isOwned = true;
    m_tib->Update();
}

void
PimDenseInterface::Disown()
{
    if (m_isOwned)
    {
        Abandon();
        m_tib->LoseInterface(GetIndex());
    }
}

void
PimDenseInterface::Abandon()
{
    m_isOwned = false;
    m_receivers.clear();
}

void
PimDenseInterface::Join(const SourceGroup& entry)
{
    if (m_receivers.insert(entry).second)
    {
        m_tib->UpdateMatching(entry);
    }
}

void
PimDenseInterface::Leave(const SourceGroup& entry)
{
    if (m_receivers.erase(entry) != 0)
    {
        m_tib->UpdateMatching(entry);
    }
}

bool
PimDenseInterface::HasReceiver(const SourceGroup& entry) const
{
    const SourceGroup all{ANY_ADDRESS, ANY_ADDRESS};
    return m_receivers.count(entry) != 0 || (entry.IsAnySource() && m_receivers.count(all) != 0);
}

void
PimDenseInterface::OnInService()
{
    m_tib->Update();
}

void
PimDenseInterface::OnOutOfService()
{
    m_tib->LoseInterface(GetIndex());
}

void
PimDenseInterface::OnAddressChanged()
{
    m_tib->Update();
}

void
PimDenseInterface::OnNeighborUp(const PimNeighbor&)
{
    m_tib->Update();
}

void
PimDenseInterface::OnNeighborRestarted(const PimNeighbor& neighbor)
{
    m_tib->RestartNeighbor(GetIndex(), neighbor.address);
}

void
PimDenseInterface::OnNeighborReaddressed(const PimNeighbor&)
{
    m_tib->Update();
}

void
PimDenseInterface::OnNeighborDown(const PimNeighbor& neighbor)
{
    m_tib->LoseNeighbor(GetIndex(), neighbor.address);
}

void
PimDenseInterface::OnMessage(const PimReception& reception)
{
    m_tib->Receive(reception.message, reception.interface, reception.source, reception.destination);
}

} // namespace mgm
} // namespace ns3
