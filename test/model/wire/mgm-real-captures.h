/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_REAL_CAPTURES_H
#define MGM_REAL_CAPTURES_H

#include <cstdint>
#include <filesystem>
#include <vector>

namespace ns3
{
namespace mgm
{

/// @ingroup tests
/// @return the captures in the directory that the environment variable MGM_CAPTURE_DIR names, in
///         the order of their names: real routers and hosts; none if it is not set
std::vector<std::filesystem::path> FindRealCaptures();

/**
 * @ingroup tests
 * @param path a capture of Ethernet frames
 * @return its frames without their link headers; one that is not IPv4 is empty
 */
std::vector<std::vector<uint8_t>> ReadIpPackets(const std::filesystem::path& path);

} // namespace mgm
} // namespace ns3

#endif // MGM_REAL_CAPTURES_H
