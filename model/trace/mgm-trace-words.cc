/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-trace-words.h"

#include <algorithm>
#include <iterator>

namespace ns3
{
namespace mgm
{

namespace words
{

namespace
{

/// A word and what it says.
struct MeantWord
{
    std::string_view word;
    std::string_view meaning;
};

constexpr MeantWord CALLS[]{
    {REGISTER_M_PROTOCOL, "a client registers; `event` has the callbacks that it offers"},
    {DEREGISTER_M_PROTOCOL, "a client leaves"},
    {FAIL_CLIENT, "a client dies: what it has is cleaned up for it"},
    {TAKE_INTERFACE_OWNERSHIP, "a client wants to own an interface"},
    {RELEASE_INTERFACE_OWNERSHIP, "a client gives an interface up"},
    {GET_PROTOCOL_ON_INTERFACE, "a client asks who owns an interface"},
    {ADD_GROUP_MEMBERSHIP_ENTRY, "a client has members; `event` has the flags"},
    {DELETE_GROUP_MEMBERSHIP_ENTRY, "a client has none any more; `event` has the flags"},
    {GROUP_ENUMERATION_START, "a client opens an enumeration; `event` has its type"},
    {GROUP_ENUMERATION_GET_NEXT, "a client asks for the next entries"},
    {GROUP_ENUMERATION_END, "a client closes its enumeration"},
    {GET_MFE, "somebody reads a forwarding entry"},
    {GET_FIRST_MFE, "somebody reads forwarding entries from the first one"},
    {GET_NEXT_MFE, "somebody reads forwarding entries behind one"},
    {GET_MFE_STATS, "somebody reads a forwarding entry with its counters"},
    {GET_FIRST_MFE_STATS, "as `GetFirstMfe`, with counters"},
    {GET_NEXT_MFE_STATS, "as `GetNextMfe`, with counters"},
    {SET_MFE, "a client sets the upstream neighbour of a forwarding entry"},
};

constexpr MeantWord CALLBACKS[]{
    {RPF, "a packet came for which there is no entry: where should it come from?"},
    {CREATION_ALERT, "an entry is made: does the owner of this interface want it?"},
    {PRUNE_ALERT, "nobody else wants this any more (ALR-2)"},
    {JOIN_ALERT, "somebody else wants this now (ALR-1)"},
    {WRONG_IF, "a packet came on another interface than the incoming one"},
    {LOCAL_JOIN, "IGMP has the first member on an interface of this owner"},
    {LOCAL_LEAVE, "IGMP has no member any more on an interface of this owner"},
    {DISABLE_IGMP, "an interface changes hands: IGMP is to keep quiet"},
    {ENABLE_IGMP, "the interface has changed hands: IGMP may go on"},
};

constexpr MeantWord TABLES[]{
    {MEMBERSHIP, "who has members of what on which interface"},
    {OWNER, "who owns an interface"},
    {IGMP_HOLDER, "who is IGMP on an interface"},
    {OWNERSHIP_CHANGE, "how far a change of owner is"},
    {MFE, "a forwarding entry"},
    {MFE_OUTGOING, "whether a forwarding entry forwards on an interface"},
    {MFE_UPSTREAM, "the upstream neighbour of a forwarding entry"},
};

constexpr MeantWord HAPPENINGS[]{
    {STEP, "the scenario does something; `action` tells to what, `detail` what"},
    {CRASH, "the node fails: all tables are lost"},
    {ENUMERATED, "an enumeration returns an entry"},
    {REVERSE_PATH, "the interface towards a source is another one now"},
    {NOCACHE, "the forwarder has no entry for a packet"},
    {WRONGIF, "the forwarder got a packet on another interface than the incoming one"},
};

constexpr MeantWord MACHINES[]{
    {IGMP_QUERIER, "IGMP router: the election of the querier"},
    {IGMP_GROUP_MODE, "IGMP router: the oldest version among the hosts of a group"},
    {IGMP_V2_GROUP, "IGMPv2 router: a group"},
    {IGMP_V3_GROUP, "IGMPv3 router: a group or a source of it"},
    {IGMP_REPORTER, "IGMP router: what it tells the group manager"},
    {IGMP_VERSION_MISMATCH, "IGMP router: a query of another version"},
    {IGMP_HOST_COMPATIBILITY, "IGMP host: the oldest version among the queriers"},
    {IGMP_V1_MEMBERSHIP, "IGMPv1 host: a group"},
    {IGMP_V2_MEMBERSHIP, "IGMPv2 host: a group"},
    {IGMP_V3_FILTER, "IGMPv3 host: the filter of a group"},
    {IGMP_V3_RESPONSE, "IGMPv3 host: the answer to a specific query"},
    {IGMP_V3_GENERAL_RESPONSE, "IGMPv3 host: the answer to a general query"},
    {IGMP_HOST, "IGMP host: a socket's filter is refused; `event` says why"},
    {IGMP_PROXY, "IGMP proxy: its registration and its upstream interface"},
    {PIM_HELLO_SENDER, "PIM: when an interface says Hello"},
    {PIM_NEIGHBOR, "PIM: the router on the link whose address is in `source`"},
    {PIM_DR, "PIM: the designated router of the link, by its address"},
    {PIM_LAN_DELAYS,
     "PIM: Effective_Propagation_Delay and Effective_Override_Interval [ms]; `T`: Joins are not "
     "suppressed"},
    {PIM_ADDRESS_CONFLICT, "PIM: two neighbours claim the secondary address in `source`"},
    {PIM_DENSE_UPSTREAM, "PIM dense mode: Upstream(S,G) (RFC 3973 section 4.4.1)"},
    {PIM_DENSE_DOWNSTREAM, "PIM dense mode: DownstreamPState(S,G,I) (RFC 3973 section 4.4.2)"},
    {PIM_DENSE_ASSERT, "PIM dense mode: the (S,G) Assert machine (RFC 3973 section 4.6.4)"},
    {PIM_DENSE_ORIGINATOR, "PIM dense mode: Origination(S,G) (RFC 3973 section 4.5.2)"},
    {CLIENT, "a protocol built on ManagerClient: its life"},
};

constexpr MeantWord MESSAGES[]{
    {DATA, "a packet of a stream"},
    {MESSAGE, "a message that a link loses, or a packet other than of IGMP that a step sends"},
    {IGMP_MESSAGE, "a message of IGMP that is dropped, or that a step sends and that is none"},
    {IGMP_V1_QUERY, "RFC 1112"},
    {IGMP_V1_REPORT, "RFC 1112"},
    {IGMP_V2_QUERY, "RFC 2236"},
    {IGMP_V2_REPORT, "RFC 2236"},
    {IGMP_V2_LEAVE, "RFC 2236"},
    {IGMP_V3_QUERY, "RFC 3376"},
    {IGMP_V3_REPORT, "RFC 3376"},
    {PIM_MESSAGE, "a message of PIM that is dropped"},
    {PIM_HELLO, "RFC 7761 section 4.3, RFC 3973 section 4.3"},
    {PIM_REGISTER, "RFC 7761 section 4.4"},
    {PIM_REGISTER_STOP, "RFC 7761 section 4.4"},
    {PIM_JOIN_PRUNE, "RFC 7761 section 4.5, RFC 3973 section 4.4"},
    {PIM_BOOTSTRAP, "RFC 5059"},
    {PIM_ASSERT, "RFC 7761 section 4.6, RFC 3973 section 4.6"},
    {PIM_GRAFT, "RFC 3973 section 4.4"},
    {PIM_GRAFT_ACK, "RFC 3973 section 4.4"},
    {PIM_CANDIDATE_RP, "RFC 5059"},
    {PIM_STATE_REFRESH, "RFC 3973 section 4.5"},
};

constexpr MeantWord CHOICES[]{
    {JOIN_STATE, "a membership with MGM_JOIN_STATE_FLAG"},
    {FORWARD_STATE,
     "a membership with MGM_FORWARD_STATE_FLAG; change of `mfe-outgoing` by such a call"},
    {JOIN_AND_FORWARD_STATE, "a membership with both flags"},
    {ALL_SOURCES, "an enumeration of all sources"},
    {ANY_SOURCE, "an enumeration of groups without sources"},
};

constexpr MeantWord PIM_SAYINGS[]{
    {SAYS_JOIN, "`PIM Join/Prune`: it has Joins alone"},
    {SAYS_PRUNE, "`PIM Join/Prune`: it has Prunes alone"},
    {SAYS_JOIN_AND_PRUNE, "`PIM Join/Prune`: it has both"},
    {SAYS_GOODBYE, "`PIM Hello`: its holdtime is 0"},
    {SAYS_CANCEL, "`PIM Assert`: an AssertCancel, its metric is infinite"},
    {SAYS_PRUNED, "`PIM State Refresh`: its Prune Indicator is set"},
};

constexpr MeantWord ALERT_TOPICS[]{
    {MEMBER_UPDATE, "a membership was added"},
    {MEMBER_DELETE, "a membership was deleted"},
    {FORWARDING, "a forwarding entry begins or ends to forward"},
};

constexpr MeantWord TABLE_EVENTS[]{
    {ADDED, "`membership`: AddGroupMembershipEntry"},
    {DELETED, "`membership`: DeleteGroupMembershipEntry, or what goes with its holder"},
    {CRASHED, "any table: the node fails"},
    {BY_MEMBERSHIP, "`mfe-outgoing`: a membership"},
    {BY_OWNERSHIP, "`mfe-outgoing`: the interface gets another holder"},
    {BY_CREATION_ALERT, "`mfe-outgoing`: the answer to a CREATION_ALERT"},
};

constexpr MeantWord ENTRY_EVENTS[]{
    {MFE_MISS, "a packet came for which there is no entry"},
    {MFE_MADE, "all callbacks of its making have returned"},
    {MFE_REFUSED, "there is no route to the source, or nobody has the interface towards it"},
    {MFE_ROUTE_MOVED, "the reverse-path interface is another one, or gone"},
    {MFE_EXPIRED, "it was not used, or was empty, for too long"},
    {MFE_DELETED, "who has the incoming interface changes, or the forwarder is gone"},
    {MFE_FORGOTTEN, "it has expired before all others, and there are too many"},
};

constexpr MeantWord OTHER_EVENTS[]{
    {REPORTED, "`IgmpV3Response`: a report that goes anyway has answered the query"},
    {MOVED, "`step`: an exploration has moved it"},
};

constexpr MeantWord TABLE_STATES[]{
    {ABSENT,
     "it is not there; `PimDenseUpstream`: the (S,G) is forgotten, with all of its machines"},
    {PRESENT, "it is there"},
    {NOBODY,
     "`owner`, `igmp`, `PimDr`: there is none; else the name of a client, or the address of a "
     "router"},
};

constexpr MeantWord PHASES[]{
    {STABLE, "no change is in progress"},
    {ANNOUNCED, "the change is reserved; IGMP, if there, has not been disabled yet"},
    {CHANGING, "IGMP is disabled and the change is being made"},
    {ENABLING, "the change is made and IGMP is being enabled"},
};

constexpr MeantWord ENTRY_STATES[]{
    {MFE_MAKING, "it is being made: callbacks are under way, packets wait"},
    {MFE_LIVE, "it is installed"},
    {MFE_DORMANT, "it has expired, but is remembered so that alerts go on (MFE-7)"},
};

constexpr MeantWord ENTRY_ACTIONS[]{
    {MFE_NOTHING, "nothing"},
    {MFE_MAKE, "it is made, from the route lookup on"},
    {MFE_INSTALL, "the forwarder gets it"},
    {MFE_RETIRE, "the forwarder forgets it"},
    {MFE_MOVE, "it gets the new incoming interface, without callbacks but alerts"},
    {MFE_REMOVE, "everybody forgets it"},
};

constexpr MeantWord STEP_SUBJECTS[]{
    {STEP_OF_NODE, "to the node, or to one of its links"},
    {STEP_OF_HOST, "to the IGMP host"},
    {STEP_OF_AGENT, "to a client of the group manager"},
};

template <typename Words>
bool
Contains(const Words& meantWords, std::string_view word)
{
    return std::any_of(std::begin(meantWords), std::end(meantWords), [word](const auto& each) {
        return each.word == word;
    });
}

/// Whether a text begins so.
bool
BeginsWith(std::string_view text, std::string_view beginning)
{
    return text.substr(0, beginning.size()) == beginning;
}

template <typename Words>
void
Describe(std::ostream& os,
         std::string_view columns,
         std::string_view kinds,
         const Words& meantWords)
{
    for (const auto& [word, meaning] : meantWords)
    {
        os << "| " << columns << " | " << kinds << " | `" << word << "` | " << meaning << " |\n";
    }
}

} // namespace

bool
IsCall(std::string_view op)
{
    return Contains(CALLS, op);
}

bool
IsCallback(std::string_view op)
{
    return Contains(CALLBACKS, op);
}

bool
IsTable(std::string_view op)
{
    return Contains(TABLES, op);
}

bool
IsEnumeration(std::string_view op)
{
    return op == GROUP_ENUMERATION_START || op == GROUP_ENUMERATION_GET_NEXT ||
           op == GROUP_ENUMERATION_END;
}

bool
IsOfIgmp(std::string_view op)
{
    return BeginsWith(op, "Igmp") || BeginsWith(op, IGMP_MESSAGE);
}

bool
IsOfPim(std::string_view op)
{
    return BeginsWith(op, "Pim") || BeginsWith(op, PIM_MESSAGE);
}

} // namespace words

void
DescribeTraceWords(std::ostream& os)
{
    os << "| column | kind of record | word | meaning |\n|---|---|---|---|\n";
    words::Describe(os, "`op`", "call, return, violation", words::CALLS);
    words::Describe(os, "`op`", "callback, callback-return, violation, drop", words::CALLBACKS);
    words::Describe(os, "`op`", "state", words::TABLES);
    words::Describe(os, "`op`", "event", words::HAPPENINGS);
    words::Describe(os, "`op`", "state, event", words::MACHINES);
    words::Describe(os, "`op`", "packet-tx, packet-rx, drop, forward", words::MESSAGES);
    words::Describe(os, "`event`", "call, return", words::CHOICES);
    words::Describe(os, "`event`", "packet-tx, packet-rx", words::PIM_SAYINGS);
    words::Describe(os, "`event`", "callback, callback-return", words::ALERT_TOPICS);
    words::Describe(os, "`event`", "state", words::TABLE_EVENTS);
    words::Describe(os, "`event`", "state", words::ENTRY_EVENTS);
    words::Describe(os, "`event`", "state, event", words::OTHER_EVENTS);
    words::Describe(os, "`old`, `new`", "state", words::TABLE_STATES);
    words::Describe(os, "`old`, `new`", "state", words::PHASES);
    words::Describe(os, "`old`, `new`", "state", words::ENTRY_STATES);
    words::Describe(os, "`action`", "state", words::ENTRY_ACTIONS);
    words::Describe(os, "`action`", "event", words::STEP_SUBJECTS);
}

void
DescribeDropWords(std::ostream& os)
{
    os << "| event | meaning |\n|---|---|\n";
    for (const auto& [word, meaning, isOfData] : DROP_WORDS)
    {
        os << "| `" << word << "` | " << meaning << " |\n";
    }
}

} // namespace mgm
} // namespace ns3
