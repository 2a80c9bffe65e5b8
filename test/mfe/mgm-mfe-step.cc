/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-mfe-step.h"

namespace ns3
{
namespace mgm
{

namespace
{

using Verb = MfeStep::Verb;

/// How often each verb is drawn, in order of the verbs.
constexpr std::array<uint32_t, 11> WEIGHTS{4, 1, 2, 14, 4, 26, 14, 34, 6, 14, 3};
constexpr uint32_t TOTAL_WEIGHT = 122;

constexpr std::array<const char*, 11> VERB_NAMES{"register",
                                                 "deregister",
                                                 "fail",
                                                 "take",
                                                 "release",
                                                 "add",
                                                 "delete",
                                                 "packet",
                                                 "move",
                                                 "wait",
                                                 "set-mfe"};

/// Takes small numbers out of a large one.
class Numbers
{
  public:
    explicit Numbers(uint64_t bits)
        : m_bits(bits)
    {
    }

    /// @return a number below a limit
    uint32_t Below(uint32_t limit)
    {
        const auto number = static_cast<uint32_t>(m_bits % limit);
        m_bits /= limit;
        return number;
    }

  private:
    uint64_t m_bits; ///< what is left
};

Verb
DrawVerb(Numbers& numbers)
{
    auto number = numbers.Below(TOTAL_WEIGHT);
    uint8_t verb = 0;
    while (number >= WEIGHTS[verb])
    {
        number -= WEIGHTS[verb++];
    }
    return static_cast<Verb>(verb);
}

} // namespace

MfeStep
MakeMfeStep(uint64_t bits)
{
    Numbers numbers(bits);
    MfeStep step{};
    step.verb = DrawVerb(numbers);
    step.slot = numbers.Below(MFE_SLOTS.size());
    step.interface = 1 + numbers.Below(MFE_INTERFACES);
    step.key.group = MFE_GROUPS.at(numbers.Below(8) < 6 ? 0 : 1);
    step.key.source = MFE_SOURCES.at(numbers.Below(8) < 6 ? 0 : 1);
    const auto wildcard = numbers.Below(8);
    step.flags = 1 + numbers.Below(3);
    step.number = numbers.Below(5);
    if (step.verb == Verb::ADD || step.verb == Verb::DELETE)
    {
        step.key.source = wildcard < 5 ? step.key.source : ANY_ADDRESS;
        step.key.group = wildcard < 7 ? step.key.group : ANY_ADDRESS;
    }
    if (step.verb == Verb::MOVE)
    {
        step.interface = numbers.Below(6) == 0 ? 0 : step.interface;
    }
    if (step.verb == Verb::PACKET)
    {
        step.interface = numbers.Below(4) == 0 ? step.interface : 0; // 0: where the source is
    }
    if (step.verb == Verb::WAIT)
    {
        constexpr std::array<uint32_t, 5> SECONDS{1, 2, 7, 23, 61};
        step.number = SECONDS.at(step.number);
    }
    return step;
}

MfeSetup
MakeMfeSetup(uint64_t bits)
{
    Numbers numbers(bits);
    MfeSetup setup{};
    setup.rib = {1 + numbers.Below(MFE_INTERFACES), numbers.Below(MFE_INTERFACES + 1)};
    setup.alertOrder = numbers.Below(3);
    for (auto& manner : setup.manners)
    {
        const auto interface = 1 + numbers.Below(MFE_INTERFACES);
        manner.rpfInterface = numbers.Below(4) == 0 ? interface : 0;
        manner.rpfNeighbor = numbers.Below(4) == 0 ? 3 : 0;
        manner.disables = numbers.Below(3) == 0 ? 1U << numbers.Below(5) : 0;
        manner.enables = numbers.Below(4) == 0;
        manner.setsTime = numbers.Below(3) == 0;
    }
    setup.mute = numbers.Below(3 * MFE_SLOTS.size());
    setup.posted = numbers.Below(4) == 0;
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
    os << VERB_NAMES.at(static_cast<std::size_t>(step.verb));
    if (step.verb == Verb::WAIT)
    {
        return os << ' ' << step.number << " s";
    }
    if (step.verb != Verb::PACKET && step.verb != Verb::MOVE)
    {
        os << ' ' << MFE_SLOTS.at(step.slot);
    }
    if (step.verb >= Verb::TAKE)
    {
        os << " if " << step.interface;
    }
    if (step.verb >= Verb::ADD)
    {
        os << ' ' << step.key;
    }
    if (step.verb == Verb::ADD || step.verb == Verb::DELETE)
    {
        os << " flags " << step.flags;
    }
    return os << " (" << step.number << ')';
}

std::ostream&
operator<<(std::ostream& os, const MfeSetup& setup)
{
    os << "rib " << setup.rib[0] << ' ' << setup.rib[1] << " order " << setup.alertOrder << " mute "
       << setup.mute << " posted " << setup.posted;
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
