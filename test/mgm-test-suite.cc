/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

// What ns-3's test.py runs: the main rules, without GoogleTest, and the suites of GoogleTest where
// they are built.

#include "suite/mgm-googletest-case.h"
#include "suite/mgm-rule-cases.h"

#include <string>

namespace ns3
{
namespace mgm
{

namespace
{

#ifdef MGM_GOOGLETEST
constexpr const char* GOOGLETEST = MGM_GOOGLETEST; ///< Path of the program that has the suites.
#else
constexpr const char* GOOGLETEST = nullptr; ///< They are not built here.
#endif

/// Those that take more than a second each: random sequences, explorations and experiments.
constexpr const char* LONG_SUITES = "Shard/*:Lan/*:IgmpFuzz.*:ScenarioReader.*:Sweep.*:"
                                    "ReductionTest.*:ExplorationTest.*:Shipped/*:Mutation/*";

#ifdef NS3_ASSERT_ENABLE
/// Those with two equal paths, on which ns-3's global routing aborts if it has assertions.
constexpr const char* ABORTED_TESTS = "ScenarioRouting.*Global*";
#else
constexpr const char* ABORTED_TESTS = "";   ///< Without assertions ns-3 aborts none.
#endif

/// Stands for the suites of GoogleTest where these are not built.
class NoGoogleTestCase : public TestCase
{
  public:
    NoGoogleTestCase()
        : TestCase("GoogleTest suites: not built, which takes GoogleTest, RapidCheck and what the "
                   "command mgm-command needs")
    {
    }

  private:
    void DoRun() override
    {
    }
};

class MgmTestSuite : public TestSuite
{
  public:
    MgmTestSuite();

  private:
    /// @brief Adds the cases of the rules.
    void AddRules();

    /**
     * @brief Adds the cases that run suites of GoogleTest.
     * @param add AddTestCase(), whose second parameter has a type of another name in each ns-3
     */
    template <typename Length>
    void AddGoogleTest(void (TestCase::*add)(TestCase*, Length));
};

MgmTestSuite::MgmTestSuite()
    : TestSuite("mgm", Type::UNIT)
{
    AddRules();
    AddGoogleTest(&MgmTestSuite::AddTestCase);
}

void
MgmTestSuite::AddRules()
{
    for (const auto make :
         {&MakeClientCases, &MakeMembershipCases, &MakeForwardingCases, &MakeIgmpCases})
    {
        for (const auto rule : make())
        {
            AddTestCase(rule);
        }
    }
}

template <typename Length>
void
MgmTestSuite::AddGoogleTest(void (TestCase::*add)(TestCase*, Length))
{
    if (!GOOGLETEST)
    {
        AddTestCase(new NoGoogleTestCase);
        return;
    }
    const auto quick = std::string("-") + LONG_SUITES + ":" + ABORTED_TESTS;
    (this->*add)(new GoogleTestCase("GoogleTest suites", GOOGLETEST, quick), Length::QUICK);
    const auto others = std::string(LONG_SUITES) + "-" + ABORTED_TESTS;
    (this->*add)(new GoogleTestCase("GoogleTest suites that take longer", GOOGLETEST, others),
                 Length::EXTENSIVE);
}

MgmTestSuite g_mgmTestSuite; ///< registers the suite

} // namespace

} // namespace mgm
} // namespace ns3
