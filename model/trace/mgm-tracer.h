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
