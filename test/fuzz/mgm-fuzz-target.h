/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_FUZZ_TARGET_H
#define MGM_FUZZ_TARGET_H

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup tests
 * @brief What a fuzz target throws when an input shows a fault that is no crash by itself.
 */
class FuzzFault : public std::runtime_error
{
  public:
    using std::runtime_error::runtime_error;
};

/**
 * @ingroup tests
 * @brief Throws FuzzFault unless a condition holds.
 * @param condition the condition
 * @param what what is wrong if it does not hold
 */
void RequireOfInput(bool condition, const std::string& what);

/**
 * @ingroup tests
 * @brief A function that does something with any bytes: libFuzzer looks for bytes that break it,
 * and a test replays those that are kept in test/fuzz.
 */
struct FuzzTarget
{
    std::string_view name;         ///< Its name: of the folder of its inputs, and for ./mgm fuzz.
    void (*run)(std::string_view); ///< Takes an input; a fault is an exception or a crash.
};

/// @return all targets
const std::vector<FuzzTarget>& GetFuzzTargets();

/**
 * @ingroup tests
 * @param name name of a target
 * @return the target
 * @throws std::invalid_argument if there is none of that name
 */
const FuzzTarget& FindFuzzTarget(std::string_view name);

/**
 * @name The targets
 * @{
 */
/// @param input the payload of an IP packet behind an octet that says whether its checksum is right
void FuzzIgmp(std::string_view input);
/// @param input an IP header with Router Alert
void FuzzRouterAlert(std::string_view input);
/// @param input frames and events for a LAN of an IGMP router and an IGMP host
void FuzzIgmpLan(std::string_view input);
/// @param input the payload of an IP packet behind an octet that says whether its checksum is right
void FuzzPim(std::string_view input);
/// @param input messages and events for a router of dense mode
void FuzzPimDense(std::string_view input);
/// @param input a history of calls of the group manager, see FuzzHistory
void FuzzManager(std::string_view input);
/// @param input a scenario as JSON
void FuzzScenario(std::string_view input);
/// @param input a trace as JSON lines
void FuzzTraceJsonl(std::string_view input);
/// @param input a trace as CSV
void FuzzTraceCsv(std::string_view input);
/// @param input a trace as pcapng
void FuzzTracePcapng(std::string_view input);
/// @param input a trace file in any format, compressed or not
void FuzzTraceFile(std::string_view input);
/// @param input a pcap or pcapng file
void FuzzCapture(std::string_view input);
/** @} */

} // namespace mgm
} // namespace ns3

#endif // MGM_FUZZ_TARGET_H
