/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-mfe-step.h"

#include "mgm-numbers.h"

namespace ns3
{
namespace mgm
{

namespace
{

using Verb = MfeStep::Verb;

/// What a line about a step shows.
struct VerbTraits
{
    const char* name;  ///< its name
    bool hasClient;    ///< whether a client does it
    bool hasInterface; ///< whether it is about an interface
    bool hasKey;       ///< whether it is about a source
};

/// In order of the verbs.
constexpr std::array<VerbTraits, 15> VERBS{{{"register", true, false, false},
                                            {"deregister", true, false, false},
                                            {"fail", true, false, false},
                                            {"crash", false, false, false},
                                            {"take", true, true, false},
                                            {"release", true, true, false},
                                            {"add", true, true, true},
                                            {"delete", true, true, true},
                                            {"set-mfe", true, false, true},
                                            {"packet", false, true, true},
                                            {"move", false, true, true},
                                            {"shift", false, true, true},
                                            {"override", false, true, true},
                                            {"notify", false, false, false},
                                            {"wait", false, false, false}}};

/// How often each verb is drawn, in their order.
constexpr std::array<uint32_t, 15> VERB_WEIGHTS{4, 1, 2, 1, 16, 6, 26, 15, 3, 34, 4, 5, 3, 1, 16};

const VerbTraits&
TraitsOf(Verb verb)
{
    return VERBS.at(static_cast<std::size_t>(verb));
}

SourceGroup
DrawKey(Numbers& numbers)
{
    const auto group = MFE_GROUPS.at(numbers.Below(8) < 6 ? 0 : 1);
    return {MFE_SOURCES.at(numbers.Below(8) < 6 ? 0 : 1), group};
}

/// A membership or mark of a source, or of all of them, or of all groups.
SourceGroup
Widen(SourceGroup key, uint32_t wildcard)
{
    key.source = wildcard < 5 ? key.source : ANY_ADDRESS;
    key.group = wildcard < 7 ? key.group : ANY_ADDRESS;
    return key;
}

} // namespace

MfeStep
MakeMfeStep(uint64_t bits)
{
    Numbers numbers(bits);
    MfeStep step{};
    step.verb = static_cast<Verb>(DrawPlace(numbers, VERB_WEIGHTS));
    step.slot = numbers.Below(MFE_SLOTS.size());
    step.interface = 1 + numbers.Below(MFE_INTERFACES);
    step.key = DrawKey(numbers);
    const auto wildcard = numbers.Below(8);
    step.flags = 1 + numbers.Below(3);
    step.number = numbers.Below(5);
    step.calls = numbers.Below(2) == 1;
    const bool isPacket = step.verb == Verb::PACKET;
    if (step.verb == Verb::ADD || step.verb == Verb::DELETE)
    {
        step.key = Widen(step.key, wildcard);
    }
    if (step.verb == Verb::MOVE || step.verb == Verb::SHIFT || step.verb == Verb::OVERRIDE)
    {
        step.interface = numbers.Below(6) == 5 ? 0 : step.interface;
    }
    if (isPacket && numbers.Below(4) != 3)
    {
        step.interface = 0;
    }
    if (step.verb == Verb::WAIT)
    {
        constexpr std::array<uint32_t, 5> SECONDS{1, 2, 7, 23, 61};
        step.number = SECONDS.at(step.number);
    }
    return step;
}

/// What is called follows from the step. Who changes an interface itself does not fail in between.
MfeStep
MakeInnerCall(const MfeStep& step, uint32_t slot)
{
    constexpr std::array<Verb, 5> INNER{Verb::ADD,
                                        Verb::DELETE,
                                        Verb::TAKE,
                                        Verb::RELEASE,
                                        Verb::FAIL};
    auto inner = step;
    inner.calls = false;
    inner.verb = INNER.at((step.number + 2 * step.slot) % (INNER.size() - (slot == step.slot)));
    inner.slot = slot;
    inner.interface = 1 + (step.interface + step.flags) % MFE_INTERFACES;
    inner.key = Widen(step.key, step.number + 3);
    return inner;
}

MfeSetup
MakeMfeSetup(uint64_t bits)
{
    constexpr uint64_t STIR = 0x9E3779B97F4A7C15;
    constexpr std::array<uint32_t, 4> LIMITS{MFE_NO_LIMIT, MFE_NO_LIMIT, 2, 1};
    Numbers numbers(bits);
    MfeSetup setup{};
    setup.rib = {1 + numbers.Below(MFE_INTERFACES), numbers.Below(MFE_INTERFACES + 1)};
    setup.alertOrder = numbers.Below(3);
    setup.mute = 3 * MFE_SLOTS.size() - 1 - numbers.Below(3 * MFE_SLOTS.size());
    setup.posted = numbers.Below(4) == 3;
    setup.lasting = numbers.Below(2) == 1;
    setup.dormantLimit = LIMITS.at(numbers.Below(4));
    Numbers more(bits * STIR); // 0 stays 0, and is the simplest setup
    for (auto& manner : setup.manners)
    {
        const auto interface = 1 + more.Below(MFE_INTERFACES);
        manner.rpfInterface = more.Below(4) == 3 ? interface : 0;
        manner.rpfNeighbor = more.Below(4) == 3 ? 3 : 0;
        manner.disables = more.Below(3) == 2 ? 1U << more.Below(5) : 0;
        manner.enables = more.Below(4) == 3;
        manner.setsTime = more.Below(3) == 2;
    }
    return setup;
}

Ipv4Address
NeighborOf(uint32_t number)
{
    return number == 0 ? ANY_ADDRESS : Ipv4Address(0x0A00FE00 + number);
}

std::ostream&
operator<<(std::ostream& os, const MfeStep& step)
{
    const auto& traits = TraitsOf(step.verb);
    os << traits.name;
    if (step.verb == Verb::WAIT)
    {
        return os << ' ' << step.number << " s";
    }
    if (traits.hasClient)
    {
        os << ' ' << MFE_SLOTS.at(step.slot);
    }
    if (traits.hasInterface)
    {
        os << " if " << step.interface;
    }
    if (traits.hasKey)
    {
        os << ' ' << step.key;
    }
    if (step.verb == Verb::ADD || step.verb == Verb::DELETE)
    {
        os << (step.flags == 1 ? " join" : step.flags == 2 ? " forward" : " join+forward");
    }
    os << " (" << step.number << ')';
    const bool mayCall =
        step.verb == Verb::RELEASE || step.verb == Verb::TAKE || step.verb == Verb::PACKET;
    return step.calls && mayCall ? os << " calls" : os;
}

std::ostream&
operator<<(std::ostream& os, const MfeSetup& setup)
{
    os << "rib " << setup.rib[0] << ' ' << setup.rib[1] << " order " << setup.alertOrder << " mute "
       << setup.mute << " posted " << setup.posted << " lasting " << setup.lasting << " limit "
       << setup.dormantLimit;
    for (std::size_t slot = 0; slot < setup.manners.size(); ++slot)
    {
        const auto& manner = setup.manners.at(slot);
        os << " [" << MFE_SLOTS.at(slot) << " rpf " << manner.rpfInterface << " neighbor "
           << manner.rpfNeighbor << " disables " << manner.disables << " enables " << manner.enables
           << " time " << manner.setsTime << ']';
    }
    return os;
}

} // namespace mgm
} // namespace ns3
