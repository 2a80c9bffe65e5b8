/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_NAMED_LIST_H
#define MGM_NAMED_LIST_H

#include <cstddef>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief A list of objects with different names, which are found by name at once.
 * @tparam Item an object with a member `name`, which does not change in the list
 */
template <typename Item>
class NamedList
{
  public:
    /// @brief Adds an object at the end.
    /// @param item the object
    void Add(Item item)
    {
        m_places.emplace(item.name, m_items.size());
        m_items.push_back(std::move(item));
    }

    /// @param name a name
    /// @return the index of the object with that name; nothing if there is none
    std::optional<std::size_t> Find(const std::string& name) const
    {
        const auto place = m_places.find(name);
        return place == m_places.end() ? std::nullopt : std::optional(place->second);
    }

    /**
     * @name What a std::vector has
     * @{
     */
    std::size_t size() const
    {
        return m_items.size();
    }

    bool empty() const
    {
        return m_items.empty();
    }

    Item& operator[](std::size_t index)
    {
        return m_items[index];
    }

    const Item& operator[](std::size_t index) const
    {
        return m_items[index];
    }

    auto begin()
    {
        return m_items.begin();
    }

    auto begin() const
    {
        return m_items.begin();
    }

    auto end()
    {
        return m_items.end();
    }

    auto end() const
    {
        return m_items.end();
    }

    /** @} */

  private:
    std::vector<Item> m_items;                             ///< the objects
    std::unordered_map<std::string, std::size_t> m_places; ///< their indices by name
};

} // namespace mgm
} // namespace ns3

#endif // MGM_NAMED_LIST_H
