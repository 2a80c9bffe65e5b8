/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "base/mgm-input-error.h"
#include "mgm-test-fixture.h"
#include "scenario/mgm-instant-guard.h"

namespace ns3
{
namespace mgm
{

class InstantGuardTest : public MgmTest
{
  protected:
    void Observe(int64_t timeNs, uint64_t count)
    {
        TraceRecord record;
        record.timeNs = timeNs;
        record.clientName = "pim";
        for (uint64_t i = 0; i < count; ++i)
        {
            m_guard.Observe(record);
        }
    }

    InstantGuard m_guard;
};

TEST_F(InstantGuardTest, LetsManyRecordsOfDifferentInstantsPass)
{
    Observe(1, InstantGuard::LIMIT - 1);
    Observe(2, InstantGuard::LIMIT - 1);
    EXPECT_NO_THROW(m_guard.Check("x"));
}

TEST_F(InstantGuardTest, NamesTheInstantThatDoesNotEnd)
{
    Observe(5, InstantGuard::LIMIT);
    Observe(6, 1);
    try
    {
        m_guard.Check("startup");
        FAIL() << "nothing was thrown";
    }
    catch (const InputError& error)
    {
        EXPECT_STREQ(error.what(),
                     "startup: found 1000000 trace records at 5 ns, the last about \"pim\", "
                     "expected reactions that come to an end");
    }
}

} // namespace mgm
} // namespace ns3
