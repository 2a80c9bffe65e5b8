/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_OWED_ALERTS_H
#define MGM_OWED_ALERTS_H

#include "mgm-seen-clients.h"

#include <cstdint>
#include <deque>
#include <optional>
#include <string_view>
#include <vector>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief What an alert is about.
 */
enum class AlertTopic : uint8_t
{
    MEMBERSHIP, ///< What other clients want (ALR-1 to ALR-3).
    LOCAL,      ///< What IGMP has on an interface (MBR-4).
    FORWARDING, ///< Whether packets of an entry go anywhere (MFE-4).
};

/**
 * @ingroup mgm
 * @brief An alert that the rules give for a change.
 */
struct OwedAlert
{
    uint32_t client{0};                       ///< Number of the registration of who is called.
    AlertTopic topic{AlertTopic::MEMBERSHIP}; ///< What kind of alert it is.
    bool isJoin{false};                       ///< Whether it tells that somebody wants it.
    SourceGroup key;                          ///< About what.
    std::vector<InterfaceId> interfaces;      ///< Where: one of these; empty is anywhere.
    RecordNote change;                        ///< The change that it follows.
    std::string_view rule;                    ///< The rule that gives it.
    bool isRequired{true};                    ///< False: it may come, or may not.
    bool isOrdered{true};                     ///< False: what is younger may come first.
    ClientId id{};                            ///< Id of the client.
    std::string_view op{};                    ///< Name of the callback.
};

/**
 * @ingroup mgm
 * @brief What is to be said of the alert that a record reports.
 */
struct AlertVerdict
{
    bool isAlert{false};              ///< Whether the record is an alert.
    bool isOwed{true};                ///< Whether it is owed.
    std::optional<OwedAlert> strayed; ///< The alert that is owed with another interface.
    std::vector<OwedAlert> lost;      ///< Alerts that were owed and will not come any more.
};

/**
 * @ingroup mgm
 * @brief The alerts that are due on a node.
 *
 * Alerts may come later than the changes that they follow, but they come in the order of these
 * changes: when a younger one has come, an older one that is missing is lost.
 */
class OwedAlerts
{
  public:
    /// @param clients the clients of the node
    explicit OwedAlerts(const SeenClients& clients);

    /**
     * @brief Adds an alert. A client that is gone, or that does not have the callback, is skipped
     * (ALR-6).
     * @param alert the alert, without id and op
     */
    void Owe(OwedAlert alert);

    /**
     * @brief Follows a record: an alert, or a dropped alert.
     * @param record the record
     * @return what is to be said of it
     */
    AlertVerdict Follow(const TraceRecord& record);

    /**
     * @brief Ends the trace.
     * @param endNs time of its last record [ns]
     * @return alerts that should have come before that
     */
    std::vector<OwedAlert> TakeLost(int64_t endNs);

    /// @brief Forgets what is due: the node has crashed (REG-6).
    void Clear();

    /**
     * @param client number of a registration
     * @return whether alerts to that client are due
     */
    bool IsPending(uint32_t client) const;

  private:
    AlertVerdict Match(const TraceRecord& record, AlertTopic topic);
    void TakeOlder(const OwedAlert& seen, AlertVerdict& verdict);
    void Drop(const TraceRecord& record, AlertTopic topic);

    bool IsAtOnce() const;

    const SeenClients& m_clients; ///< the clients of the node
    std::deque<OwedAlert> m_owed; ///< what is due, in the order of the changes
    int64_t m_longestDelay{0};    ///< longest time that an alert took [ns]
    uint64_t m_nested{0};         ///< alerts that came within the call that had caused them
    uint64_t m_outside{0};        ///< alerts for changes by calls that came behind these calls
};

} // namespace mgm
} // namespace ns3

#endif // MGM_OWED_ALERTS_H
