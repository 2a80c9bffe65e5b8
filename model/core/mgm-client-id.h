/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_CLIENT_ID_H
#define MGM_CLIENT_ID_H

#include <cstdint>
#include <ostream>

namespace ns3
{
namespace mgm
{

/// Protocol id of IGMP, the special client (OWN-1).
inline constexpr uint32_t IGMP_PROTOCOL_ID = 10;

/**
 * @ingroup mgm
 * @brief What a client is registered as: unique on a node (REG-2).
 */
struct ClientId
{
    uint32_t protocol{0};  ///< Protocol id; IGMP is 10.
    uint32_t component{0}; ///< Component id: one protocol may register several components.

    /// @return whether this is an IGMP component
    bool IsIgmp() const
    {
        return protocol == IGMP_PROTOCOL_ID;
    }
};

/**
 * @ingroup mgm
 * @brief Identifies a registered client in its calls (REG-1). Never reused in a simulation (REG-4).
 */
struct ClientHandle
{
    uint32_t value{0}; ///< 0 is no client.

    /// @return whether the handle was ever given out
    explicit operator bool() const
    {
        return value != 0;
    }
};

/**
 * @ingroup mgm
 * @brief Identifies an enumeration of groups (ENU-1). Never reused in a simulation (REG-4).
 */
struct EnumerationHandle
{
    uint32_t value{0}; ///< 0 is no enumeration.

    /// @return whether the handle was ever given out
    explicit operator bool() const
    {
        return value != 0;
    }
};

/**
 * @name Comparison and output of client and enumeration identities
 * @{
 */
inline bool
operator==(ClientId a, ClientId b)
{
    return a.protocol == b.protocol && a.component == b.component;
}

inline bool
operator!=(ClientId a, ClientId b)
{
    return !(a == b);
}

inline bool
operator<(ClientId a, ClientId b)
{
    return a.protocol != b.protocol ? a.protocol < b.protocol : a.component < b.component;
}

inline bool
operator==(ClientHandle a, ClientHandle b)
{
    return a.value == b.value;
}

inline bool
operator!=(ClientHandle a, ClientHandle b)
{
    return a.value != b.value;
}

inline bool
operator<(ClientHandle a, ClientHandle b)
{
    return a.value < b.value;
}

inline bool
operator==(EnumerationHandle a, EnumerationHandle b)
{
    return a.value == b.value;
}

inline bool
operator!=(EnumerationHandle a, EnumerationHandle b)
{
    return a.value != b.value;
}

inline std::ostream&
operator<<(std::ostream& os, ClientId id)
{
    return os << id.protocol << '/' << id.component;
}

inline std::ostream&
operator<<(std::ostream& os, ClientHandle handle)
{
    return os << handle.value;
}

/** @} */

} // namespace mgm
} // namespace ns3

#endif // MGM_CLIENT_ID_H
