/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-pim-oracle-fixture.h"

namespace ns3
{
namespace mgm
{

namespace
{

constexpr PimOracleKind PO_HELLO = PimOracleKind::HELLO;

} // namespace

PimOracleSetup
PimOracleFixture::MakeSetup()
{
    PimOracleSetup setup;
    for (uint32_t interface = 1; interface <= 3; ++interface)
    {
        setup.interfaces.push_back({Host(interface, 5)});
    }
    setup.comparesHellos = false;
    setup.mayForget = false;
    return setup;
}

PimOracleTime
PimOracleFixture::At(double seconds)
{
    return static_cast<PimOracleTime>(seconds * 1000 + 0.5) * 1'000'000;
}

uint32_t
PimOracleFixture::Host(uint32_t interface, uint32_t host)
{
    return 0x0A000000 + (interface << 8) + host;
}

void
PimOracleFixture::Begin(const PimOracleSetup& setup, const std::vector<uint32_t>& neighbors)
{
    m_judge.emplace(setup);
    for (uint32_t interface = 1; interface <= neighbors.size(); ++interface)
    {
        for (uint32_t i = 0; i < neighbors[interface - 1]; ++i)
        {
            PimOracleMessage hello;
            hello.interface = interface;
            hello.kind = PO_HELLO;
            hello.from = Host(interface, i == 0 ? 2 : 8);
            hello.holdtime = PIM_ORACLE_FOREVER;
            hello.lanDelay = setup.interfaces.at(interface - 1).lanDelay;
            hello.refreshInterval = 60;
            Accept(Received(hello));
        }
    }
    Accept(Route(0, {1, Host(1, 2), 110, 20, 24}));
}

void
PimOracleFixture::Accept(const PimOracleEvent& event, const Sent& sent)
{
    for (std::size_t i = 0; i < sent.size(); ++i)
    {
        auto fewer = sent;
        fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(i));
        Refuse(event, fewer);
    }
    EXPECT_EQ(m_judge->Step(event, {sent, std::nullopt, std::nullopt}), "") << event;
}

void
PimOracleFixture::Refuse(const PimOracleEvent& event, const Sent& sent)
{
    auto copy = *m_judge;
    const auto wrong = copy.Step(event, {sent, std::nullopt, std::nullopt});
    auto later = Nothing(0);
    later.time = event.time + 1; // what is due in an instant may be sent in its next step
    EXPECT_FALSE(wrong.empty() && copy.Step(later, {{}, std::nullopt, std::nullopt}).empty())
        << event;
}

PimOracleView
PimOracleFixture::GetView() const
{
    return m_judge->GetModel().GetEntries().at(KEY).GetView();
}

PimOracleEvent
PimOracleFixture::Nothing(double second)
{
    PimOracleEvent event;
    event.time = At(second);
    return event;
}

PimOracleEvent
PimOracleFixture::Data(double second, uint32_t interface, uint32_t ttl)
{
    auto event = Nothing(second);
    event.kind = PimOracleEvent::Kind::DATA;
    event.key = KEY;
    event.interface = interface;
    event.ttl = ttl;
    return event;
}

PimOracleEvent
PimOracleFixture::Member(double second, uint32_t interface, bool isOn)
{
    auto event = Data(second, interface);
    event.kind = PimOracleEvent::Kind::MEMBER;
    event.isOn = isOn;
    return event;
}

PimOracleEvent
PimOracleFixture::Route(double second, const PimOracleRoute& route)
{
    auto event = Data(second, 0);
    event.kind = PimOracleEvent::Kind::ROUTE;
    event.route = route;
    return event;
}

PimOracleEvent
PimOracleFixture::Received(const PimOracleMessage& message)
{
    PimOracleEvent event;
    event.time = message.time;
    event.kind = PimOracleEvent::Kind::MESSAGE;
    event.message = message;
    return event;
}

PimOracleMessage
PimOracleFixture::Make(PimOracleKind kind,
                       double second,
                       uint32_t interface,
                       uint32_t from,
                       uint32_t upstream,
                       uint32_t holdtime)
{
    PimOracleMessage message;
    message.time = At(second);
    message.interface = interface;
    message.kind = kind;
    message.from = Host(interface, from);
    message.key = KEY;
    message.upstream = Host(interface, upstream);
    message.holdtime = kind == PimOracleKind::GRAFT ? 0 : holdtime;
    const bool isUnicast = kind == PimOracleKind::GRAFT || kind == PimOracleKind::GRAFT_ACK;
    message.to = isUnicast ? message.upstream : 0;
    return message;
}

PimOracleMessage
PimOracleFixture::Assert(double second,
                         uint32_t interface,
                         uint32_t from,
                         uint32_t preference,
                         uint32_t metric)
{
    auto message = Make(PimOracleKind::ASSERT, second, interface, from, 0, 0);
    message.metric = {preference, metric, message.from};
    return message;
}

PimOracleMessage
PimOracleFixture::Refresh(double second,
                          uint32_t interface,
                          uint32_t from,
                          uint32_t ttl,
                          bool isPruned)
{
    auto message = Assert(second, interface, from, 110, 20);
    message.kind = PimOracleKind::STATE_REFRESH;
    message.originator = Host(9, 1);
    message.maskLength = 24;
    message.ttl = ttl;
    message.interval = 60;
    message.pruned = isPruned;
    message.overrides = true;
    return message;
}

} // namespace mgm
} // namespace ns3
