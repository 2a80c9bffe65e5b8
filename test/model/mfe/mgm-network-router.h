/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_NETWORK_ROUTER_H
#define MGM_NETWORK_ROUTER_H

#include "mgm-mfe-model.h"
#include "model/manager/mgm-test-client.h"

#include "ns3/ipv4.h"
#include "ns3/mgm-multicast-forwarder.h"
#include "ns3/mgm-multicast-group-manager.h"
#include "ns3/node.h"

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup tests
 * @brief A router of a random network, with two protocols, and the model of its entries.
 *
 * What comes to the router in the network is shown to the model: packets, and notices that routes
 * may have changed. What it does is compared: where packets leave, why they do not, callbacks about
 * entries, and what it tells of them.
 */
class NetworkRouter
{
  public:
    /// The clients, by slot.
    static constexpr std::array<uint32_t, 2> SLOTS{1, 3};
    /// Size of the packets without headers [bytes].
    static constexpr uint32_t PAYLOAD = 100;
    /// Size of the packets with the headers of UDP and IP [bytes].
    static constexpr uint32_t PACKET_SIZE = PAYLOAD + 28;

    /**
     * @param node the router
     * @param setup what its entries depend on
     * @param keys all sources and groups that there are
     */
    NetworkRouter(Ptr<Node> node, const MfeSetup& setup, const std::vector<SourceGroup>& keys);

    NetworkRouter(const NetworkRouter&) = delete;
    NetworkRouter& operator=(const NetworkRouter&) = delete;

    /**
     * @brief A client calls the manager.
     * @param step the call
     * @return what differs; empty if nothing does
     */
    std::string Call(const MfeStep& step);

    /// REG-6
    void Crash();

    /// @return whether a client is registered
    bool IsAlive(uint32_t slot) const
    {
        return m_model.GetRouter().IsAlive(slot);
    }

    /// @return who answers for an interface; NOBODY if nobody does
    uint32_t HolderOf(uint32_t interface) const
    {
        return m_model.GetRouter().HolderOf(interface);
    }

    /// The route to a source is another one, perhaps; nobody says so.
    void SetRoute(Ipv4Address source, const MfeModel::Route& route);

    /// An interface is up or down from now on.
    void SetUp(uint32_t interface, bool isUp);

    /// Says that routes have changed.
    void Notify();

    /// Shows the model what has come since the last time.
    void Settle();

    /**
     * @brief Compares, and begins a new step.
     * @return what differs; empty if nothing does
     */
    std::string Judge();

    /// @return how many packets came on each interface in this step
    const std::map<uint32_t, uint32_t>& GetArrivals() const
    {
        return m_arrivals;
    }

    /// @return how many packets left on each interface in this step
    const std::map<uint32_t, uint32_t>& GetDepartures() const
    {
        return m_departures;
    }

    /// @return number of marks that were set on expired entries
    uint32_t CountDormantMarks() const
    {
        return m_dormantMarks;
    }

  private:
    /// A packet, or a notice of routes.
    struct Arrival
    {
        int64_t at;         ///< when [ns]
        SourceGroup key;    ///< its source and group; notice: of any source, or one
        uint32_t interface; ///< on which interface; 0: a notice
        bool mayLeave;      ///< whether its time to live lets it leave again
    };

    TestClient& ClientOf(uint32_t slot);
    void Notice(const Arrival& arrival);
    Status CallManager(const MfeStep& step);
    void NoteArrival(Ptr<const Packet> packet, Ptr<Ipv4> ipv4, uint32_t interface);
    void NoteCopy(const Ipv4Header& header,
                  Ptr<const Packet> packet,
                  const InterfaceId& incoming,
                  const InterfaceId& outgoing);
    void NoteDrop(const Ipv4Header& header,
                  Ptr<const Packet> packet,
                  DropReason reason,
                  const InterfaceId& where);
    void NoteNotice(Ipv4Address network, Ipv4Mask mask);
    void NoteLook();
    MfeObservation Observe(const SourceGroup& key) const;
    std::string CheckWatch();

    MfeModel m_model;                                          ///< the model of its entries
    Ptr<MulticastGroupManager> m_manager;                      ///< its manager
    Ptr<MulticastForwarder> m_forwarder;                       ///< its forwarder
    ClientEvents m_log;                                        ///< what clients see in this step
    std::map<uint32_t, std::unique_ptr<TestClient>> m_clients; ///< by slot
    std::vector<std::unique_ptr<TestClient>> m_former;         ///< those that are gone
    std::vector<Arrival> m_pending;                            ///< what the model has not seen yet
    std::map<SourceGroup, std::multiset<uint32_t>> m_copies;   ///< where packets left in this step
    std::map<SourceGroup, Drops> m_drops;                      ///< why they did not
    std::map<uint32_t, uint32_t> m_arrivals;                   ///< by interface, in this step
    std::map<uint32_t, uint32_t> m_departures;                 ///< by interface, in this step
    std::set<SourceGroup> m_keys;                              ///< all sources and groups
    int64_t m_changedAt{0};     ///< when a route changed silently [ns]
    int64_t m_noticedAt{0};     ///< when routes were looked at [ns]
    int64_t m_busySince{0};     ///< when there were no entries yet [ns]
    uint32_t m_dormantMarks{0}; ///< marks set on expired entries
};

} // namespace mgm
} // namespace ns3

#endif // MGM_NETWORK_ROUTER_H
