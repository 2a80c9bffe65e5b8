/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_PCAPNG_READER_H
#define MGM_PCAPNG_READER_H

#include <cstdint>
#include <istream>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief Reads the packets of a pcapng file, in either byte order.
 *
 * Blocks that are neither sections nor interfaces nor enhanced packets are skipped.
 */
class PcapngReader
{
  public:
    /// A packet.
    struct Packet
    {
        uint16_t linkType{0};       ///< Link type of its interface.
        uint64_t time{0};           ///< When it was seen, in units of its interface.
        uint32_t originalLength{0}; ///< Its length [bytes].
        std::string_view data;      ///< What was captured of it, until the next call of Next().
    };

    /**
     * @param file name of the file, for messages
     * @param stream what to read
     * @throws InputError if it does not begin with a section
     */
    PcapngReader(const std::string& file, std::unique_ptr<std::istream> stream);

    /// @return the comments of the section that was read last, one behind the other
    const std::string& GetComment() const
    {
        return m_comment;
    }

    /**
     * @brief Reads the next packet.
     * @return the packet, null at the end of the file
     * @throws InputError if what is read is no pcapng
     */
    const Packet* Next();

    /// @return file and place of the block that was read last: "FILE: byte OFFSET"
    std::string GetPlace() const;

  private:
    /// @brief Reads the next block.
    /// @return whether there is one
    /// @throws InputError if it is not whole
    bool ReadBlock();

    /// @brief Reads bytes behind those of the present block.
    /// @param size how many
    /// @throws InputError if the file ends before
    void ReadBytes(std::size_t size);

    /// @brief Reads the section in the present block.
    void ReadSection();

    /// @brief Reads the interface in the present block.
    void ReadInterface();

    /// @brief Reads the packet in the present block.
    void ReadPacket();

    /// @brief Reads a number of the present block.
    /// @param position where it begins in the block
    /// @return the number
    /// @throws InputError if the block ends before
    template <typename T>
    T GetNumber(std::size_t position) const;

    /// @brief Refuses the present block.
    /// @param found what it has
    /// @param expected what it should have
    [[noreturn]] void Refuse(const std::string& found, const std::string& expected) const;

    std::string m_file;                     ///< name of the file
    std::unique_ptr<std::istream> m_stream; ///< what to read
    std::string m_block;                    ///< the present block
    uint64_t m_start{0};                    ///< where it begins in the file
    bool m_isBigEndian{false};              ///< byte order of the present section
    std::string m_comment;                  ///< comments of the present section
    std::vector<uint16_t> m_linkTypes;      ///< link types of its interfaces
    Packet m_packet;                        ///< the packet that was read last
};

} // namespace mgm
} // namespace ns3

#endif // MGM_PCAPNG_READER_H
