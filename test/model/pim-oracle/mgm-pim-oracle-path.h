/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_PIM_ORACLE_PATH_H
#define MGM_PIM_ORACLE_PATH_H

#include <cstdint>
#include <vector>

namespace ns3
{
namespace mgm
{

/// @ingroup tests
/// @brief Decides what RFC 3973 leaves open.
class PimOracleChooser
{
  public:
    virtual ~PimOracleChooser() = default;

    /// @param options how many possibilities there are, at least 1 @return one of them, from 0
    virtual uint32_t Pick(uint32_t options) = 0;
};

/**
 * @ingroup tests
 * @brief Takes one possibility after the other, where several things are open each combination.
 */
class PimOraclePath : public PimOracleChooser
{
  public:
    uint32_t Pick(uint32_t options) override;

    /// @brief Goes on to the next combination. @return false if all were taken
    bool Advance();

  private:
    /// One thing that is open.
    struct Fork
    {
        uint32_t taken;   ///< which possibility
        uint32_t options; ///< of how many
    };

    std::vector<Fork> m_forks; ///< as they were met
    std::size_t m_next{0};     ///< number of those that this run has met
};

} // namespace mgm
} // namespace ns3

#endif // MGM_PIM_ORACLE_PATH_H
