/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_PIM_DENSE_CACHE_H
#define MGM_PIM_DENSE_CACHE_H

#include "mgm-pim-dense-environment.h"

#include "ns3/mgm-multicast-group-manager.h"

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <vector>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief What dense mode has the group manager do to forwarding entries, and what it reads there
 * (RFC 2715 section 4.3).
 *
 * A component of dense mode is a wildcard receiver: it has (*,*) on each of its interfaces, so that
 * the manager puts them into each entry, and asks with CREATION_ALERT which of them it shall leave
 * out. Later changes are FORWARD_STATE calls (MFE-5), and MgmSetMfe where RPF'(S) is another
 * router. What the manager has been told of an entry is noted here, and nothing is told twice.
 *
 * The manager's entries come and go without a word, and an expired one still has what it was told
 * (MFE-7). What was told of an (S,G) is forgotten with the state of dense mode. If there is such
 * state again, all of its interfaces are told anew, unless the manager has no entry: then there is
 * nothing to be told before a packet makes one.
 */
class PimDenseCache
{
  public:
    /**
     * @brief Begins, knowing of no entry.
     * @param manager the manager
     * @param client registration of the router
     */
    void Begin(Ptr<MulticastGroupManager> manager, ClientHandle client);

    /// @brief Ends: nothing is told any more.
    void End();

    /// @brief The router owns an interface: adds (*,*) there, which puts it into all entries.
    /// @param interface the interface
    void AddInterface(uint32_t interface);

    /// @brief The router does not own an interface any more.
    /// @param interface the interface
    void RemoveInterface(uint32_t interface);

    /**
     * @brief Packets of an (S,G) are to be forwarded otherwise.
     * @param sourceGroup the (S,G)
     * @param forwarding how
     */
    void SetForwarding(const SourceGroup& sourceGroup, const PimDenseForwarding& forwarding);

    /// @brief Tells the manager what it does not know of an (S,G).
    /// @param sourceGroup the (S,G)
    void Tell(const SourceGroup& sourceGroup);

    /// @brief How packets of an (S,G) are forwarded does not matter any more.
    /// @param sourceGroup the (S,G)
    void Forget(const SourceGroup& sourceGroup);

    /**
     * @brief Answers an RPF callback.
     * @param[in,out] query what is asked
     */
    void Answer(RpfQuery& query) const;

    /**
     * @brief Answers a CREATION_ALERT.
     * @param sourceGroup the (S,G)
     * @param[in,out] interfaces the interfaces that are shown
     * @param decide has SetForwarding() called, if anything has changed
     */
    void Answer(const SourceGroup& sourceGroup,
                std::vector<InterfaceEntry>& interfaces,
                const std::function<void()>& decide);

  private:
    /// An (S,G).
    struct Entry
    {
        PimDenseForwarding wanted;                ///< how packets are to be forwarded
        std::map<uint32_t, bool> interfaces = {}; ///< whether it sends on each, as it was told
    };

    /// @brief Tells the manager whether to send on an interface, unless it knows.
    /// @param sourceGroup the (S,G)
    /// @param entry what is known of it
    /// @param interface the interface
    void TellInterface(const SourceGroup& sourceGroup, Entry& entry, uint32_t interface);

    /// @brief Tells the manager of RPF'(S), if its entry says otherwise.
    /// @param sourceGroup the (S,G)
    /// @param wanted how its packets are to be forwarded
    void TellUpstream(const SourceGroup& sourceGroup, const PimDenseForwarding& wanted) const;

    Ptr<MulticastGroupManager> m_manager;   ///< the manager, between Begin() and End()
    ClientHandle m_client;                  ///< registration of the router
    std::set<uint32_t> m_interfaces;        ///< those that the router owns
    std::map<SourceGroup, Entry> m_entries; ///< what dense mode has said
    std::optional<SourceGroup> m_answering; ///< what a CREATION_ALERT that is answered is about
};

} // namespace mgm
} // namespace ns3

#endif // MGM_PIM_DENSE_CACHE_H
