/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-trace-stream.h"

#include "base/mgm-input-error.h"

#include <algorithm>
#include <boost/iostreams/filter/gzip.hpp>
#include <boost/iostreams/filtering_stream.hpp>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <memory>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>
#include <zstd.h>

namespace ns3
{
namespace mgm
{

namespace
{

namespace io = boost::iostreams;

/// A source that gives back the bytes that were looked at.
class PeekedFile
{
  public:
    using char_type = char;
    using category = io::source_tag;

    explicit PeekedFile(const std::string& file)
        : m_file(std::make_shared<std::ifstream>()),
          m_stream(&std::cin)
    {
        if (file != "-")
        {
            m_file->open(file, std::ios::binary);
            m_stream = m_file.get();
        }
        m_start = std::make_shared<std::string>(4, '\0');
        m_stream->read(m_start->data(), static_cast<std::streamsize>(m_start->size()));
        m_start->resize(static_cast<std::size_t>(m_stream->gcount()));
    }

    bool IsOpen() const
    {
        return m_stream != m_file.get() || m_file->is_open();
    }

    bool StartsWith(std::string_view bytes) const
    {
        return m_start->compare(0, bytes.size(), bytes) == 0;
    }

    std::streamsize read(char* to, std::streamsize size)
    {
        const auto count = Take(to, size);
        return count == 0 ? -1 : count;
    }

  private:
    std::streamsize Take(char* to, std::streamsize size)
    {
        if (m_start->empty())
        {
            m_stream->read(to, size);
            return m_stream->gcount();
        }
        const auto count = std::min<std::size_t>(m_start->size(), static_cast<std::size_t>(size));
        std::copy_n(m_start->begin(), count, to);
        m_start->erase(0, count);
        return static_cast<std::streamsize>(count);
    }

    std::shared_ptr<std::ifstream> m_file; // copies of a source share what they read
    std::istream* m_stream;
    std::shared_ptr<std::string> m_start;
};

/// A source of what a file of Zstandard holds. Boost's filter takes a file that is cut for the end.
class ZstdSource
{
  public:
    using char_type = char;
    using category = io::source_tag;

    explicit ZstdSource(const PeekedFile& file)
        : m_state(std::make_shared<State>(file))
    {
    }

    std::streamsize read(char* to, std::streamsize size)
    {
        ZSTD_outBuffer unpacked{to, static_cast<std::size_t>(size), 0};
        do
        {
            Unpack(unpacked);
        } while (unpacked.pos == 0 && Refill());
        return unpacked.pos == 0 ? -1 : static_cast<std::streamsize>(unpacked.pos);
    }

  private:
    /// What copies of a source share.
    struct State
    {
        explicit State(const PeekedFile& from)
            : file(from),
              context(ZSTD_createDCtx(), ZSTD_freeDCtx),
              buffer(ZSTD_DStreamInSize())
        {
        }

        PeekedFile file;
        std::unique_ptr<ZSTD_DCtx, decltype(&ZSTD_freeDCtx)> context;
        std::vector<char> buffer;
        ZSTD_inBuffer packed{nullptr, 0, 0};
        bool isWhole{false}; // whether the last frame has ended
    };

    void Unpack(ZSTD_outBuffer& unpacked)
    {
        const auto before = m_state->packed.pos;
        const auto left =
            ZSTD_decompressStream(m_state->context.get(), &unpacked, &m_state->packed);
        if (ZSTD_isError(left))
        {
            throw std::ios_base::failure(ZSTD_getErrorName(left));
        }
        const bool hasMoved = m_state->packed.pos != before || unpacked.pos != 0;
        m_state->isWhole = hasMoved ? left == 0 : m_state->isWhole;
    }

    /// Gets more bytes once the last ones have been used up. Tells whether there are any.
    bool Refill()
    {
        auto& [file, context, buffer, packed, isWhole] = *m_state;
        if (packed.pos < packed.size)
        {
            return true;
        }
        const auto count = file.read(buffer.data(), static_cast<std::streamsize>(buffer.size()));
        if (count < 0 && !isWhole)
        {
            throw std::ios_base::failure("the file is cut");
        }
        packed = {buffer.data(), count < 0 ? 0 : static_cast<std::size_t>(count), 0};
        return count > 0;
    }

    std::shared_ptr<State> m_state;
};

} // namespace

std::unique_ptr<std::istream>
OpenTraceStream(const std::string& file)
{
    PeekedFile source(file);
    std::error_code error;
    if (!source.IsOpen() || std::filesystem::is_directory(file, error))
    {
        throw InputError(file + ": found no file that can be read");
    }
    constexpr std::streamsize BUFFER = 1 << 16;
    auto stream = std::make_unique<io::filtering_istream>();
    if (source.StartsWith("\x28\xB5\x2F\xFD"))
    {
        stream->push(ZstdSource(source), BUFFER);
        return stream;
    }
    if (source.StartsWith("\x1F\x8B"))
    {
        stream->push(io::gzip_decompressor());
    }
    stream->push(source, BUFFER);
    return stream;
}

} // namespace mgm
} // namespace ns3
