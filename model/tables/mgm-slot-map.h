/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_SLOT_MAP_H
#define MGM_SLOT_MAP_H

#include <cstdint>
#include <unordered_map>
#include <utility>
#include <vector>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief A hash map whose elements keep their place: a number that a cursor can walk along.
 *
 * An element stays in its slot from insertion to removal; a new one gets the hole left last, or a
 * slot at the end. So whoever visits the slots in ascending order meets every element that is there
 * all the time exactly once, whatever is added and removed meanwhile, and the order is the same in
 * every run. The slots lie side by side in memory.
 *
 * @tparam Key type of the keys
 * @tparam Value type of the values
 * @tparam Bits function that turns a key into a number of its own
 */
template <typename Key, typename Value, typename Bits>
class SlotMap
{
  public:
    /// Number of a slot.
    using SlotIndex = uint32_t;

    /**
     * @brief Finds an element, or makes one with a default value.
     * @param key its key
     * @return its slot
     */
    SlotIndex FindOrInsert(const Key& key)
    {
        const auto [found, isNew] = m_index.try_emplace(Bits()(key), NextSlot());
        if (isNew)
        {
            Fill(found->second, key);
        }
        return found->second;
    }

    /**
     * @param key a key
     * @return the value of the element, or null
     */
    Value* Find(const Key& key)
    {
        const auto found = m_index.find(Bits()(key));
        return found == m_index.end() ? nullptr : &m_slots[found->second].value;
    }

    /// @copydoc Find
    const Value* Find(const Key& key) const
    {
        const auto found = m_index.find(Bits()(key));
        return found == m_index.end() ? nullptr : &m_slots[found->second].value;
    }

    /**
     * @brief Removes an element.
     * @param key its key; it is there
     */
    void Erase(const Key& key)
    {
        const auto found = m_index.find(Bits()(key));
        Slot& slot = m_slots[found->second];
        slot.used = false;
        slot.value = Value();
        m_free.push_back(found->second);
        m_index.erase(found);
        if (m_index.empty()) // start afresh, without the holes
        {
            m_slots.clear();
            m_free.clear();
        }
    }

    /**
     * @param slot a slot in use
     * @return its value
     */
    Value& At(SlotIndex slot)
    {
        return m_slots[slot].value;
    }

    /**
     * @param slot a slot in use
     * @return its value
     */
    const Value& At(SlotIndex slot) const
    {
        return m_slots[slot].value;
    }

    /**
     * @param slot a slot in use
     * @return its key
     */
    const Key& KeyAt(SlotIndex slot) const
    {
        return m_slots[slot].key;
    }

    /**
     * @brief The next element on a walk along the slots.
     * @param from first slot to look at
     * @return the first slot in use from there on, or GetEnd()
     */
    SlotIndex Next(SlotIndex from) const
    {
        while (from < m_slots.size() && !m_slots[from].used)
        {
            ++from;
        }
        return from < m_slots.size() ? from : GetEnd();
    }

    /// @return the number after the last slot
    SlotIndex GetEnd() const
    {
        return static_cast<SlotIndex>(m_slots.size());
    }

    /// @return the number of elements
    std::size_t GetSize() const
    {
        return m_index.size();
    }

  private:
    /// A place for an element.
    struct Slot
    {
        Key key{};        ///< key of the element
        bool used{false}; ///< whether there is an element
        Value value{};    ///< value of the element
    };

    /// @return the slot that the next new element gets
    SlotIndex NextSlot() const
    {
        return m_free.empty() ? GetEnd() : m_free.back();
    }

    /// @brief Puts a new element into the slot that NextSlot() gave.
    /// @param slot the slot
    /// @param key key of the element
    void Fill(SlotIndex slot, const Key& key)
    {
        if (slot == GetEnd())
        {
            m_slots.emplace_back();
        }
        else
        {
            m_free.pop_back();
        }
        m_slots[slot].key = key;
        m_slots[slot].used = true;
    }

    std::vector<Slot> m_slots;                       ///< the elements, and holes between them
    std::vector<SlotIndex> m_free;                   ///< the holes
    std::unordered_map<uint32_t, SlotIndex> m_index; ///< where each key is
};

} // namespace mgm
} // namespace ns3

#endif // MGM_SLOT_MAP_H
