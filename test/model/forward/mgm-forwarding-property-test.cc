/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-test-fixture.h"

#include "ns3/mgm-forwarding-engine.h"
#include "ns3/mgm-register-output.h"

#include <algorithm>
#include <map>
#include <memory>
#include <rapidcheck/gtest.h>
#include <set>

namespace ns3
{
namespace mgm
{

namespace
{

constexpr uint32_t INTERFACES = 4;
constexpr uint32_t GROUPS = 2;

InterfaceId
InterfaceAt(uint8_t number)
{
    return {FIRST_VIRTUAL_INTERFACE + number % INTERFACES};
}

SourceGroup
KeyAt(uint8_t number)
{
    return {Ipv4Address("10.0.0.1"), Ipv4Address(0xEF000000 + number % GROUPS)};
}

/// The interfaces of a bit mask, without one.
std::vector<InterfaceId>
InterfacesOf(uint8_t bits, const InterfaceId& excluded)
{
    std::vector<InterfaceId> interfaces;
    for (uint8_t i = 0; i < INTERFACES; ++i)
    {
        if ((bits >> i & 1) != 0 && InterfaceAt(i) != excluded)
        {
            interfaces.push_back(InterfaceAt(i));
        }
    }
    return interfaces;
}

/// An engine whose every answer to the outside leads to something else: a packet, or a change of
/// an entry, as a script of random numbers says.
class Turmoil : public ForwardingListener
{
  public:
    explicit Turmoil(std::vector<uint8_t> script)
        : m_script(std::move(script))
    {
        for (uint32_t i = 0; i < INTERFACES; ++i)
        {
            m_engine.GetInterfaces().AddVirtual(std::make_unique<RegisterOutput>(
                RegisterOutput::Receiver([this](Ptr<Packet>, const Ipv4Header&) { Act(); })));
        }
    }

    /// Runs the whole script, and removes what is left.
    void Run()
    {
        while (m_next < m_script.size())
        {
            Act();
        }
        for (uint8_t i = 0; i < GROUPS; ++i)
        {
            m_engine.Remove(KeyAt(i), DropReason::ENTRY_DELETED);
        }
    }

    void HandleCacheMiss(const ArrivedPacket&) override
    {
        Act();
    }

    void HandleWrongInterface(const ArrivedPacket&) override
    {
        Act();
    }

    void HandleForward(const ArrivedPacket& arrived,
                       const InterfaceId& outgoing,
                       const Ipv4Header&,
                       const Ptr<Packet>&) override
    {
        sent[arrived.header.GetIdentification()].insert(outgoing);
        wentBack = wentBack || outgoing == arrived.arrival;
        Act();
    }

    void HandleAccept(const ArrivedPacket&) override
    {
        Act();
    }

    void HandleDrop(const ArrivedPacket& arrived, DropReason, const InterfaceId&) override
    {
        ++drops[arrived.header.GetIdentification()];
        Act();
    }

    std::map<uint16_t, std::multiset<InterfaceId>> sent; ///< where copies of each packet went
    std::map<uint16_t, uint32_t> drops;                  ///< drops of each packet
    bool wentBack{false};                                ///< whether one left where it arrived
    uint16_t packets{0};                                 ///< packets that arrived

  private:
    /// @return the next number of the script; 0 after its end
    uint8_t Next()
    {
        return m_next < m_script.size() ? m_script[m_next++] : 0;
    }

    /// Does what the script says.
    void Act()
    {
        const uint8_t what = Next() % 8;
        const SourceGroup key = KeyAt(Next());
        const InterfaceId incoming = InterfaceAt(key.group.Get());
        switch (what)
        {
        case 0:
            return;
        case 1:
            return m_engine.Install(key, incoming, InterfacesOf(Next(), incoming));
        case 2:
            return Change(key, InterfaceAt(Next()), incoming);
        case 3:
            return m_engine.Suspend(key);
        case 4:
            return m_engine.Remove(key, DropReason::ENTRY_DELETED);
        default:
            return Arrive(key, InterfaceAt(Next() % 4 == 0 ? Next() : incoming.index));
        }
    }

    void Change(const SourceGroup& key, const InterfaceId& interface, const InterfaceId& incoming)
    {
        if (interface != incoming)
        {
            m_engine.SetOutgoing(key, interface, Next() % 2 == 0);
        }
    }

    void Arrive(const SourceGroup& key, const InterfaceId& arrival)
    {
        Ipv4Header header;
        header.SetSource(key.source);
        header.SetDestination(key.group);
        header.SetTtl(2);
        header.SetIdentification(packets++);
        const Ptr<const Packet> packet = Create<Packet>(10);
        m_engine.Handle({packet, header, arrival});
    }

    const std::vector<uint8_t> m_script; ///< random numbers
    std::size_t m_next{0};               ///< position of the next one
    ForwardingEngine m_engine{*this};    ///< the engine
};

/// @return a random script of a length that lets much happen
std::vector<uint8_t>
MakeScript()
{
    constexpr std::size_t LENGTH = 400;
    return *rc::gen::container<std::vector<uint8_t>>(LENGTH, rc::gen::arbitrary<uint8_t>());
}

RC_GTEST_PROP(ForwardingProperties, EachPacketIsSentOncePerInterfaceOrDropped, ())
{
    Turmoil turmoil(MakeScript());
    turmoil.Run();
    for (uint16_t id = 0; id < turmoil.packets; ++id)
    {
        const auto& sent = turmoil.sent[id];
        const bool isSent = !sent.empty();
        const bool isDropped = turmoil.drops[id] != 0;
        RC_ASSERT(std::set<InterfaceId>(sent.begin(), sent.end()).size() == sent.size());
        RC_ASSERT(isSent != isDropped);
    }
    RC_ASSERT(!turmoil.wentBack);
    RC_CLASSIFY(turmoil.packets > 10, "many packets");
}

/// What an entry should have.
struct Expected
{
    std::map<InterfaceId, uint64_t> counted; ///< packets on each interface that was ever outgoing
    std::set<InterfaceId> outgoing;          ///< those that are
};

/// Installs an entry; what interfaces have counted is kept.
void
Install(ForwardingEntry& entry, Expected& expected, std::vector<InterfaceId> outgoing)
{
    expected.outgoing = {outgoing.begin(), outgoing.end()};
    std::reverse(outgoing.begin(), outgoing.end());
    entry.Install(InterfaceAt(0), outgoing);
}

/// Adds or removes an outgoing interface.
void
Change(ForwardingEntry& entry, Expected& expected, const InterfaceId& interface, bool isForwarding)
{
    entry.SetOutgoing(interface, isForwarding);
    isForwarding ? expected.outgoing.insert(interface).second
                 : expected.outgoing.erase(interface) != 0;
}

RC_GTEST_PROP(ForwardingProperties,
              MFE_6_OutgoingInterfacesAreASetWithCountersThatNeverFall,
              (const std::vector<std::pair<bool, uint8_t>>& changes))
{
    ForwardingEntry entry;
    Expected expected;
    for (const auto& [isInstall, bits] : changes)
    {
        if (isInstall)
        {
            Install(entry, expected, InterfacesOf(bits, InterfaceAt(0)));
        }
        else if (InterfaceAt(bits) != InterfaceAt(0))
        {
            Change(entry, expected, InterfaceAt(bits), bits < 128);
        }
        std::vector<InterfaceId> order;
        for (OutgoingCounters& outgoing : entry.counters.outgoing)
        {
            RC_ASSERT(outgoing.packets++ == expected.counted[outgoing.interface]++);
            order.push_back(outgoing.interface);
        }
        RC_ASSERT(std::is_sorted(order.begin(), order.end()));
        RC_ASSERT(std::set<InterfaceId>(order.begin(), order.end()) == expected.outgoing);
        RC_ASSERT(order.size() == expected.outgoing.size());
        std::map<InterfaceId, uint64_t> former;
        for (const OutgoingCounters& each : entry.counters.former)
        {
            RC_ASSERT(former.emplace(each.interface, each.packets).second);
            RC_ASSERT(each.packets == expected.counted[each.interface]);
        }
        RC_ASSERT(former.size() + order.size() == expected.counted.size());
    }
}

} // namespace

} // namespace mgm
} // namespace ns3
