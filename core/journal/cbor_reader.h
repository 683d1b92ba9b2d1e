// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/id.h"

#include <array>
#include <optional>
#include <span>
#include <string_view>

namespace ob::core {

/// Containers inside containers, at most.
inline constexpr std::size_t cborMaxDepth = 16;
/// Bytes of one encoding, at most; a caller with a smaller limit checks it before.
inline constexpr std::size_t cborMaxSize = std::size_t{1} << 20;

enum class CborFault : std::uint8_t {
    None,
    EndOfInput,    ///< an item is cut off
    NotShortest,   ///< an integer or length with more bytes than it needs
    Indefinite,    ///< a string or container of indefinite length, or a break
    Unsupported,   ///< a tag, a float or a simple value other than false, true, null
    Malformed,     ///< a reserved head byte
    BadUtf8,       ///< text that is not UTF-8
    KeyOrder,      ///< map keys not in bytewise order of their encoding
    DuplicateKey,  ///< the same key twice
    TooDeep,       ///< more than cborMaxDepth
    TooLarge,      ///< more than cborMaxSize
    OutOfRange,    ///< an integer below -2^63, or not in the range that was asked for
    WrongType,     ///< another type than asked for
    WrongLength,   ///< fewer or more elements or bytes than asked for
    TrailingBytes, ///< something follows the item
    Rejected,      ///< well-formed; the reader's owner has another reason (see `reject`)
};

enum class CborType : std::uint8_t {
    Unsigned,
    Negative,
    ByteString,
    Text,
    Array,
    Map,
    False,
    True,
    Null,
    None
};

/// Pulls items out of deterministic CBOR: the subset of RFC 8949 section 4.2.1 with integers (int64 and
/// uint64), byte strings, UTF-8 text, arrays, maps, false, true and null. Any byte that CborWriter would not
/// have written is a fault. The first fault stays; everything read afterwards is zero or empty, so a decoder
/// may read on and ask `finish()` at the end. Allocates nothing, never throws; views point into the input.
///
///     reader.enterMap();
///     while (auto key = reader.nextKey()) {
///         if (*key == 1) name = reader.text();
///     }                                        // values that nobody read are checked and skipped
///     return reader.finish();
class CborReader {
  public:
    explicit CborReader(ByteView input);

    /// Type of the next item; None after a fault or at the end. The item may still turn out to be faulty.
    CborType peek() const;

    std::uint64_t unsignedInt();
    /// OutOfRange above `max`.
    std::uint64_t unsignedUpTo(std::uint64_t max);
    std::int64_t signedInt();
    ByteView bytes();
    std::string_view text();
    bool boolean();
    void null();
    /// Consumes a null if there is one.
    bool tryNull();
    /// A byte string of exactly this length; WrongLength otherwise.
    void fixedBytes(std::span<std::uint8_t> out);
    Hash hash();
    /// Checks any item, whatever is in it, and returns its bytes.
    ByteView item();

    /// Returns how many elements there are: at most the bytes that are left.
    std::size_t enterArray();
    std::size_t enterMap();
    /// Another element follows; false leaves the array. An element that was not read is skipped.
    bool nextElement();
    /// Another entry follows (its key is the next item); false leaves the map. What was not read is skipped.
    bool nextEntry();
    /// `nextEntry()` and an unsigned key; WrongType for another kind of key.
    std::optional<std::uint64_t> nextKey();

    /// Everything was read, nothing follows, no fault.
    bool finish();
    /// The owner does not like a value that is well-formed.
    void reject() { fail(CborFault::Rejected); }

    bool ok() const { return m_fault == CborFault::None; }
    CborFault fault() const { return m_fault; }
    /// Of the first fault, or of the next item.
    std::size_t offset() const { return m_offset; }

  private:
    struct Frame {
        bool isMap = false;
        bool isDue = false;          // nextElement()/nextEntry() announced an item that is not read yet
        std::size_t start = 0;       // of the container, for the case that it is a key
        std::uint64_t remaining = 0; // items, so twice the entries of a map
        ByteView key;                // the key before
    };
    struct Head {
        std::uint8_t major = 0;
        std::uint64_t argument = 0;
    };

    void fail(CborFault fault);
    /// Reads a head of the wanted major type.
    std::optional<Head> head(std::uint8_t major, std::uint8_t alternative);
    std::optional<std::uint64_t> argument(std::uint8_t info);
    ByteView string(std::uint8_t major);
    bool simple(std::uint8_t low, std::uint8_t high);
    std::size_t enter(bool isMap);
    bool next(bool isMap);
    void itemDone(std::size_t start);
    void skipItem();

    ByteView m_input;
    std::size_t m_offset = 0;
    CborFault m_fault = CborFault::None;
    std::array<Frame, cborMaxDepth> m_frames{};
    std::size_t m_depth = 0;
};

struct CborCheck {
    CborFault fault = CborFault::None;
    std::size_t offset = 0;
};
/// Whether the bytes are exactly one item in deterministic CBOR.
CborCheck checkCbor(ByteView input);

} // namespace ob::core
