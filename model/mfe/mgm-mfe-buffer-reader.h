/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_MFE_BUFFER_READER_H
#define MGM_MFE_BUFFER_READER_H

#include "mgm-mfe-reader.h"

#include "ns3/mgm-status.h"

#include <vector>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief Reads forwarding entries and their statistics into buffers of a limited size, as the
 *        functions of the Windows API do (MFE-6, ENU-4).
 *
 * As many entries are read as fit, each with the room that GetMfeSize() or GetMfeStatsSize() says.
 * A size of a buffer is changed only with ERROR_INSUFFICIENT_BUFFER: to the room that the first
 * entry needs [bytes].
 */
class MfeBufferReader
{
  public:
    /// @param reader reads the entries
    explicit MfeBufferReader(const MfeReader& reader);

    /**
     * @brief Reads one entry.
     * @param key source and group
     * @param[in,out] bufferSize room for the entry [bytes]
     * @param[out] mfe the entry
     * @return NO_ERROR, ERROR_NOT_FOUND or ERROR_INSUFFICIENT_BUFFER
     */
    Status Read(const SourceGroup& key, uint32_t& bufferSize, Mfe& mfe) const;

    /**
     * @brief Reads the statistics of one entry.
     * @param key source and group
     * @param level which statistics
     * @param[in,out] bufferSize room for the statistics [bytes]
     * @param[out] stats the statistics
     * @return NO_ERROR, ERROR_NOT_FOUND or ERROR_INSUFFICIENT_BUFFER
     */
    Status ReadStats(const SourceGroup& key,
                     MfeStatsLevel level,
                     uint32_t& bufferSize,
                     MfeStats& stats) const;

    /**
     * @brief Reads the entries of a range.
     * @param range the range
     * @param[in,out] bufferSize room for the entries [bytes]
     * @param[out] mfes the entries
     * @return ERROR_MORE_DATA, ERROR_NO_MORE_ITEMS (with the last entries, possibly none) or
     *         ERROR_INSUFFICIENT_BUFFER
     */
    Status ReadRange(const MfeRange& range, uint32_t& bufferSize, std::vector<Mfe>& mfes) const;

    /**
     * @brief Reads the statistics of the entries of a range.
     * @param range the range
     * @param level which statistics
     * @param[in,out] bufferSize room for the statistics [bytes]
     * @param[out] stats the statistics
     * @return as ReadRange()
     */
    Status ReadStatsRange(const MfeRange& range,
                          MfeStatsLevel level,
                          uint32_t& bufferSize,
                          std::vector<MfeStats>& stats) const;

  private:
    const MfeReader& m_reader; ///< reads the entries
};

} // namespace mgm
} // namespace ns3

#endif // MGM_MFE_BUFFER_READER_H
