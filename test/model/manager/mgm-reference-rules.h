/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_REFERENCE_RULES_H
#define MGM_REFERENCE_RULES_H

#include "mgm-reference-tables.h"

#include "ns3/mgm-status.h"

#include <set>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup tests
 * @brief What the manager may answer to a call, as the reference model has it.
 *
 * An error is right if its condition holds. Where several hold, the rules leave open which one is
 * told. NO_ERROR is right if none holds.
 */
class ReferenceRules
{
  public:
    /// Number of a client.
    using Number = ReferenceTables::Number;
    /// Answers that are right.
    using Statuses = std::set<Status>;

    /**
     * @param tables what there is; it must live as long
     * @param setup what the sequence takes place in
     */
    ReferenceRules(const ReferenceTables& tables, const RandomSetup& setup);

    /**
     * @name Calls
     * @return the answers that are right
     * @{
     */
    Statuses Register(uint32_t slot) const;
    Statuses DeRegister(Number client) const;
    Statuses Fail(Number client) const;
    Statuses Take(Number client, uint32_t interface) const;
    Statuses Release(Number client, uint32_t interface) const;
    Statuses Add(Number client, const RandomCall& call) const;
    Statuses Delete(Number client, const RandomCall& call) const;
    /** @} */

  private:
    bool IsInterface(uint32_t interface) const;
    Statuses ChangeMembership(Number client, const RandomCall& call, Status unknown) const;
    bool IsInBracket(Number client, uint32_t interface) const;

    const ReferenceTables& m_tables; ///< what there is
    RandomSetup m_setup;             ///< what the sequence takes place in
};

} // namespace mgm
} // namespace ns3

#endif // MGM_REFERENCE_RULES_H
