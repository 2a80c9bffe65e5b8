/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_WRONG_IF_POLICY_H
#define MGM_WRONG_IF_POLICY_H

#include "mgm-mfe-entry.h"

#include "ns3/nstime.h"

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief Decides when WRONG_IF is called: not too often (MFE-3).
 */
class WrongIfPolicy
{
  public:
    /// @param isOn whether it is called at all
    void SetOn(bool isOn)
    {
        m_isOn = isOn;
    }

    /// @return whether it is called at all
    bool IsOn() const
    {
        return m_isOn;
    }

    /// @param interval least time between two calls for the same entry and interface
    void SetInterval(Time interval)
    {
        m_interval = interval;
    }

    /// @return least time between two calls for the same entry and interface
    Time GetInterval() const
    {
        return m_interval;
    }

    /**
     * @brief Decides on a packet, and notes a call.
     * @param entry the entry it matches
     * @param arrival the interface on which it arrived
     * @param now the present time
     * @return whether WRONG_IF is called
     */
    bool Decide(MfeEntry& entry, const InterfaceId& arrival, Time now) const;

  private:
    bool m_isOn{true}; ///< whether it is called at all
    Time m_interval;   ///< least time between two calls
};

} // namespace mgm
} // namespace ns3

#endif // MGM_WRONG_IF_POLICY_H
