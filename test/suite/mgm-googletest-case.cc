/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-googletest-case.h"

#include <cstdlib>
#include <fstream>
#include <iostream>

namespace ns3
{
namespace mgm
{

GoogleTestCase::GoogleTestCase(const std::string& name,
                               const std::string& program,
                               const std::string& filter)
    : TestCase(name),
      m_program(program),
      m_filter(filter)
{
}

void
GoogleTestCase::DoRun()
{
    NS_TEST_ASSERT_MSG_EQ(std::ifstream(m_program).good(), true, m_program + " is not built");

    // Properties are checked with the same random values in each run.
    const auto log = CreateTempDirFilename("googletest.log");
    const auto command = "RC_PARAMS=seed=1 '" + m_program +
                         "' --gtest_brief=1 '--gtest_filter=" + m_filter + "' >'" + log + "' 2>&1";
    const auto status = std::system(command.c_str());
    if (status != 0)
    {
        std::cerr << std::ifstream(log).rdbuf();
    }
    NS_TEST_ASSERT_MSG_EQ(status, 0, "failed: " + command);
}

} // namespace mgm
} // namespace ns3
