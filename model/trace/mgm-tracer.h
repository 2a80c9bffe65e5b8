/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_TRACER_H
#define MGM_TRACER_H

#include "mgm-trace-record.h"

#include "ns3/object.h"
#include "ns3/traced-callback.h"

/*
 * DOC model/trace: the trace, the record of a run.
 *
 * Everything that this project tells about a simulation is a TraceRecord: a call and its return, a
 * callback and its return, a state that changes, a packet that is sent, forwarded, received or
 * dropped. What a record holds is written in one place, the list of columns (mgm-trace-column.h),
 * which all writers and readers go by; the words for drops are in another (mgm-drop-words.h).
 *
 * A node owns its Tracer, by aggregation. The objects of the node that trace keep a pointer to it
 * and build a record only if somebody is connected. The TraceContext belongs to the simulation: it
 * numbers the records of all nodes and knows which record is the cause of what happens now. A
 * TraceScope is open around a call or a callback, a CauseScope around whatever an earlier record
 * leads to: who schedules an event takes the cause along and opens the scope again when it comes.
 * The sinks (the writers of this folder, and all that observes a run) are connected by the user
 * and are not ours.
 *
 * Order: Tracer::Emit() fills in number, time, depth, node and cause, then calls the sinks one
 * after the other. A sink sees the record during the call only, and changes nothing in the
 * simulation.
 *
 * What must hold: numbers run from 1 without gaps; a cause is an earlier record; each CALL has its
 * RETURN and each CALLBACK its CALLBACK_RETURN, nested as the calls are; a record holds no
 * pointer, no time of day and no order of a hash table, so that equal runs give equal traces (I10,
 * sound).
 */

namespace ns3
{

class Node;

namespace mgm
{

/**
 * @ingroup mgm
 * @brief The one place that all trace records of a node pass through.
 *
 * Aggregated to the node by the first object that traces. Connect to its trace source "Record", for
 * example by the Config path `/NodeList/[i]/$ns3::mgm::Tracer/Record`. Nothing is built or numbered
 * on a node whose trace source nobody is connected to.
 */
class Tracer : public Object
{
  public:
    /// @return the TypeId
    static TypeId GetTypeId();

    /**
     * @brief Finds the tracer of a node, or makes it one.
     * @param node the node
     * @return its tracer
     */
    static Ptr<Tracer> Of(Ptr<Node> node);

    /// @return whether somebody listens: if not, no record needs to be built
    bool IsConnected() const
    {
        return !m_record.IsEmpty();
    }

    /**
     * @brief Completes a record with number, time, cause, depth and node, and hands it to the
     * sinks.
     *
     * Does nothing when nobody is connected.
     *
     * @param record the record; its `seq`, `timeNs`, `depth`, `node` are filled in, and its `cause`
     *        if it is 0
     * @return the record's number, 0 when nobody is connected
     */
    uint64_t Emit(TraceRecord& record) const;

    /**
     * @brief As Emit(TraceRecord&), for a record that nobody reads afterwards.
     * @param record the record
     * @return the record's number, 0 when nobody is connected
     */
    uint64_t Emit(TraceRecord&& record) const
    {
        return Emit(record);
    }

    /**
     * @brief Signature of the trace source "Record".
     * @param record the record; its views are valid only during the call
     */
    typedef void (*RecordCallback)(const TraceRecord& record);

  private:
    /// The records of the node.
    TracedCallback<const TraceRecord&> m_record;
    uint32_t m_nodeId{0}; ///< id of the node
};

} // namespace mgm
} // namespace ns3

#endif // MGM_TRACER_H
