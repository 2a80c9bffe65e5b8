/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_TEST_PROPERTY_H
#define MGM_TEST_PROPERTY_H

#include <algorithm>
#include <cstdlib>
#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <sstream>

namespace ns3
{
namespace mgm
{

/// @ingroup tests
/// @return a large random number, from which to take smaller ones
inline rc::Gen<uint64_t>
LargeNumbers()
{
    return rc::gen::inRange<uint64_t>(0, uint64_t{1} << 62);
}

/**
 * @ingroup tests
 * @param usual how many random cases a test usually checks
 * @return so many percent of them as the environment variable MGM_SEQUENCES_PERCENT says, 100 of
 * them without it: a campaign asks for more, a build with sanitizers for fewer
 */
inline int
ScaleSequences(int usual)
{
    const auto* percent = std::getenv("MGM_SEQUENCES_PERCENT");
    return percent ? std::max(1, usual * std::atoi(percent) / 100) : usual;
}

/// @ingroup tests
/// @return whether enough random cases are checked to expect that each kind is among them
inline bool
AreKindsExpected()
{
    constexpr int ALL = 100;
    return ScaleSequences(ALL) >= ALL;
}

/**
 * @ingroup tests
 * @brief Checks a property on random numbers of its own.
 * @param property the property
 * @param count how often, see ScaleSequences()
 * @param shard makes the numbers differ from those of other tests
 * @return whether it holds
 */
template <typename Property>
bool
CheckProperty(Property property, int count, int shard)
{
    auto params = rc::detail::configuration().testParams;
    params.seed += shard;
    params.maxSuccess = ScaleSequences(count);
    const auto result = rc::detail::checkTestable(property, rc::detail::TestMetadata(), params);
    std::ostringstream os;
    rc::detail::printResultMessage(result, os);
    const bool holds = result.template is<rc::detail::SuccessResult>();
    EXPECT_TRUE(holds) << os.str();
    return holds;
}

} // namespace mgm
} // namespace ns3

#endif // MGM_TEST_PROPERTY_H
