/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_CALLBACK_CHAIN_H
#define MGM_CALLBACK_CHAIN_H

#include "mgm-client-registry.h"

#include "ns3/nstime.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief Clients answer each other's callbacks without end (ALR-8): the run can't go on.
 *
 * Thrown out of the call or the event that is under way. What it says names the clients.
 */
class CallbackChainError : public std::runtime_error
{
  public:
    using std::runtime_error::runtime_error;
};

/**
 * @ingroup mgm
 * @brief Ends chains of callbacks that answer each other without end (ALR-8).
 *
 * A callback belongs to a chain if a call that was made inside an earlier callback of the same
 * instant has caused it. Inline and posted delivery are alike in that. Chains that branch may never
 * get long, because their callbacks take turns: so the callbacks of an instant that belong to any
 * chain are counted as well.
 */
class CallbackChain
{
  public:
    /// @param registry the clients
    explicit CallbackChain(const ClientRegistry& registry);

    /// @param limit how many callbacks a chain may have
    void SetLimit(uint32_t limit)
    {
        m_limit = limit;
    }

    /// @return how many callbacks a chain may have
    uint32_t GetLimit() const
    {
        return m_limit;
    }

    /// @param limit how many callbacks of one instant may belong to chains
    void SetCountLimit(uint32_t limit)
    {
        m_countLimit = limit;
    }

    /// @return how many callbacks of one instant may belong to chains
    uint32_t GetCountLimit() const
    {
        return m_countLimit;
    }

    /**
     * @brief Notes a callback that is about to be made.
     * @param client whose it is
     * @param op which callback
     * @param length how many callbacks of the chain came before it
     * @param now the present time
     * @throws CallbackChainError if the chain is too long, or there are too many in chains
     */
    void Note(ClientHandle client, std::string_view op, uint32_t length, Time now);

  private:
    /// A callback.
    struct Callback
    {
        ClientHandle client; ///< whose
        std::string_view op; ///< which
    };

    /// How many of the newest callbacks an error may name.
    static constexpr std::size_t RECENT = 16;

    /// @brief Counts a callback of a chain.
    /// @param now the present time
    /// @return how many there are in this instant
    uint32_t Count(Time now);

    /// @return the newest callbacks, each kind once
    std::string DescribeRecent() const;

    const ClientRegistry& m_registry;        ///< the clients
    uint32_t m_limit{0};                     ///< how many callbacks a chain may have
    uint32_t m_countLimit{0};                ///< how many of one instant may belong to chains
    uint32_t m_count{0};                     ///< how many of the present instant do
    Time m_instant;                          ///< that instant
    std::array<Callback, RECENT> m_recent{}; ///< the newest callbacks
    std::size_t m_next{0};                   ///< where the next one goes
};

} // namespace mgm
} // namespace ns3

#endif // MGM_CALLBACK_CHAIN_H
