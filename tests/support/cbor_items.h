// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/journal/cbor_reader.h"
#include "core/journal/cbor_writer.h"

#include <random>
#include <string>
#include <vector>

namespace ob::core {

/// Any value of the subset, for round trips and for the comparison with another implementation.
struct CborItem {
    CborType type = CborType::Null;
    std::uint64_t magnitude = 0;    ///< Unsigned: n; Negative: -1 - n
    std::string content;            ///< ByteString and Text
    std::vector<CborItem> children; ///< Array; Map: key, value, key, value in order

    friend bool operator==(CborItem const&, CborItem const&) = default;
};

/// Keys are integers, bytes and text only, so that every language can hold the map.
CborItem randomCborItem(std::mt19937_64& random, int depth);
void writeCbor(CborItem const& item, CborWriter& writer);
Bytes encodeCbor(CborItem const& item);
/// Null items after a fault.
CborItem readCbor(CborReader& reader);
/// The value as an expression in Python.
std::string pythonExpression(CborItem const& item);

/// Changes, drops or adds up to three bytes.
Bytes mutated(Bytes bytes, std::mt19937_64& random);

} // namespace ob::core
