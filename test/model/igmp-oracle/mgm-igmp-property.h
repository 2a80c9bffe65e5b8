/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_IGMP_PROPERTY_H
#define MGM_IGMP_PROPERTY_H

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
 * @brief Checks a property on random numbers of its own.
 * @param property the property
 * @param count how often
 * @param shard makes the numbers differ from those of other tests
 */
template <typename Property>
void
CheckProperty(Property property, int count, int shard)
{
    auto params = rc::detail::configuration().testParams;
    params.seed += shard;
    params.maxSuccess = count;
    const auto result = rc::detail::checkTestable(property, rc::detail::TestMetadata(), params);
    std::ostringstream os;
    rc::detail::printResultMessage(result, os);
    EXPECT_TRUE(result.template is<rc::detail::SuccessResult>()) << os.str();
}

} // namespace mgm
} // namespace ns3

#endif // MGM_IGMP_PROPERTY_H
