/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_PCAPNG_WRITER_H
#define MGM_PCAPNG_WRITER_H

#include <cstdint>
#include <ostream>
#include <string>
#include <string_view>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief Writes packets of several interfaces to a pcapng file.
 *
 * The interfaces may have different link types, which libpcap can't write. The file has one
 * section, in little-endian order.
 */
class PcapngWriter
{
  public:
    /**
     * @brief Writes the section header.
     * @param stream where to write; it must outlive the writer
     * @param comment comment of the section; empty is none
     */
    explicit PcapngWriter(std::ostream& stream, std::string_view comment = {});

    PcapngWriter(const PcapngWriter&) = delete;
    PcapngWriter& operator=(const PcapngWriter&) = delete;

    /**
     * @brief Introduces an interface.
     * @param linkType link type of its packets (LINKTYPE_...)
     * @param name its name
     * @param description what it is; empty is no description
     * @return its number
     */
    uint32_t AddInterface(uint16_t linkType,
                          const std::string& name,
                          const std::string& description = "");

    /**
     * @brief Writes a packet.
     * @param interface number of its interface
     * @param timeNs when it was seen [ns]
     * @param data what was captured of it
     * @param originalLength its length [bytes]
     */
    void Write(uint32_t interface, int64_t timeNs, std::string_view data, uint32_t originalLength);

  private:
    /// Writes the block that is complete.
    void WriteBlock();

    std::ostream& m_stream;       ///< where to write
    std::string m_block;          ///< room for a block
    uint32_t m_interfaceCount{0}; ///< number of interfaces
};

} // namespace mgm
} // namespace ns3

#endif // MGM_PCAPNG_WRITER_H
