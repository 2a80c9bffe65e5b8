/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_NETWORK_RUN_H
#define MGM_NETWORK_RUN_H

#include "mgm-network-router.h"
#include "mgm-network-step.h"
#include "mgm-random-network.h"

#include "ns3/nstime.h"
#include "ns3/socket.h"

#include <cstdint>
#include <map>
#include <memory>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup tests
 * @brief A random network through which hosts send packets, while memberships, owners, routes and
 * links change and routers crash.
 *
 * Each router is compared with its model (I5, I6, MFE-1 to MFE-9, REG-6), and each link must carry
 * what is sent on it and nothing else.
 */
class NetworkRun
{
  public:
    /// @param seed makes the network
    explicit NetworkRun(uint32_t seed);
    ~NetworkRun();

    NetworkRun(const NetworkRun&) = delete;
    NetworkRun& operator=(const NetworkRun&) = delete;

    /**
     * @brief Does one step and compares everything.
     * @param step the step
     * @return what differs; empty if nothing does
     */
    std::string Step(const NetworkStep& step);

    /// @return what happened, a line for each step
    std::string GetHistory() const
    {
        return m_history.str();
    }

    /// @return number of copies that routers sent
    uint32_t CountCopies() const
    {
        return m_copies;
    }

    /// @return number of things that happened that the first model did not know: routes that
    /// changed, links and routers that went down, changes of owner, marks on expired entries
    uint32_t CountNews() const;

  private:
    using Port = RandomNetwork::Port;

    std::string Do(const NetworkStep& step);
    std::string Start();
    void MakeHost(uint32_t host);
    void NoteArrival(Ptr<Socket> socket);

    void SendPacket(const NetworkStep& step);
    std::string ChangeMembership(const NetworkStep& step);
    std::string ChangeOwner(const NetworkStep& step);
    std::string JoinSome(uint32_t router);
    std::string TakeAll(uint32_t router);
    std::string Call(uint32_t router, const MfeStep& step);
    std::string Power(uint32_t router);
    void SwitchLink(const NetworkStep& step);
    void ChangeRoute(const NetworkStep& step);
    void UpdatePort(const Port& port);
    void Restore(uint32_t router);
    void Sync(uint32_t router);
    void Notify(uint32_t router);
    void LetPass(Time duration);

    uint32_t RouterOf(const NetworkStep& step) const;
    uint32_t InterfaceOf(const NetworkStep& step) const;
    uint32_t HostOf(const NetworkStep& step) const;
    SourceGroup KeyOf(const NetworkStep& step) const;

    std::string Judge();
    std::string CheckLink(uint32_t link) const;

    Draw m_draw;                                           ///< makes the network
    RandomNetwork m_network;                               ///< the network
    MfeSetup m_setup{};                                    ///< what the entries depend on
    std::vector<std::unique_ptr<NetworkRouter>> m_routers; ///< the routers
    std::vector<Ptr<Socket>> m_sockets;                    ///< of the hosts
    std::set<uint32_t> m_crashed;                          ///< routers that are down
    std::set<uint32_t> m_cut;                              ///< links that are down
    std::map<uint32_t, uint32_t> m_sent;                   ///< by host, in this step
    std::map<uint32_t, uint32_t> m_received;               ///< by host, in this step
    std::ostringstream m_history;                          ///< what happened
    uint32_t m_copies{0};                                  ///< copies that routers sent
    uint32_t m_news{0}; ///< changes that the first model did not know
};

} // namespace mgm
} // namespace ns3

#endif // MGM_NETWORK_RUN_H
