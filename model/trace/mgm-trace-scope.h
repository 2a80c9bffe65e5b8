/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_TRACE_SCOPE_H
#define MGM_TRACE_SCOPE_H

#include "mgm-trace-context.h"
#include "mgm-trace-record.h"
#include "mgm-tracer.h"

#include <optional>
#include <utility>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief Emits the enter and the leave record of a call or a callback.
 *
 * What happens while it lives is caused by the enter record and nested in it. Without a listener it
 * does nothing but look for one.
 */
class TraceScope
{
  public:
    /**
     * @brief Emits the enter record.
     * @param tracer the tracer; it outlives the scope
     * @param enter builds the enter record, of kind CALL or CALLBACK; not called without a listener
     */
    template <typename BuildRecord>
    TraceScope(const Tracer& tracer, BuildRecord enter)
    {
        if (tracer.IsConnected())
        {
            m_open.emplace(tracer, enter());
        }
    }

    TraceScope(const TraceScope&) = delete;
    TraceScope& operator=(const TraceScope&) = delete;

    /**
     * @brief Notes the result for the leave record.
     * @param status the result
     * @return the same
     */
    Status Return(Status status)
    {
        if (m_open)
        {
            m_open->status = status;
        }
        return status;
    }

    /**
     * @brief Adds a text to the leave record.
     * @param buildDetail builds the text at the end of the scope, if somebody reads it; what it
     *        refers to outlives the scope
     */
    template <typename BuildDetail>
    void Explain(BuildDetail buildDetail)
    {
        if (m_open)
        {
            m_open->detail.emplace(std::move(buildDetail));
        }
    }

  private:
    /// A scope that somebody listens to.
    struct Open
    {
        /// @brief Emits the enter record and makes it the cause of what follows.
        /// @param tracer where the records go
        /// @param enter the record
        Open(const Tracer& tracer, const TraceRecord& enter);

        /// @brief Emits the leave record.
        ~Open();

        const Tracer& tracer;               ///< where the records go
        TraceRecord record;                 ///< the enter record
        std::optional<CauseScope> cause;    ///< makes it the cause of what happens inside
        std::optional<Status> status;       ///< result of the call
        std::optional<DeferredText> detail; ///< text for the leave record
    };

    std::optional<Open> m_open; ///< empty when nobody listens
};

} // namespace mgm
} // namespace ns3

#endif // MGM_TRACE_SCOPE_H
