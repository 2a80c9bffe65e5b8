/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_CLIENT_KNOWLEDGE_H
#define MGM_CLIENT_KNOWLEDGE_H

#include "mgm-alert-ledger.h"

#include <string>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup tests
 * @brief What a client knows of what others want, and the invariants about it: I7 and I8.
 *
 * It knows what it has read in enumerations and what alerts have joined, less what alerts have
 * pruned.
 */
class ClientKnowledge
{
  public:
    /// @param owed the (*,*) and (*,g) that the client is owed when it registers, without having
    ///        been told; if there are none, it knows them all
    explicit ClientKnowledge(const KeySet& owed);

    /**
     * @brief Learns from a callback. Whether the callback is right, AlertLedger knows.
     * @param event the callback
     * @return what is wrong with it (I8); empty if nothing is
     */
    std::string Learn(const ClientEvent& event);

    /**
     * @brief Learns an entry from an enumeration.
     *
     * An enumeration does not say whose entries it lists. An entry that is in the table and that
     * the client is not owed is one of its own, one of IGMP's on an owned interface, or for a
     * source that it does not answer for: it is no knowledge of what the client must act on. An
     * entry that is not in the table any more would be.
     *
     * @param key index of the key
     * @param isElse whether it is in the table for such another reason
     */
    void Read(uint32_t key, bool isElse);

    /// @brief Notes that an enumeration has come to its end: the client has started up.
    void EndReading();

    /**
     * @brief Compares with what the rules owe the client, when nothing is pending (I7).
     *
     * A client that has enumerated knows exactly what it is owed; another one knows no more than
     * that. Of the single groups that is so while it is not owed (*,*), which stands for each of
     * them; of (s,g) it is so always.
     *
     * @param debts what the client is owed
     * @return what is wrong; empty if nothing is
     */
    std::string Compare(const Debts& debts) const;

    /// @return whether it knows nothing: every JOIN_ALERT was answered by a PRUNE_ALERT, every
    ///         LOCAL_JOIN by a LOCAL_LEAVE (I8)
    bool IsEmpty() const;

  private:
    KeySet m_known;         ///< joined or read, and not pruned
    Debts::Local m_local;   ///< local members
    bool m_complete{false}; ///< whether it has enumerated
};

} // namespace mgm
} // namespace ns3

#endif // MGM_CLIENT_KNOWLEDGE_H
