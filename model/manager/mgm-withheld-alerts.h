/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_WITHHELD_ALERTS_H
#define MGM_WITHHELD_ALERTS_H

#include "mgm-alert.h"

#include <boost/multi_index/hashed_index.hpp>
#include <boost/multi_index/member.hpp>
#include <boost/multi_index/sequenced_index.hpp>
#include <boost/multi_index_container.hpp>
#include <map>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief Alerts of single groups that a client does not get while another's (*,*) covers it.
 *
 * N(g) counts the holders of (*,*), so ALR-1 and ALR-2 tell a client that knows of a (*,*) nothing
 * about single groups. When that (*,*) goes, the client would miss groups that were joined
 * meanwhile and keep groups that were left. So such alerts are withheld: a join and a prune of the
 * same group cancel out, and what is left follows the PRUNE_ALERT of (*,*). (Our decision: the
 * specification says nothing of it, but I7 and I8 need it.)
 */
class WithheldAlerts
{
  public:
    /**
     * @brief Withholds an alert, or cancels the opposite one that is withheld.
     * @param alert the alert
     */
    void Withhold(const Alert& alert);

    /**
     * @brief Hands over what a client missed.
     * @param client the client; nothing covers it any more
     * @return its alerts in the order in which they were withheld
     */
    Alerts Take(ClientHandle client);

    /// @return whether nothing is withheld from anybody
    bool IsEmpty() const
    {
        return m_clients.empty();
    }

  private:
    /// Alerts of one client, in order and by entry.
    using Ledger = boost::multi_index_container<
        Alert,
        boost::multi_index::indexed_by<
            boost::multi_index::sequenced<>,
            boost::multi_index::hashed_unique<
                boost::multi_index::member<Alert, SourceGroup, &Alert::entry>,
                SourceGroupHash>>>;

    std::map<ClientHandle, Ledger> m_clients; ///< what is withheld, by client
};

} // namespace mgm
} // namespace ns3

#endif // MGM_WITHHELD_ALERTS_H
