/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_DOUBLE_POLICY_H
#define MGM_DOUBLE_POLICY_H

#include <boost/math/policies/policy.hpp>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief Has Boost.Math compute in double what is given in double.
 *
 * By itself it computes in long double, whose width not all machines share: valgrind makes it a
 * double, and the tables of Boost, made before main(), overflow there.
 */
using DoublePolicy = boost::math::policies::policy<boost::math::policies::promote_double<false>>;

} // namespace mgm
} // namespace ns3

#endif // MGM_DOUBLE_POLICY_H
