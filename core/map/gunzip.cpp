// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/map/gunzip.h"

#include "core/ensure.h"

#include <algorithm>
#include <zlib.h>

namespace ob::core {
namespace {

/// zlib takes either header and finds out which.
constexpr int eitherHeader = 15 + 32;
constexpr int gzipHeader = 15 + 16;

struct Inflater {
    Inflater() { OB_ENSURE(inflateInit2(&stream, eitherHeader) == Z_OK); }
    ~Inflater() { inflateEnd(&stream); }
    Inflater(Inflater const&) = delete;
    Inflater& operator=(Inflater const&) = delete;
    z_stream stream{};
};

} // namespace

bool isGzip(ByteView bytes) { return bytes.size() >= 2 && bytes[0] == 0x1f && bytes[1] == 0x8b; }

std::optional<Bytes> gunzip(ByteView bytes, std::size_t limit) {
    if (bytes.size() > UINT32_MAX) return std::nullopt;
    Inflater inflater;
    z_stream& stream = inflater.stream;
    stream.next_in = const_cast<std::uint8_t*>(bytes.data()); // zlib does not write there
    stream.avail_in = static_cast<uInt>(bytes.size());
    // One more than allowed, which shows that there is more.
    std::size_t const most = limit + 1;
    Bytes out(std::min(most, bytes.size() * 4 + 256));
    std::size_t size = 0;
    for (;;) {
        std::size_t const room = std::min<std::size_t>(out.size() - size, UINT32_MAX);
        stream.next_out = out.data() + size;
        stream.avail_out = static_cast<uInt>(room);
        int const code = inflate(&stream, Z_NO_FLUSH);
        size += room - stream.avail_out;
        if (code == Z_STREAM_END) break;
        bool const wantsRoom = (code == Z_OK || code == Z_BUF_ERROR) && stream.avail_out == 0;
        if (!wantsRoom || out.size() == most) return std::nullopt;
        out.resize(std::min(most, out.size() * 2));
    }
    if (stream.avail_in != 0 || size > limit) return std::nullopt;
    out.resize(size);
    return out;
}

Bytes gzip(ByteView bytes) {
    OB_ENSURE(bytes.size() <= UINT32_MAX);
    z_stream stream{};
    OB_ENSURE(deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, gzipHeader, 8, Z_DEFAULT_STRATEGY)
              == Z_OK);
    Bytes out(deflateBound(&stream, static_cast<uLong>(bytes.size())));
    stream.next_in = const_cast<std::uint8_t*>(bytes.data());
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = out.data();
    stream.avail_out = static_cast<uInt>(out.size());
    int const code = deflate(&stream, Z_FINISH);
    out.resize(stream.total_out);
    deflateEnd(&stream);
    OB_ENSURE(code == Z_STREAM_END);
    return out;
}

} // namespace ob::core
