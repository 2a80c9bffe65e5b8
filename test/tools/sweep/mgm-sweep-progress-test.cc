/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "sweep/mgm-sweep-progress.h"

#include <gtest/gtest.h>
#include <sstream>

namespace ns3
{
namespace mgm
{

namespace
{

using std::chrono::milliseconds;

TEST(SweepProgress, PrintsALineForEachTenth)
{
    std::ostringstream text;
    SweepProgress progress(text, false);
    progress.Show({40, 0, 0, 0}, milliseconds(0));
    progress.Show({40, 0, 1, 0}, milliseconds(500));
    progress.Show({40, 0, 4, 0}, milliseconds(2000));
    progress.Show({40, 0, 5, 1}, milliseconds(2500));
    progress.Show({40, 0, 40, 1}, milliseconds(20000));
    EXPECT_EQ(text.str(),
              "0 of 40 runs\n"
              "4 of 40 runs, 2 runs/s, 18 s left\n"
              "40 of 40 runs, 1 failed, 2 runs/s, 20 s\n");
}

TEST(SweepProgress, ReckonsWithoutRunsThatWereThere)
{
    std::ostringstream text;
    SweepProgress progress(text, false);
    progress.Show({1000, 500, 500, 0}, milliseconds(0));
    progress.Show({1000, 500, 600, 0}, milliseconds(100000));
    EXPECT_EQ(text.str(),
              "500 of 1000 runs\n"
              "600 of 1000 runs, 1 runs/s, 6 min 40 s left\n");
}

TEST(SweepProgress, DrawsABarOnATerminal)
{
    std::ostringstream text;
    SweepProgress progress(text, true);
    progress.Show({4, 0, 2, 0}, milliseconds(1000));
    progress.Show({4, 0, 3, 0}, milliseconds(1010));
    progress.Show({4, 0, 4, 0}, milliseconds(2000));
    EXPECT_EQ(text.str(),
              "\r[###############               ] 2 of 4 runs, 2 runs/s, 1 s left\x1b[K"
              "\r[##############################] 4 of 4 runs, 2 runs/s, 2 s\x1b[K\n");
}

} // namespace

} // namespace mgm
} // namespace ns3
