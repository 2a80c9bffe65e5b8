/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-trace-output.h"

#include "base/mgm-input-error.h"

#include <boost/iostreams/filter/gzip.hpp>
#include <boost/iostreams/filter/zstd.hpp>
#include <boost/iostreams/filtering_stream.hpp>
#include <fstream>
#include <iostream>

namespace ns3
{
namespace mgm
{

namespace
{

namespace io = boost::iostreams;

/// A sink that writes to a stream, which keeps in mind whether it has failed.
struct StreamSink
{
    using char_type = char;
    using category = io::sink_tag;

    std::ostream* stream;

    std::streamsize write(const char* bytes, std::streamsize size)
    {
        stream->write(bytes, size);
        return size;
    }
};

std::unique_ptr<std::ostream>
OpenFile(const std::string& file)
{
    if (file == "-")
    {
        return std::make_unique<std::ostream>(std::cout.rdbuf());
    }
    auto stream = std::make_unique<std::ofstream>(file, std::ios::binary);
    if (!*stream)
    {
        throw InputError(file + ": found no file that can be written");
    }
    return stream;
}

} // namespace

TraceOutput::TraceOutput(const std::string& file, TraceCompression compression)
    : m_file(OpenFile(file))
{
    if (compression == TraceCompression::NONE)
    {
        return;
    }
    auto packed = std::make_unique<io::filtering_ostream>();
    if (compression == TraceCompression::GZIP)
    {
        packed->push(io::gzip_compressor());
    }
    else
    {
        packed->push(io::zstd_compressor());
    }
    packed->push(StreamSink{m_file.get()});
    m_packed = std::move(packed);
}

bool
TraceOutput::Close()
{
    const bool isPacked = !m_packed || m_packed->good();
    m_packed.reset();
    return m_file->flush().good() && isPacked;
}

} // namespace mgm
} // namespace ns3
