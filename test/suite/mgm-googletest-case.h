/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_GOOGLETEST_CASE_H
#define MGM_GOOGLETEST_CASE_H

#include "ns3/test.h"

#include <string>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup tests
 * @brief A test case of ns-3 that runs suites of GoogleTest, in a process of their own.
 */
class GoogleTestCase : public TestCase
{
  public:
    /**
     * @param name what is run
     * @param program path of the program that has the suites
     * @param filter which of them, in the form of --gtest_filter
     */
    GoogleTestCase(const std::string& name, const std::string& program, const std::string& filter);

  private:
    void DoRun() override;

    std::string m_program; ///< path of the program
    std::string m_filter;  ///< which suites
};

} // namespace mgm
} // namespace ns3

#endif // MGM_GOOGLETEST_CASE_H
