/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_TRACE_WORDS_H
#define MGM_TRACE_WORDS_H

#include <ostream>
#include <string_view>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief The words of the trace: what the columns `op`, `event`, `action`, `old` and `new` of a
 * record say.
 *
 * Whoever writes a record and whoever reads one takes the words from here, so that a misspelt one
 * does not compile. mgm-trace-words.cc says what each of them means, and `mgm describe` prints it.
 * Elsewhere are the names of kinds (mgm-trace-record.h), of a result of a call (mgm-status.h), of
 * the rules of the specification that a violation names, and those of the states, events and
 * actions of an agent's state machine, which stand beside their enumerations. Of these, programs
 * read the states of PIM's machines alone, by way of the enumerations.
 */
namespace words
{

/// @name Calls: functions of the group manager, without "Mgm"
/// @{
inline constexpr std::string_view REGISTER_M_PROTOCOL = "RegisterMProtocol"; ///< A call.
inline constexpr std::string_view DEREGISTER_M_PROTOCOL = "DeRegisterMProtocol";
inline constexpr std::string_view FAIL_CLIENT = "FailClient";
inline constexpr std::string_view TAKE_INTERFACE_OWNERSHIP = "TakeInterfaceOwnership";
inline constexpr std::string_view RELEASE_INTERFACE_OWNERSHIP = "ReleaseInterfaceOwnership";
inline constexpr std::string_view GET_PROTOCOL_ON_INTERFACE = "GetProtocolOnInterface";
inline constexpr std::string_view ADD_GROUP_MEMBERSHIP_ENTRY = "AddGroupMembershipEntry";
inline constexpr std::string_view DELETE_GROUP_MEMBERSHIP_ENTRY = "DeleteGroupMembershipEntry";
inline constexpr std::string_view GROUP_ENUMERATION_START = "GroupEnumerationStart";
inline constexpr std::string_view GROUP_ENUMERATION_GET_NEXT = "GroupEnumerationGetNext";
inline constexpr std::string_view GROUP_ENUMERATION_END = "GroupEnumerationEnd";
inline constexpr std::string_view GET_MFE = "GetMfe";
inline constexpr std::string_view GET_FIRST_MFE = "GetFirstMfe";
inline constexpr std::string_view GET_NEXT_MFE = "GetNextMfe";
inline constexpr std::string_view GET_MFE_STATS = "GetMfeStats";
inline constexpr std::string_view GET_FIRST_MFE_STATS = "GetFirstMfeStats";
inline constexpr std::string_view GET_NEXT_MFE_STATS = "GetNextMfeStats";
inline constexpr std::string_view SET_MFE = "SetMfe";
/// @}

/// @name Callbacks
/// @{
inline constexpr std::string_view RPF = "RPF"; ///< A callback.
inline constexpr std::string_view CREATION_ALERT = "CREATION_ALERT";
inline constexpr std::string_view PRUNE_ALERT = "PRUNE_ALERT";
inline constexpr std::string_view JOIN_ALERT = "JOIN_ALERT";
inline constexpr std::string_view WRONG_IF = "WRONG_IF";
inline constexpr std::string_view LOCAL_JOIN = "LOCAL_JOIN";
inline constexpr std::string_view LOCAL_LEAVE = "LOCAL_LEAVE";
inline constexpr std::string_view DISABLE_IGMP = "DISABLE_IGMP";
inline constexpr std::string_view ENABLE_IGMP = "ENABLE_IGMP";
/// @}

/// @name Tables of the group manager
/// @{
inline constexpr std::string_view MEMBERSHIP = "membership"; ///< A table.
inline constexpr std::string_view OWNER = "owner";
inline constexpr std::string_view IGMP_HOLDER = "igmp";
inline constexpr std::string_view OWNERSHIP_CHANGE = "ownership-change";
inline constexpr std::string_view MFE = "mfe";
inline constexpr std::string_view MFE_OUTGOING = "mfe-outgoing";
inline constexpr std::string_view MFE_UPSTREAM = "mfe-upstream";
/// @}

/// @name What happens to a group manager
/// @{
inline constexpr std::string_view STEP = "step"; ///< An event.
inline constexpr std::string_view CRASH = "crash";
inline constexpr std::string_view ENUMERATED = "enumerated";
inline constexpr std::string_view REVERSE_PATH = "reverse-path";
inline constexpr std::string_view NOCACHE = "NOCACHE";
inline constexpr std::string_view WRONGIF = "WRONGIF";
/// @}

/// @name State machines and other parts of agents
/// @{
inline constexpr std::string_view IGMP_QUERIER = "IgmpQuerier"; ///< A machine.
inline constexpr std::string_view IGMP_GROUP_MODE = "IgmpGroupMode";
inline constexpr std::string_view IGMP_V2_GROUP = "IgmpV2Group";
inline constexpr std::string_view IGMP_V3_GROUP = "IgmpV3Group";
inline constexpr std::string_view IGMP_REPORTER = "IgmpReporter";
inline constexpr std::string_view IGMP_VERSION_MISMATCH = "IgmpVersionMismatch";
inline constexpr std::string_view IGMP_HOST_COMPATIBILITY = "IgmpHostCompatibility";
inline constexpr std::string_view IGMP_V1_MEMBERSHIP = "IgmpV1Membership";
inline constexpr std::string_view IGMP_V2_MEMBERSHIP = "IgmpV2Membership";
inline constexpr std::string_view IGMP_V3_FILTER = "IgmpV3Filter";
inline constexpr std::string_view IGMP_V3_RESPONSE = "IgmpV3Response";
inline constexpr std::string_view IGMP_V3_GENERAL_RESPONSE = "IgmpV3GeneralResponse";
inline constexpr std::string_view IGMP_HOST = "IgmpHost";
inline constexpr std::string_view IGMP_PROXY = "IgmpProxy";
inline constexpr std::string_view PIM_HELLO_SENDER = "PimHelloSender";
inline constexpr std::string_view PIM_NEIGHBOR = "PimNeighbor";
inline constexpr std::string_view PIM_DR = "PimDr";
inline constexpr std::string_view PIM_LAN_DELAYS = "PimLanDelays";
inline constexpr std::string_view PIM_ADDRESS_CONFLICT = "PimAddressConflict";
inline constexpr std::string_view PIM_DENSE_UPSTREAM = "PimDenseUpstream";
inline constexpr std::string_view PIM_DENSE_DOWNSTREAM = "PimDenseDownstream";
inline constexpr std::string_view PIM_DENSE_ASSERT = "PimDenseAssert";
inline constexpr std::string_view PIM_DENSE_ORIGINATOR = "PimDenseOriginator";
inline constexpr std::string_view CLIENT = "Client";
/// @}

/// @name Packets and messages
/// @{
inline constexpr std::string_view DATA = "data"; ///< A message.
inline constexpr std::string_view MESSAGE = "message";
inline constexpr std::string_view IGMP_MESSAGE = "IGMP";
inline constexpr std::string_view IGMP_V1_QUERY = "IGMPv1 Query";
inline constexpr std::string_view IGMP_V1_REPORT = "IGMPv1 Report";
inline constexpr std::string_view IGMP_V2_QUERY = "IGMPv2 Query";
inline constexpr std::string_view IGMP_V2_REPORT = "IGMPv2 Report";
inline constexpr std::string_view IGMP_V2_LEAVE = "IGMPv2 Leave";
inline constexpr std::string_view IGMP_V3_QUERY = "IGMPv3 Query";
inline constexpr std::string_view IGMP_V3_REPORT = "IGMPv3 Report";
inline constexpr std::string_view PIM_MESSAGE = "PIM";
inline constexpr std::string_view PIM_HELLO = "PIM Hello";
inline constexpr std::string_view PIM_REGISTER = "PIM Register";
inline constexpr std::string_view PIM_REGISTER_STOP = "PIM Register-Stop";
inline constexpr std::string_view PIM_JOIN_PRUNE = "PIM Join/Prune";
inline constexpr std::string_view PIM_BOOTSTRAP = "PIM Bootstrap";
inline constexpr std::string_view PIM_ASSERT = "PIM Assert";
inline constexpr std::string_view PIM_GRAFT = "PIM Graft";
inline constexpr std::string_view PIM_GRAFT_ACK = "PIM Graft-Ack";
inline constexpr std::string_view PIM_CANDIDATE_RP = "PIM Candidate-RP-Advertisement";
inline constexpr std::string_view PIM_STATE_REFRESH = "PIM State Refresh";
/// @}

/// @name What a call is in particular
/// @{
inline constexpr std::string_view JOIN_STATE = "join-state"; ///< What it is.
inline constexpr std::string_view FORWARD_STATE = "forward-state";
inline constexpr std::string_view JOIN_AND_FORWARD_STATE = "join-state+forward-state";
inline constexpr std::string_view ALL_SOURCES = "ALL_SOURCES";
inline constexpr std::string_view ANY_SOURCE = "ANY_SOURCE";
/// @}

/// @name What an alert is about
/// @{
inline constexpr std::string_view MEMBER_UPDATE = "member-update"; ///< Its subject.
inline constexpr std::string_view MEMBER_DELETE = "member-delete";
inline constexpr std::string_view FORWARDING = "forwarding";
/// @}

/// @name What a message of PIM says in particular
/// @{
inline constexpr std::string_view SAYS_JOIN = "join"; ///< What it says.
inline constexpr std::string_view SAYS_PRUNE = "prune";
inline constexpr std::string_view SAYS_JOIN_AND_PRUNE = "join+prune";
inline constexpr std::string_view SAYS_GOODBYE = "goodbye";
inline constexpr std::string_view SAYS_CANCEL = "cancel";
inline constexpr std::string_view SAYS_PRUNED = "prune-indicator";
/// @}

/// @name What changes a table
/// @{
inline constexpr std::string_view ADDED = "add"; ///< What does so.
inline constexpr std::string_view DELETED = "delete";
inline constexpr std::string_view CRASHED = "crash";
inline constexpr std::string_view BY_MEMBERSHIP = "membership";
inline constexpr std::string_view BY_OWNERSHIP = "ownership";
inline constexpr std::string_view BY_CREATION_ALERT = "creation-alert";
/// @}

/// @name What changes a forwarding entry: `mfe`
/// @{
inline constexpr std::string_view MFE_MISS = "miss"; ///< What does so.
inline constexpr std::string_view MFE_MADE = "made";
inline constexpr std::string_view MFE_REFUSED = "refused";
inline constexpr std::string_view MFE_ROUTE_MOVED = "route-moved";
inline constexpr std::string_view MFE_EXPIRED = "expired";
inline constexpr std::string_view MFE_DELETED = "deleted";
inline constexpr std::string_view MFE_FORGOTTEN = "forgotten";
/// @}

/// @name Others
/// @{
inline constexpr std::string_view REPORTED = "REPORTED"; ///< An event.
inline constexpr std::string_view MOVED = "moved";
/// @}

/// @name States of entries of tables
/// @{
inline constexpr std::string_view ABSENT = "absent"; ///< A state.
inline constexpr std::string_view PRESENT = "present";
inline constexpr std::string_view NOBODY = "nobody";
/// @}

/// @name Phases: `ownership-change`
/// @{
inline constexpr std::string_view STABLE = "stable"; ///< A phase.
inline constexpr std::string_view ANNOUNCED = "announced";
inline constexpr std::string_view CHANGING = "changing";
inline constexpr std::string_view ENABLING = "enabling";
/// @}

/// @name States of forwarding entries: `mfe`
/// @{
inline constexpr std::string_view MFE_MAKING = "making"; ///< A state.
inline constexpr std::string_view MFE_LIVE = "live";
inline constexpr std::string_view MFE_DORMANT = "dormant";
/// @}

/// @name What is done to a forwarding entry: `mfe`
/// @{
inline constexpr std::string_view MFE_NOTHING = "none"; ///< An action.
inline constexpr std::string_view MFE_MAKE = "make";
inline constexpr std::string_view MFE_INSTALL = "install";
inline constexpr std::string_view MFE_RETIRE = "retire";
inline constexpr std::string_view MFE_MOVE = "move";
inline constexpr std::string_view MFE_REMOVE = "remove";
/// @}

/// @name To what a step is done
/// @{
inline constexpr std::string_view STEP_OF_NODE = "node"; ///< To what.
inline constexpr std::string_view STEP_OF_HOST = "host";
inline constexpr std::string_view STEP_OF_AGENT = "agent";
/// @}

/// @param op the column `op` of a record
/// @return whether it names a call
bool IsCall(std::string_view op);

/// @param op the column `op` of a record
/// @return whether it names a callback
bool IsCallback(std::string_view op);

/// @param op the column `op` of a record
/// @return whether it names a table of the group manager
bool IsTable(std::string_view op);

/// @param op the column `op` of a record
/// @return whether it names a call of an enumeration
bool IsEnumeration(std::string_view op);

/// @param op the column `op` of a record
/// @return whether it names a state machine or a message of IGMP
bool IsOfIgmp(std::string_view op);

/// @param op the column `op` of a record
/// @return whether it names a state machine or a message of PIM
bool IsOfPim(std::string_view op);

} // namespace words

/**
 * @ingroup mgm
 * @brief Why something is dropped: what the column `event` of a record of kind DROP says.
 */
namespace drops
{

/// @name Group manager
/// @{
inline constexpr std::string_view CLIENT_GONE = "client-gone"; ///< Why.
/// @}

/// @name Forwarder
/// @{
inline constexpr std::string_view NO_ROUTE = "no-route"; ///< Why.
inline constexpr std::string_view NO_OWNER = "no-owner";
inline constexpr std::string_view WRONG_INTERFACE = "wrong-interface";
inline constexpr std::string_view NO_OUTGOING = "no-outgoing";
inline constexpr std::string_view QUEUE_FULL = "queue-full";
inline constexpr std::string_view ENTRY_DELETED = "entry-deleted";
inline constexpr std::string_view BAD_SOURCE = "bad-source";
inline constexpr std::string_view SCOPE_BOUNDARY = "scope-boundary";
inline constexpr std::string_view TTL_THRESHOLD = "ttl-threshold";
inline constexpr std::string_view TOO_BIG = "too-big";
inline constexpr std::string_view INTERFACE_DOWN = "interface-down";
/// @}

/// @name IGMP and PIM: what is no message
/// @{
inline constexpr std::string_view OWN_SOURCE = "own-source"; ///< Why.
inline constexpr std::string_view BAD_DESTINATION = "bad-destination";
inline constexpr std::string_view TOO_SHORT = "too-short";
inline constexpr std::string_view BAD_CHECKSUM = "bad-checksum";
inline constexpr std::string_view UNKNOWN_TYPE = "unknown-type";
inline constexpr std::string_view BAD_QUERY_LENGTH = "bad-query-length";
inline constexpr std::string_view TRUNCATED = "truncated";
inline constexpr std::string_view BAD_GROUP = "bad-group";
inline constexpr std::string_view BAD_VERSION = "bad-version";
inline constexpr std::string_view BAD_ADDRESS = "bad-address";
inline constexpr std::string_view BAD_OPTION = "bad-option";
inline constexpr std::string_view BAD_HASH_MASK = "bad-hash-mask";
/// @}

/// @name IGMP: what a router or a host ignores
/// @{
inline constexpr std::string_view NO_ROUTER_ALERT = "no-router-alert"; ///< Why.
inline constexpr std::string_view WRONG_DESTINATION = "wrong-destination";
inline constexpr std::string_view BAD_TTL = "bad-ttl";
inline constexpr std::string_view OFF_LINK_SOURCE = "off-link-source";
inline constexpr std::string_view NEWER_VERSION = "newer-version";
inline constexpr std::string_view OLDER_VERSION = "older-version";
inline constexpr std::string_view UNKNOWN_RECORD = "unknown-record";
inline constexpr std::string_view SSM_RANGE = "ssm-range";
inline constexpr std::string_view NOT_QUERIER = "not-querier";
inline constexpr std::string_view GROUP_LIMIT = "group-limit";
inline constexpr std::string_view SOURCE_LIMIT = "source-limit";
/// @}

/// @name PIM: what a router ignores
/// @{
inline constexpr std::string_view NO_NEIGHBOR = "no-neighbor"; ///< Why.
/// @}

/// @name Below the forwarder
/// @{
inline constexpr std::string_view SOURCE_INTERFACE_DOWN = "source-interface-down"; ///< Why.
inline constexpr std::string_view IP_INTERFACE_DOWN = "ip-interface-down";
inline constexpr std::string_view IP_TTL_EXPIRED = "ip-ttl-expired";
inline constexpr std::string_view IP_NO_ROUTE = "ip-no-route";
inline constexpr std::string_view IP_BAD_CHECKSUM = "ip-bad-checksum";
inline constexpr std::string_view IP_ROUTE_ERROR = "ip-route-error";
inline constexpr std::string_view IP_FRAGMENT_TIMEOUT = "ip-fragment-timeout";
inline constexpr std::string_view IP_OTHER = "ip-other";
inline constexpr std::string_view DEVICE_QUEUE = "device-queue";
inline constexpr std::string_view DEVICE_QUEUE_DISC = "device-queue-disc";
inline constexpr std::string_view DEVICE_MAC_TX = "device-mac-tx";
inline constexpr std::string_view DEVICE_PHY_TX = "device-phy-tx";
inline constexpr std::string_view DEVICE_PHY_RX = "device-phy-rx";
/// @}

} // namespace drops

/**
 * @ingroup mgm
 * @brief A word for why something is dropped.
 */
struct DropWord
{
    std::string_view word;    ///< Lower-case words with hyphens between them.
    std::string_view meaning; ///< What it says.
    bool isOfData{false};     ///< Whether packets of streams are dropped so.
};

/// @ingroup mgm
/// @brief All words for drops.
inline constexpr DropWord DROP_WORDS[] = {
    // Group manager
    {drops::CLIENT_GONE,
     "callback: the client was gone when it was its turn; `action` has its kind"},
    // Forwarder
    {drops::NO_ROUTE, "there is no route towards the source (MFE-2)", true},
    {drops::NO_OWNER, "nobody answers for the interface towards the source (MFE-2)", true},
    {drops::WRONG_INTERFACE, "it arrived on another interface than the incoming one (MFE-3)", true},
    {drops::NO_OUTGOING, "nobody wants it", true},
    {drops::QUEUE_FULL, "too many packets wait for their entry, or too many entries (MFE-9)", true},
    {drops::ENTRY_DELETED, "the entry was deleted while the packet waited", true},
    {drops::BAD_SOURCE, "the source address cannot be that of a host", true},
    {drops::SCOPE_BOUNDARY, "the group may not cross the interface (RFC 2365)", true},
    {drops::TTL_THRESHOLD, "the time to live is not above the threshold of the interface", true},
    {drops::TOO_BIG, "it may not be fragmented and does not fit", true},
    {drops::INTERFACE_DOWN, "the interface is down, or was removed", true},
    // IGMP and PIM: what is no message
    {drops::OWN_SOURCE, "IGMP, PIM: from this node"},
    {drops::BAD_DESTINATION,
     "IGMP: to no group and no address of the interface; PIM: not where messages of its type go "
     "(RFC 7761 section 4.9)"},
    {drops::TOO_SHORT, "IGMP: less than 8 octets; PIM: less than 4"},
    {drops::BAD_CHECKSUM, "IGMP, PIM: the checksum is wrong"},
    {drops::UNKNOWN_TYPE, "IGMP, PIM: no type of message that is known"},
    {drops::BAD_QUERY_LENGTH, "IGMP: a query of no version's length (RFC 3376 section 7.1)"},
    {drops::TRUNCATED, "IGMP, PIM: it ends before what its counts announce; `detail` says where"},
    {drops::BAD_GROUP, "IGMP, PIM: the group is no multicast group"},
    {drops::BAD_VERSION, "PIM: not version 2"},
    {drops::BAD_ADDRESS, "PIM: an encoded address that is none of IPv4, or has no good mask"},
    {drops::BAD_OPTION, "PIM: a known option of a Hello that has not its length"},
    {drops::BAD_HASH_MASK, "PIM: a mask for the hash that is longer than an address"},
    // IGMP: what a router or a host ignores
    {drops::NO_ROUTER_ALERT, "IGMP: without the option Router Alert, which is required"},
    {drops::WRONG_DESTINATION,
     "IGMP: sent where such a message must not be (RFC 3376 section 9.1, RFC 2236 section 9)"},
    {drops::BAD_TTL, "IGMP, PIM: the time to live is not 1, which is required"},
    {drops::OFF_LINK_SOURCE,
     "IGMP: a report from no subnet of the interface (RFC 3376 section 9.2); PIM: any message"},
    {drops::NEWER_VERSION, "IGMP: of a version above that of the interface"},
    {drops::OLDER_VERSION, "IGMP: a host's message of a version that is not accepted"},
    {drops::UNKNOWN_RECORD, "IGMP: a group record of an unknown type (RFC 3376 section 4.2.12)"},
    {drops::SSM_RANGE,
     "IGMP: any-source semantics for a source-specific group (RFC 4604 section 3)"},
    {drops::NOT_QUERIER, "IGMP: not sent: a specific query that only the querier sends"},
    {drops::GROUP_LIMIT, "IGMP: one group too many"},
    {drops::SOURCE_LIMIT, "IGMP: one source too many for a group"},
    // PIM: what a router ignores
    {drops::NO_NEIGHBOR,
     "PIM: from a router that has said no Hello (RFC 7761 sections 4.3.1, 4.5 and 4.6)"},
    // Below the forwarder
    {drops::SOURCE_INTERFACE_DOWN, "the interface of the packet's source was down", true},
    {drops::IP_INTERFACE_DOWN,
     "it arrived on an interface that is down, or was to leave there",
     true},
    {drops::IP_TTL_EXPIRED, "dropped by IPv4: the time to live", true},
    {drops::IP_NO_ROUTE, "dropped by IPv4: there is no route", true},
    {drops::IP_BAD_CHECKSUM, "dropped by IPv4: the checksum is wrong", true},
    {drops::IP_ROUTE_ERROR, "dropped by IPv4: an error of the route", true},
    {drops::IP_FRAGMENT_TIMEOUT, "dropped by IPv4: a fragment is missing", true},
    {drops::IP_OTHER, "dropped by IPv4 for another reason", true},
    {drops::DEVICE_QUEUE, "the queue of a device was full", true},
    {drops::DEVICE_QUEUE_DISC, "dropped by the queue disc of a device", true},
    {drops::DEVICE_MAC_TX, "dropped by a device before it was sent", true},
    {drops::DEVICE_PHY_TX, "dropped by a device while it was sent", true},
    {drops::DEVICE_PHY_RX,
     "dropped by a device on arrival, or lost by a step `lose` of a scenario",
     true},
};

/**
 * @brief Writes the words, but those for drops, and their meanings as a Markdown table.
 * @param os where to write
 */
void DescribeTraceWords(std::ostream& os);

/**
 * @brief Writes the words for drops and their meanings as a Markdown table.
 * @param os where to write
 */
void DescribeDropWords(std::ostream& os);

} // namespace mgm
} // namespace ns3

#endif // MGM_TRACE_WORDS_H
