/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_ENUM_NAMES_H
#define MGM_ENUM_NAMES_H

#include <array>
#include <cstddef>
#include <string_view>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief Names of the values of an enumeration that count from 0.
 *
 * A value without a name, or a name too many, does not compile.
 *
 * @tparam Enum the enumeration
 * @tparam COUNT number of its values: by default the value COUNT, which then ends it
 */
template <typename Enum, std::size_t COUNT = static_cast<std::size_t>(Enum::COUNT)>
class EnumNames
{
  public:
    /// Number of values.
    static constexpr std::size_t SIZE = COUNT;

    /// @param names the names, in the order of the values
    template <typename... Names>
    explicit constexpr EnumNames(Names... names)
        : m_names{std::string_view(names)...}
    {
        static_assert(sizeof...(Names) == SIZE, "each value has one name");
    }

    /// @param value a value
    /// @return its name, "unknown" if it has none
    constexpr std::string_view operator[](Enum value) const
    {
        const auto index = static_cast<std::size_t>(value);
        return index < SIZE ? m_names[index] : "unknown";
    }

    /// @return the first name
    constexpr auto begin() const
    {
        return m_names.begin();
    }

    /// @return behind the last name
    constexpr auto end() const
    {
        return m_names.end();
    }

  private:
    std::array<std::string_view, SIZE> m_names; ///< the names
};

} // namespace mgm
} // namespace ns3

#endif // MGM_ENUM_NAMES_H
