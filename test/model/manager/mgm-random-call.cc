/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-random-call.h"

namespace ns3
{
namespace mgm
{

namespace
{

using Verb = RandomCall::Verb;

/// How often each verb is drawn, in order of the verbs.
constexpr std::array<uint32_t, 18> WEIGHTS{6, 2, 2, 18, 6, 40, 26, 4, 9, 1, 5, 6, 5, 5, 2, 2, 2, 1};

constexpr std::array<const char*, 18> VERB_NAMES{"register",
                                                 "deregister",
                                                 "fail",
                                                 "take",
                                                 "release",
                                                 "add",
                                                 "delete",
                                                 "start",
                                                 "next",
                                                 "end",
                                                 "list",
                                                 "wait",
                                                 "route moves",
                                                 "route moves silently",
                                                 "static route",
                                                 "no static route",
                                                 "time to look at routes",
                                                 "node crashes"};

constexpr std::array<uint32_t, SOURCE_COUNT> SOURCES{0x0A000901, 0x0A000902}; // 10.0.9.1, 10.0.9.2
constexpr uint32_t FIRST_GROUP = 0xEF010101;                                  // 239.1.1.1
constexpr uint32_t UNKNOWN_INTERFACE = 9;

/// Takes small numbers out of a large one.
class Digits
{
  public:
    explicit Digits(uint64_t bits)
        : m_bits(bits)
    {
    }

    /// @return a number below a limit
    uint32_t Below(uint32_t limit)
    {
        const auto digit = static_cast<uint32_t>(m_bits % limit);
        m_bits /= limit;
        return digit;
    }

    /// @return true once in so many times
    bool OnceIn(uint32_t times)
    {
        return Below(times) == times - 1;
    }

  private:
    uint64_t m_bits; ///< what is left
};

Verb
DrawVerb(Digits& digits)
{
    constexpr auto sum = [] {
        uint32_t total = 0;
        for (const auto weight : WEIGHTS)
        {
            total += weight;
        }
        return total;
    };
    auto number = digits.Below(sum());
    uint8_t verb = 0;
    while (number >= WEIGHTS[verb])
    {
        number -= WEIGHTS[verb++];
    }
    return static_cast<Verb>(verb);
}

/// The next random number of a sequence (splitmix64).
uint64_t
NextBits(uint64_t& state)
{
    state += 0x9E3779B97F4A7C15;
    auto bits = state;
    bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9;
    bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EB;
    return bits ^ (bits >> 31);
}

/// (*,*), three (*,g), and two (s,g) for each of two groups.
std::array<SourceGroup, KEY_COUNT>
MakeKeys()
{
    std::array<SourceGroup, KEY_COUNT> keys;
    for (uint32_t i = 1; i < KEY_COUNT; ++i)
    {
        if (i < FIRST_SOURCE_KEY)
        {
            keys[i].group = Ipv4Address(FIRST_GROUP + i - 1);
        }
        else
        {
            keys[i].group = Ipv4Address(FIRST_GROUP + (i - FIRST_SOURCE_KEY) / SOURCE_COUNT);
            keys[i].source = GetSource(SourceOfKey(i));
        }
    }
    return keys;
}

SourceGroupEntry
DrawBadEntry(Digits& digits)
{
    SourceGroupEntry entry(GetKey(FIRST_SOURCE_KEY));
    switch (digits.Below(5))
    {
    case 0:
        entry.sourceMask = Ipv4Mask("255.255.0.0");
        break;
    case 1:
        entry.groupMask = Ipv4Mask("255.255.0.0");
        break;
    case 2:
        entry.group = Ipv4Address("224.0.0.5");
        break;
    case 3:
        entry.group = Ipv4Address("10.0.0.5");
        break;
    default:
        entry.group = Ipv4Address::GetZero();
        entry.groupMask = Ipv4Mask::GetZero();
    }
    return entry;
}

} // namespace

const SourceGroup&
GetKey(uint32_t index)
{
    static const auto KEYS = MakeKeys();
    return KEYS.at(index);
}

uint32_t
IndexOfKey(const SourceGroup& key)
{
    uint32_t index = 0;
    while (index < KEY_COUNT && GetKey(index) != key)
    {
        ++index;
    }
    return index;
}

uint32_t
SourceOfKey(uint32_t key)
{
    return (key - FIRST_SOURCE_KEY) % SOURCE_COUNT;
}

Ipv4Address
GetSource(uint32_t source)
{
    return Ipv4Address(SOURCES.at(source));
}

RandomCall
MakeRandomCall(uint64_t bits)
{
    Digits digits(bits);
    RandomCall call{};
    call.verb = DrawVerb(digits);
    call.slot = digits.Below(WITNESS);
    call.stale = digits.OnceIn(24);
    call.interface = digits.OnceIn(24) ? UNKNOWN_INTERFACE : 1 + digits.Below(MAX_INTERFACES);
    call.fitting = call.verb >= Verb::RELEASE && call.verb <= Verb::DELETE && !digits.OnceIn(5);
    call.entry = digits.OnceIn(24) ? DrawBadEntry(digits) : GetKey(digits.Below(KEY_COUNT));
    call.flags = digits.OnceIn(12) ? digits.Below(5) : 1;
    call.type = static_cast<EnumerationType>(digits.Below(2));
    call.number = digits.Below(4);
    call.room = digits.Below(4);
    call.source = digits.Below(SOURCE_COUNT);
    if (call.verb >= Verb::MOVE)
    {
        call.interface = digits.Below(1 + MAX_INTERFACES);
    }
    for (auto& inner : call.inner)
    {
        inner = NextBits(bits);
    }
    return call;
}

RandomCall
MakeInnerCall(uint64_t bits, uint32_t slot)
{
    const bool own = NextBits(bits) % 4 != 0;
    RandomCall call{};
    do
    {
        call = MakeRandomCall(NextBits(bits) >> 2);
    } while (call.verb == Verb::WAIT || (call.verb == Verb::CRASH && own));
    if (own)
    {
        call.slot = slot;
        call.fitting = false;
    }
    return call;
}

std::ostream&
operator<<(std::ostream& os, const RandomCall& call)
{
    os << VERB_NAMES[static_cast<int>(call.verb)];
    if (call.verb < Verb::NEXT || call.verb == Verb::LIST)
    {
        os << ' ' << SLOT_IDS[call.slot] << (call.stale ? " (stale)" : "");
    }
    if (call.verb >= Verb::TAKE && call.verb <= Verb::DELETE)
    {
        os << (call.fitting ? " fitting if " : " if ") << call.interface;
    }
    if (call.verb == Verb::ADD || call.verb == Verb::DELETE)
    {
        os << ' ' << call.entry.ToSourceGroup() << '/' << call.entry.sourceMask << '/'
           << call.entry.groupMask << " flags " << call.flags;
    }
    if (call.verb == Verb::START || call.verb == Verb::LIST)
    {
        os << (call.type == EnumerationType::ANY_SOURCE ? " any-source" : " all-sources");
    }
    if (call.verb == Verb::NEXT || call.verb == Verb::END)
    {
        os << " enumeration " << call.number << " room " << call.room;
    }
    if (call.verb >= Verb::MOVE && call.verb <= Verb::STOP_OVERRIDE)
    {
        os << " to " << GetSource(call.source);
    }
    if (call.verb >= Verb::MOVE && call.verb <= Verb::OVERRIDE)
    {
        os << " if " << call.interface;
    }
    return os;
}

RandomSetup
MakeRandomSetup(uint64_t bits)
{
    Digits digits(bits);
    RandomSetup setup{};
    setup.interfaces = 1 + digits.Below(MAX_INTERFACES);
    setup.rib = {digits.Below(1 + MAX_INTERFACES), digits.Below(1 + MAX_INTERFACES)};
    setup.lasting = digits.Below(2) == 1;
    setup.alertOrder = digits.Below(3);
    for (std::size_t slot = 0; slot < WITNESS; ++slot)
    {
        constexpr std::array<Reaction, 4> PROTOCOL{Reaction::NONE,
                                                   Reaction::LOCAL,
                                                   Reaction::ALERT,
                                                   Reaction::WILD};
        constexpr std::array<Reaction, 3> IGMP{Reaction::NONE, Reaction::BRACKET, Reaction::WILD};
        setup.reactions[slot] =
            SLOT_IDS[slot].IsIgmp() ? IGMP[digits.Below(3)] : PROTOCOL[digits.Below(4)];
    }
    setup.mute = digits.Below(2 * SLOT_IDS.size());
    setup.registered = digits.OnceIn(4) ? digits.Below(1U << WITNESS) : (1U << WITNESS) - 1;
    return setup;
}

std::ostream&
operator<<(std::ostream& os, const RandomSetup& setup)
{
    os << "interfaces " << setup.interfaces << " rib " << setup.rib[0] << ',' << setup.rib[1]
       << " lasting " << setup.lasting << " order " << setup.alertOrder << " mute " << setup.mute
       << " registered " << setup.registered << " reactions";
    for (const auto reaction : setup.reactions)
    {
        os << ' ' << static_cast<int>(reaction);
    }
    return os;
}

std::optional<RandomCall>
React(const RandomSetup& setup, uint32_t slot, const ClientEvent& event)
{
    using EventOp = ClientEvent::Op;
    const bool local = event.op == EventOp::LOCAL_JOIN || event.op == EventOp::LOCAL_LEAVE;
    const bool alert = event.op == EventOp::JOIN_ALERT || event.op == EventOp::PRUNE_ALERT;
    const auto reaction = setup.reactions[slot];
    if (reaction == Reaction::NONE || reaction == Reaction::WILD ||
        (reaction == Reaction::LOCAL && !local) || (reaction == Reaction::ALERT && !alert) ||
        (reaction == Reaction::BRACKET && (local || alert)))
    {
        return std::nullopt;
    }
    RandomCall call{};
    call.slot = slot;
    call.flags = 1;
    call.verb = event.op == EventOp::LOCAL_LEAVE || event.op == EventOp::PRUNE_ALERT ? Verb::DELETE
                                                                                     : Verb::ADD;
    call.interface = local ? event.interface : 1 + slot % setup.interfaces;
    call.entry = reaction == Reaction::BRACKET ? GetKey(1) : event.key;
    return call;
}

} // namespace mgm
} // namespace ns3
