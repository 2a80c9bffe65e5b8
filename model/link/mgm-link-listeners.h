/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_LINK_LISTENERS_H
#define MGM_LINK_LISTENERS_H

#include "ns3/callback.h"
#include "ns3/mgm-interface-watch.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <utility>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief Who hears what a protocol receives on the interfaces of its node, and what happens to
 * them.
 *
 * A listener may come or go while another one is told something; one that has gone is told nothing.
 *
 * @tparam Reception what is received
 */
template <typename Reception>
class LinkListeners
{
  public:
    /// @brief Hears the messages of an interface.
    using Listener = Callback<void, const Reception&>;

    /// @brief Hears what happens to an interface.
    using ChangeListener = Callback<void, InterfaceChange>;

    /// @brief Names a listener; 0 is none.
    using Id = uint32_t;

    /**
     * @brief Adds a listener.
     * @param interface the interface that it hears
     * @param listener what to call with each message
     * @param changes what to call with each change of the interface, if anything
     * @return its id
     */
    Id Add(uint32_t interface, Listener listener, ChangeListener changes = {})
    {
        m_listeners[interface].emplace(++m_last,
                                       Registration{std::move(listener), std::move(changes)});
        m_places.emplace(m_last, interface);
        return m_last;
    }

    /// @brief Removes a listener, if it is there.
    /// @param listener its id
    void Remove(Id listener)
    {
        const auto place = m_places.find(listener);
        if (place != m_places.end())
        {
            m_listeners[place->second].erase(listener);
            m_places.erase(place);
        }
    }

    /// @brief Removes all.
    void Clear()
    {
        m_listeners.clear();
        m_places.clear();
    }

    /**
     * @param interface an interface
     * @param except a listener
     * @return whether another listener hears the interface
     */
    bool Has(uint32_t interface, Id except = 0) const
    {
        const auto listeners = m_listeners.find(interface);
        return listeners != m_listeners.end() &&
               std::any_of(listeners->second.begin(),
                           listeners->second.end(),
                           [except](const auto& entry) { return entry.first != except; });
    }

    /**
     * @brief Gives a message to the listeners of an interface.
     * @param reception the message
     * @param interface the interface
     * @param except a listener that does not hear it
     */
    void Deliver(const Reception& reception, uint32_t interface, Id except = 0)
    {
        ForEach(interface, [&](Id id, const Registration& registration) {
            if (id != except)
            {
                registration.listener(reception);
            }
        });
    }

    /**
     * @brief Tells the listeners of an interface what happened to it.
     * @param interface the interface
     * @param change what happened
     */
    void TellChange(uint32_t interface, InterfaceChange change)
    {
        ForEach(interface, [change](Id, const Registration& registration) {
            if (!registration.changes.IsNull())
            {
                registration.changes(change);
            }
        });
    }

  private:
    /// A listener and what it hears.
    struct Registration
    {
        Listener listener;      ///< what to call with messages
        ChangeListener changes; ///< what to call with changes of the interface
    };

    /// Who hears on an interface.
    using Listeners = std::map<Id, Registration>;

    /// @brief Does something with each listener of an interface that is still there.
    /// @param interface the interface
    /// @param tell what
    template <typename Tell>
    void ForEach(uint32_t interface, Tell tell)
    {
        const auto listeners = m_listeners[interface]; // the map may change meanwhile
        for (const auto& [id, registration] : listeners)
        {
            if (m_places.count(id) != 0)
            {
                tell(id, registration);
            }
        }
    }

    std::map<uint32_t, Listeners> m_listeners; ///< who hears, by index of the interface
    std::map<Id, uint32_t> m_places;           ///< the interface on which each of them hears
    Id m_last{0};                              ///< id of the newest listener
};

} // namespace mgm
} // namespace ns3

#endif // MGM_LINK_LISTENERS_H
