// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/bytes.h"
#include "core/journal/cbor_reader.h"

#include <array>

namespace ob::core {

/// Appends deterministic CBOR (RFC 8949 section 4.2.1) to a buffer that the caller owns. What it writes,
/// CborReader accepts: map keys out of order, a wrong count and text that is not UTF-8 fail OB_ENSURE.
///
///     writer.beginMap();
///     writer.key(1).text("A-12");
///     if (place) writer.key(2).signedInt(place->latitudeE7());
///     writer.end();
class CborWriter {
  public:
    explicit CborWriter(Bytes& out) : m_out(out) {}

    void unsignedInt(std::uint64_t value);
    void signedInt(std::int64_t value);
    void bytes(ByteView value);
    void text(std::string_view value);
    void boolean(bool value);
    void null();
    /// One item that is known to be deterministic CBOR, as CborReader::item() returned it.
    void item(ByteView encoded);

    /// The next `count` items are its elements; it ends by itself.
    void array(std::size_t count);
    /// The next `count` keys and values; it ends by itself.
    void map(std::size_t count);
    /// For a count that is not known yet, up to `end()`.
    void beginArray();
    void beginMap();
    void end();

    /// An integer key of a map; the value follows.
    CborWriter& key(std::uint64_t value) {
        unsignedInt(value);
        return *this;
    }

    /// Every container is closed.
    bool complete() const { return m_depth == 0; }

  private:
    struct Frame {
        bool isMap = false;
        bool isOpen = false;     // ends by end(), not by count
        std::size_t start = 0;   // of its head in m_out
        std::uint64_t items = 0; // written so far
        std::uint64_t count = 0; // to be written, unless open
        std::size_t keyStart = 0;
        std::size_t keyEnd = 0; // of the key before, both 0 before the first
    };

    void head(std::uint8_t major, std::uint64_t argument);
    void push(Frame frame);
    void itemDone(std::size_t start);

    Bytes& m_out;
    std::array<Frame, cborMaxDepth> m_frames{};
    std::size_t m_depth = 0;
};

} // namespace ob::core
