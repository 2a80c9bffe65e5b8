/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_TEST_FIXTURE_H
#define MGM_TEST_FIXTURE_H

#include <gtest/gtest.h>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup tests
 * @brief Gives each test a simulator in its initial state.
 *
 * Time 0, no nodes or names, default attributes, addresses from the first one, seed 1 and run 1.
 * The counter of automatic random streams is out of reach in ns-3.37: a test that draws numbers
 * assigns its streams, as a reproducible simulation does anyhow.
 */
class MgmTest : public testing::Test
{
  protected:
    void SetUp() override;
    void TearDown() override;
};

} // namespace mgm
} // namespace ns3

#endif // MGM_TEST_FIXTURE_H
