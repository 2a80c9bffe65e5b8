/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_MFE_MAKER_H
#define MGM_MFE_MAKER_H

#include "mgm-drop-reason.h"
#include "mgm-mfe-table.h"
#include "mgm-mfe-tools.h"

#include "ns3/ipv4-header.h"

#include <functional>
#include <memory>
#include <vector>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief How far the making of a forwarding entry has come.
 */
struct MfeMaking
{
    SourceGroup key;                   ///< Source and group of the entry.
    std::shared_ptr<RpfQuery> query;   ///< What the RPF callback is asked.
    Ipv4Address neighbor{ANY_ADDRESS}; ///< The neighbor that the RPF callback is shown.
    uint32_t callbacks{0};             ///< CREATION_ALERTs that have not returned.
};

/**
 * @ingroup mgm
 * @brief A CREATION_ALERT of a forwarding entry.
 */
struct MfeCreation
{
    ClientHandle client;                 ///< Who is called.
    std::vector<InterfaceEntry> shown;   ///< Its interfaces as they are when it is called.
    std::vector<InterfaceEntry> answers; ///< Its interfaces as it leaves them.
};

/**
 * @ingroup mgm
 * @brief Makes forwarding entries: the steps (a) to (d) of MFE-1, each a callback after the other.
 *
 * Every step may take simulated time. An entry whose making has begun again or that is gone by then
 * is left alone.
 */
class MfeMaker
{
  public:
    /// How the making of an entry ends.
    struct Outcome
    {
        /// All callbacks have returned.
        std::function<void(const SourceGroup& key)> made;
        /// There is no route, or nobody has the interface.
        std::function<void(const SourceGroup& key, DropReason reason)> refused;
    };

    /**
     * @param table the entries
     * @param tools what to work with; they outlive the maker
     * @param outcome what to do in the end
     */
    MfeMaker(MfeTable& table, const MfeTools& tools, Outcome outcome);

    /**
     * @brief Begins to make an entry, also one whose making has begun. Nothing is done before the
     * dispatcher is drained.
     * @param key its source and group
     * @param entry the entry
     * @param header header of the packet that needs it
     * @param cost time until the first step is done
     */
    void Begin(const SourceGroup& key, MfeEntry& entry, const Ipv4Header& header, Time cost);

  private:
    using Making = std::shared_ptr<MfeMaking>; ///< the making of an entry
    using Turn = ClientCaller::Turn;           ///< what becomes of a callback

    /// @param making the making of an entry
    /// @return the entry; null if it is not being made any more, or anew
    MfeEntry* FindCurrent(const Making& making) const;

    /// @param making the making of an entry
    /// @param holder who had the incoming interface when the route was found
    /// @return the entry; null as above, or if the client has the interface no more: then the entry
    ///         goes with the change of owner that has begun (OWN-5)
    MfeEntry* FindAsked(const Making& making, ClientHandle holder) const;

    /// @brief Steps (a) and (b): route lookup and RPF callback.
    /// @param making the making
    void FindRoute(const Making& making);

    /// @brief Asks the client that has the incoming interface.
    /// @param making the making
    /// @param entry the entry
    /// @param holder the client
    void AskRpf(const Making& making, const MfeEntry& entry, ClientHandle holder);

    /// @brief Takes what the RPF callback has answered, as far as it is allowed (MFE-2).
    /// @param making the making
    /// @param holder who answered
    void AcceptRpf(const Making& making, ClientHandle holder);

    /// @brief Step (c): finds the interfaces with matching memberships.
    /// @param key source and group
    /// @param entry the entry
    void Collect(const SourceGroup& key, MfeEntry& entry) const;

    /// @brief Step (d): alerts each client that has interfaces in the entry.
    /// @param making the making
    /// @param entry the entry
    void AlertCreation(const Making& making, const MfeEntry& entry);

    /// @brief Finds the interfaces that a client is shown: what it has lost since the alert was
    /// queued is not its own any more (MFE-1 (d), MFE-5).
    /// @param making the making
    /// @param creation the alert
    /// @return whether the alert is made
    Turn Show(const Making& making, MfeCreation& creation) const;

    /// @brief Takes what a client has changed, and ends the making after the last one.
    /// @param making the making
    /// @param creation the alert; what it says of an interface that the client has lost meanwhile
    ///        is ignored
    void AcceptCreation(const Making& making, const MfeCreation& creation);

    /// @brief Takes what a client says of an interface.
    /// @param making the making
    /// @param entry the entry
    /// @param interface the interface
    /// @param isEnabled whether the client wants packets there
    void SetEnabled(const MfeMaking& making,
                    MfeEntry& entry,
                    const InterfaceId& interface,
                    bool isEnabled) const;

    /// @param entry the entry
    /// @param client a client
    /// @return what CREATION_ALERT shows the client (MFE-6)
    std::vector<InterfaceEntry> GetInterfaces(const MfeEntry& entry, ClientHandle client) const;

    /// @brief Traces that a client has answered with an interface that is not its own.
    /// @param making the making
    /// @param holder the client
    void TraceViolation(const MfeMaking& making, ClientHandle holder) const;

    MfeTable& m_table;       ///< the entries
    const MfeTools& m_tools; ///< what to work with
    Outcome m_outcome;       ///< what to do in the end
};

} // namespace mgm
} // namespace ns3

#endif // MGM_MFE_MAKER_H
