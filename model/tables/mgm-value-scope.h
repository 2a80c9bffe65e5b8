/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_VALUE_SCOPE_H
#define MGM_VALUE_SCOPE_H

#include <utility>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief Gives a variable another value while it lives, also if an error ends that.
 */
template <typename T>
class ValueScope
{
  public:
    /**
     * @param variable the variable
     * @param value its value meanwhile
     */
    ValueScope(T& variable, T value)
        : m_variable(variable),
          m_before(std::exchange(variable, std::move(value)))
    {
    }

    ~ValueScope()
    {
        m_variable = m_before;
    }

    ValueScope(const ValueScope&) = delete;
    ValueScope& operator=(const ValueScope&) = delete;

  private:
    T& m_variable;    ///< the variable
    const T m_before; ///< its value before and afterwards
};

} // namespace mgm
} // namespace ns3

#endif // MGM_VALUE_SCOPE_H
