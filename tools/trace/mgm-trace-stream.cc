/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-trace-stream.h"

#include "base/mgm-input-error.h"
#include "mgm-zstd-frames.h"

#include <algorithm>
#include <boost/iostreams/filter/gzip.hpp>
#include <boost/iostreams/filter/zstd.hpp>
#include <boost/iostreams/filtering_stream.hpp>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <string_view>

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
        if (m_frames)
        {
            m_frames->Follow({to, static_cast<std::size_t>(count)});
            if (count == 0 && !m_frames->AreWhole())
            {
                throw std::ios_base::failure("the file is cut");
            }
        }
        return count == 0 ? -1 : count;
    }

    /// From now on, reading fails at the end if that is not the end of a frame of Zstandard.
    void CheckFrames()
    {
        m_frames = std::make_shared<ZstdFrames>();
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
    std::shared_ptr<ZstdFrames> m_frames;
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
    auto stream = std::make_unique<io::filtering_istream>();
    if (source.StartsWith("\x1F\x8B"))
    {
        stream->push(io::gzip_decompressor());
    }
    else if (source.StartsWith("\x28\xB5\x2F\xFD"))
    {
        source.CheckFrames();
        stream->push(io::zstd_decompressor());
    }
    constexpr std::streamsize BUFFER = 1 << 16;
    stream->push(source, BUFFER);
    return stream;
}

} // namespace mgm
} // namespace ns3
