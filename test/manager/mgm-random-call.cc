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
constexpr std::array<uint32_t, 11> WEIGHTS{6, 2, 1, 18, 3, 38, 22, 4, 9, 1, 4};
constexpr uint32_t TOTAL_WEIGHT = 108;

constexpr std::array<const char*, 11> VERB_NAMES{"register",
                                                 "deregister",
                                                 "fail",
                                                 "take",
                                                 "release",
                                                 "add",
                                                 "delete",
                                                 "start",
                                                 "next",
                                                 "end",
                                                 "wait"};

constexpr std::array<uint32_t, 2> SOURCES{0x0A000901, 0x0A000902}; // 10.0.9.1, 10.0.9.2
constexpr uint32_t FIRST_GROUP = 0xEF010101;                       // 239.1.1.1
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
    auto number = digits.Below(TOTAL_WEIGHT);
    uint8_t verb = 0;
    while (number >= WEIGHTS[verb])
    {
        number -= WEIGHTS[verb++];
    }
    return static_cast<Verb>(verb);
}

SourceGroup
AnySource(uint32_t number)
{
    return {Ipv4Address::GetZero(), Ipv4Address(FIRST_GROUP + number)};
}

SourceGroup
OneSource(uint32_t source, uint32_t number)
{
    return {Ipv4Address(SOURCES[source]), Ipv4Address(FIRST_GROUP + number)};
}

SourceGroupEntry
DrawValidEntry(Digits& digits)
{
    switch (const auto number = digits.Below(8))
    {
    case 0:
        return SourceGroup{};
    case 5:
        return OneSource(0, 0);
    case 6:
        return OneSource(1, 0);
    case 7:
        return OneSource(0, 1);
    default:
        return AnySource(number % 3);
    }
}

SourceGroupEntry
DrawBadEntry(Digits& digits)
{
    SourceGroupEntry entry(OneSource(0, 0));
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
    call.entry = digits.OnceIn(24) ? DrawBadEntry(digits) : DrawValidEntry(digits);
    call.flags = digits.OnceIn(12) ? digits.Below(5) : 1;
    call.type = static_cast<EnumerationType>(digits.Below(2));
    call.number = digits.Below(4);
    call.room = digits.Below(4);
    return call;
}

std::ostream&
operator<<(std::ostream& os, const RandomCall& call)
{
    os << VERB_NAMES[static_cast<int>(call.verb)];
    if (call.verb < Verb::NEXT)
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
    if (call.verb == Verb::START)
    {
        os << (call.type == EnumerationType::ANY_SOURCE ? " any-source" : " all-sources");
    }
    if (call.verb == Verb::NEXT || call.verb == Verb::END)
    {
        os << " enumeration " << call.number << " room " << call.room;
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
        setup.reactions[slot] = SLOT_IDS[slot].IsIgmp()
                                    ? (digits.Below(2) == 1 ? Reaction::BRACKET : Reaction::NONE)
                                    : static_cast<Reaction>(digits.Below(3));
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
    using Op = ClientEvent::Op;
    const bool local = event.op == Op::LOCAL_JOIN || event.op == Op::LOCAL_LEAVE;
    const bool alert = event.op == Op::JOIN_ALERT || event.op == Op::PRUNE_ALERT;
    const auto reaction = setup.reactions[slot];
    if (reaction == Reaction::NONE || (reaction == Reaction::LOCAL && !local) ||
        (reaction == Reaction::ALERT && !alert) ||
        (reaction == Reaction::BRACKET && (local || alert)))
    {
        return std::nullopt;
    }
    RandomCall call{};
    call.slot = slot;
    call.flags = 1;
    call.verb =
        event.op == Op::LOCAL_LEAVE || event.op == Op::PRUNE_ALERT ? Verb::DELETE : Verb::ADD;
    call.interface = local ? event.interface : 1 + slot % setup.interfaces;
    call.entry = reaction == Reaction::BRACKET ? AnySource(0) : event.key;
    return call;
}

std::optional<uint32_t>
IndexOfSource(Ipv4Address source)
{
    for (uint32_t i = 0; i < SOURCES.size(); ++i)
    {
        if (source.Get() == SOURCES[i])
        {
            return i;
        }
    }
    return std::nullopt;
}

} // namespace mgm
} // namespace ns3
