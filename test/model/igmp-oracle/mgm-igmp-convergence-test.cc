/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-digits.h"
#include "mgm-igmp-lossy-lan.h"
#include "mgm-test-fixture.h"
#include "mgm-test-property.h"

namespace ns3
{
namespace mgm
{

namespace
{

/// @brief A kind of LAN.
struct Kind
{
    const char* name;         ///< its name
    IgmpLanVersions versions; ///< who speaks what
};

const std::vector<Kind> KINDS{{"V2", {2, {2, 2, 2}}},
                              {"V3", {3, {3, 3, 3}}},
                              {"V3RoutersAndMixedHosts", {3, {3, 2, 3}}},
                              {"V3RoutersAndAllHosts", {3, {3, 2, 1}}},
                              {"V2RoutersAndV3Hosts", {2, {3, 3, 2}}}};

/**
 * Hosts change what they want while packets are lost. After they have been quiet for long, without
 * loss, the routers know exactly what the hosts want.
 */
class IgmpConvergence : public MgmTest, public testing::WithParamInterface<Kind>
{
  protected:
    static constexpr int RUNS = 300;
    static constexpr int STEPS = 20;
    static constexpr uint32_t SOURCES = 4;

    /// @brief A host changes what it wants. @param lan the LAN @param bits a large random number
    /// @return what it does
    static std::string Step(IgmpLossyLan& lan, uint64_t bits)
    {
        Digits digits(bits);
        const auto wait = MilliSeconds(digits.OnceIn(2) ? digits.Below(30000) : digits.Below(2000));
        const auto host = digits.Below(3);
        const auto group = FIRST_GROUP + digits.Below(2);
        const bool isExclude = digits.OnceIn(3);
        const auto sources = digits.OnceIn(3) ? 0 : digits.Below(1U << SOURCES);
        lan.Run(wait);
        lan.SetFilter(host, group, {isExclude, sources});
        std::ostringstream os;
        os << "\n+" << wait.GetSeconds() << "s host " << host << ' ' << Ipv4Address(group)
           << (isExclude ? " EXCLUDE " : " INCLUDE ") << std::hex << sources;
        return os.str();
    }
};

TEST_P(IgmpConvergence, RoutersKnowTheUnionOfTheHosts)
{
    const auto property = []() {
        Digits digits(*LargeNumbers());
        const double loss = 0.1 * digits.Below(6);
        IgmpLossyLan lan(GetParam().versions, loss, digits.Below(1000000));
        std::ostringstream history;
        history << "loss " << loss;
        for (const auto bits : *rc::gen::container<std::vector<uint64_t>>(STEPS, LargeNumbers()))
        {
            history << Step(lan, bits);
        }
        lan.Settle();
        const auto wrong = lan.Compare({FIRST_GROUP, FIRST_GROUP + 1});
        if (!wrong.empty())
        {
            RC_FAIL(history.str() + '\n' + wrong);
        }
    };
    CheckProperty(property, RUNS, 0);
}

INSTANTIATE_TEST_SUITE_P(Lan, IgmpConvergence, testing::ValuesIn(KINDS), [](const auto& kind) {
    return kind.param.name;
});

} // namespace

} // namespace mgm
} // namespace ns3
