/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_TABLE_COMPARISON_H
#define MGM_TABLE_COMPARISON_H

#include "mgm-reference-tables.h"

#include "ns3/mgm-multicast-group-manager.h"

#include <functional>
#include <string>
#include <vector>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup tests
 * @brief Compares the tables of a manager with those of the reference model.
 */
class TableComparison
{
  public:
    /// Gives the handle of a client of the model; the null handle for nobody.
    using HandleOf = std::function<ClientHandle(ReferenceTables::Number)>;

    /**
     * @param manager the manager
     * @param tables those of the model; they must live as long
     * @param handleOf the handles
     */
    TableComparison(Ptr<MulticastGroupManager> manager,
                    const ReferenceTables& tables,
                    const HandleOf& handleOf);

    /**
     * @brief Compares what an enumeration of all sources has listed (ENU-2).
     * @param listed the entries
     * @return what differs; empty if nothing does
     */
    std::string CompareListed(const std::vector<SourceGroup>& listed) const;

    /// @brief Compares who holds what; and only who has the interface may (I4).
    /// @return what differs; empty if nothing does
    std::string CompareHolders() const;

    /// @brief Compares who has which interface (I1), and what GetProtocolOnInterface says (OWN-6).
    /// @return what differs; empty if nothing does
    std::string CompareInterfaces() const;

    /// @return whether the manager has neither client nor owner, membership or anything pending
    bool IsEmpty() const;

  private:
    Ptr<MulticastGroupManager> m_manager; ///< the manager
    const ReferenceTables& m_tables;      ///< the tables of the model
    HandleOf m_handleOf;                  ///< the handles
};

} // namespace mgm
} // namespace ns3

#endif // MGM_TABLE_COMPARISON_H
