/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_PIM_ORACLE_LINK_H
#define MGM_PIM_ORACLE_LINK_H

#include "mgm-pim-oracle-setup.h"

#include "ns3/mgm-pim-neighbors.h"
#include "ns3/mgm-tracer.h"

#include <functional>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup tests
 * @brief An interface of the router under test, with its table of neighbors. It says no Hello.
 */
class PimOracleLink : public PimLink
{
  public:
    /// What becomes of news of a neighbor.
    using Heed = std::function<void(PimNeighborNews, Ipv4Address)>;

    /// @param setup its configuration @param tracer where records go
    PimOracleLink(const PimOracleInterfaceSetup& setup, Tracer& tracer);

    /// @brief A Hello comes. @param hello it
    void Hear(const PimOracleMessage& hello);

    /// @return the neighbors
    const PimNeighbors& GetNeighbors() const
    {
        return m_neighbors;
    }

    /// Forgets all neighbors.
    void Forget()
    {
        m_neighbors.Forget();
    }

    /// @return the delays of the link
    PimLanDelays GetDelays() const;

    Heed heed; ///< what becomes of news

    Time GetHelloPeriod() const override;
    Time DrawHelloDelay() override;
    void SendHello() override;
    void SendGoodbye() override;
    void HandleNews(PimNeighborNews news, const PimNeighbor& neighbor) override;
    void HandleConflict(Ipv4Address address, Ipv4Address former, Ipv4Address present) override;
    MachineSubject GetSubject(std::string_view machine,
                              std::optional<Ipv4Address> neighbor) const override;

  private:
    PimNeighbor m_self;              ///< this router
    Tracer& m_tracer;                ///< where records go
    PimNeighbors m_neighbors{*this}; ///< the neighbors
};

} // namespace mgm
} // namespace ns3

#endif // MGM_PIM_ORACLE_LINK_H
