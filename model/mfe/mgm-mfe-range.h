/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_MFE_RANGE_H
#define MGM_MFE_RANGE_H

#include "mgm-mfe-table.h"
#include "mgm-mfe.h"

#include <cstddef>
#include <iterator>

namespace ns3
{
namespace mgm
{

class MfeReader;

/**
 * @ingroup mgm
 * @brief The forwarding entries of a node in the order of MFE-6: by group, then by source.
 *
 * Only entries that are in use are in the range: none that is being made, and none that has
 * expired.
 */
class MfeRange
{
  public:
    /// A place in the range; what it points at is made when it is read.
    class Iterator
    {
      public:
        using iterator_category = std::input_iterator_tag; ///< It can be read once.
        using value_type = Mfe;                            ///< What it points at.
        using difference_type = std::ptrdiff_t;            ///< Unused.
        using pointer = const Mfe*;                        ///< Unused.
        using reference = Mfe;                             ///< What reading gives.

        /**
         * @param reader what reads entries
         * @param at a place in the table
         */
        Iterator(const MfeReader& reader, MfeTable::Entries::const_iterator at);

        /// @return the entry
        Mfe operator*() const;

        /// @return the place in the table
        const MfeTable::Entries::value_type& GetPlace() const
        {
            return *m_at;
        }

        /// @brief Goes to the next entry.
        /// @return this
        Iterator& operator++();

        /// @param other a place in the same range
        /// @return whether it is another place
        bool operator!=(const Iterator& other) const
        {
            return m_at != other.m_at;
        }

      private:
        /// @brief Goes on to an entry that is in use.
        void SkipUnused();

        const MfeReader* m_reader;              ///< what reads entries
        MfeTable::Entries::const_iterator m_at; ///< the place
    };

    /**
     * @param reader what reads entries
     * @param first where the range starts
     */
    MfeRange(const MfeReader& reader, MfeTable::Entries::const_iterator first);

    /// @return the first entry
    Iterator begin() const;

    /// @return the end
    Iterator end() const;

  private:
    const MfeReader* m_reader;                 ///< what reads entries
    MfeTable::Entries::const_iterator m_first; ///< where the range starts
};

} // namespace mgm
} // namespace ns3

#endif // MGM_MFE_RANGE_H
