/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_DURATION_DISTRIBUTION_H
#define MGM_DURATION_DISTRIBUTION_H

#include <cstdint>
#include <map>
#include <optional>
#include <vector>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief Durations: how many, how long at most, and their quantiles, in bounded memory.
 *
 * Few values are all kept, and quantiles are exact. Of more, the number in each of a series of
 * intervals is kept, each of which is at most 1/128 as wide as its values are large: a quantile,
 * the middle of one, is then wrong by at most 1/256, 0.4 %. The least and the greatest value are
 * always exact.
 */
class DurationDistribution
{
  public:
    /// Up to this number of values, quantiles are exact.
    static constexpr std::size_t MAX_EXACT = 1024;

    /// @brief Takes a value.
    /// @param duration a duration [ns], not negative
    void Add(int64_t duration);

    /// @return how many values there are
    uint64_t GetCount() const
    {
        return m_count;
    }

    /// @return the greatest value [ns], nothing if there is none
    std::optional<int64_t> GetMaximum() const;

    /**
     * @brief Gives the least value that is not exceeded by a share of the values: the one of the
     *        nearest rank, as the delays of a run's summary.
     * @param percent the share [%], from 1 to 100
     * @return the value [ns], nothing if there is none
     */
    std::optional<int64_t> GetQuantile(uint32_t percent) const;

  private:
    /// Goes from single values to intervals.
    void Summarise();

    /**
     * @param rank rank of a value, from 1
     * @return the value, as far as the intervals tell
     */
    int64_t Estimate(uint64_t rank) const;

    uint64_t m_count{0};                      ///< how many values there are
    int64_t m_minimum{0};                     ///< the least one
    int64_t m_maximum{0};                     ///< the greatest one
    std::vector<int64_t> m_values;            ///< all values, while they are few
    std::map<uint32_t, uint64_t> m_intervals; ///< how many values are in an interval, by its number
};

} // namespace mgm
} // namespace ns3

#endif // MGM_DURATION_DISTRIBUTION_H
