/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-test-fixture.h"

#include "ns3/config.h"
#include "ns3/ipv4-address-generator.h"
#include "ns3/mac48-address.h"
#include "ns3/names.h"
#include "ns3/simulator.h"

namespace ns3
{
namespace mgm
{

namespace
{

void
ResetSimulator()
{
    Simulator::Destroy();
    Names::Clear();
    Config::Reset(); // includes the seed and the run, which are global values
    Ipv4AddressGenerator::Reset();
    Mac48Address::ResetAllocationIndex();
}

} // namespace

void
MgmTest::SetUp()
{
    ResetSimulator();
}

void
MgmTest::TearDown()
{
    ResetSimulator();
}

} // namespace mgm
} // namespace ns3
