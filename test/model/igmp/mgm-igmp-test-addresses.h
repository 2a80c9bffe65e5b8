/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_IGMP_TEST_ADDRESSES_H
#define MGM_IGMP_TEST_ADDRESSES_H

#include "ns3/ipv4-address.h"

namespace ns3
{
namespace mgm
{

// Not inline: other folders mean other addresses by these names.

/// No group in particular, or no source.
const Ipv4Address ALL = Ipv4Address::GetZero();

/// Groups.
const Ipv4Address G{"239.1.1.1"};
const Ipv4Address G2{"239.1.1.2"};
const Ipv4Address G3{"239.1.1.3"};
const Ipv4Address SSM_G{"232.1.1.1"};

/// Sources.
const Ipv4Address S1{"10.0.1.1"};
const Ipv4Address S2{"10.0.1.2"};
const Ipv4Address S3{"10.0.1.3"};

} // namespace mgm
} // namespace ns3

#endif // MGM_IGMP_TEST_ADDRESSES_H
