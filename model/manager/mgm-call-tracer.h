/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_CALL_TRACER_H
#define MGM_CALL_TRACER_H

#include "ns3/mgm-client-registry.h"
#include "ns3/mgm-interface-id.h"
#include "ns3/mgm-source-group.h"
#include "ns3/mgm-trace-record.h"
#include "ns3/mgm-trace-scope.h"
#include "ns3/mgm-tracer.h"

#include <optional>
#include <string_view>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief Traces the calls of clients. Clients that are gone are named, too.
 */
class CallTracer
{
  public:
    /**
     * @param registry the clients
     * @param tracer where records go; may be replaced later
     */
    CallTracer(const ClientRegistry& registry, const Ptr<Tracer>& tracer);

    /**
     * @brief Makes a record about a call.
     * @param op the function
     * @param client who calls; may be a bad handle
     * @param interface the interface, if any
     * @param entry source and group, if any
     * @return the record
     */
    TraceRecord Make(std::string_view op,
                     ClientHandle client,
                     const std::optional<InterfaceId>& interface = std::nullopt,
                     const std::optional<SourceGroup>& entry = std::nullopt) const;

    /**
     * @brief Traces that a call begins.
     * @param op the function
     * @param client who calls; may be a bad handle
     * @param interface the interface, if any
     * @param entry source and group, if any
     * @return traces that it returns
     */
    TraceScope Begin(std::string_view op,
                     ClientHandle client,
                     const std::optional<InterfaceId>& interface = std::nullopt,
                     const std::optional<SourceGroup>& entry = std::nullopt) const;

    /**
     * @brief Traces an entry that an enumeration returns.
     * @param client who enumerates
     * @param entry the entry
     */
    void TraceEnumerated(ClientHandle client, const SourceGroup& entry) const;

    /**
     * @brief Traces that a client broke a rule.
     * @param rule the rule
     * @param op the function it called
     * @param client the client
     * @param interface the interface
     */
    void TraceViolation(std::string_view rule,
                        std::string_view op,
                        ClientHandle client,
                        const InterfaceId& interface) const;

  private:
    const ClientRegistry& m_registry; ///< the clients
    const Ptr<Tracer>& m_tracer;      ///< where records go
};

} // namespace mgm
} // namespace ns3

#endif // MGM_CALL_TRACER_H
