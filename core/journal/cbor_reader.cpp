// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/journal/cbor_reader.h"

#include "core/text.h"

#include <algorithm>
#include <cstring>
#include <limits>

namespace ob::core {
namespace {

constexpr std::uint64_t int64Max = std::numeric_limits<std::int64_t>::max();

} // namespace

CborReader::CborReader(ByteView input) : m_input(input) {
    if (input.size() > cborMaxSize) fail(CborFault::TooLarge);
}

void CborReader::fail(CborFault fault) {
    if (m_fault == CborFault::None) m_fault = fault;
}

CborType CborReader::peek() const {
    if (!ok() || m_offset >= m_input.size()) return CborType::None;
    std::uint8_t const lead = m_input[m_offset];
    switch (lead >> 5) {
    case 0: return CborType::Unsigned;
    case 1: return CborType::Negative;
    case 2: return CborType::ByteString;
    case 3: return CborType::Text;
    case 4: return CborType::Array;
    case 5: return CborType::Map;
    }
    return lead == 0xf4   ? CborType::False
           : lead == 0xf5 ? CborType::True
           : lead == 0xf6 ? CborType::Null
                          : CborType::None;
}

std::optional<std::uint64_t> CborReader::argument(std::uint8_t info) {
    if (info < 24) return info;
    if (info > 27) {
        fail(info == 31 ? CborFault::Indefinite : CborFault::Malformed);
        return std::nullopt;
    }
    std::size_t const size = std::size_t{1} << (info - 24);
    if (m_input.size() - m_offset - 1 < size) {
        fail(CborFault::EndOfInput);
        return std::nullopt;
    }
    std::uint64_t value = 0;
    for (std::size_t index = 1; index <= size; ++index)
        value = (value << 8) | m_input[m_offset + index];
    if (value < 24 || (size > 1 && value >> (4 * size) == 0)) {
        fail(CborFault::NotShortest);
        return std::nullopt;
    }
    return value;
}

std::optional<CborReader::Head> CborReader::head(std::uint8_t major, std::uint8_t alternative) {
    if (!ok()) return std::nullopt;
    if (m_depth > 0 && m_frames[m_depth - 1].remaining == 0) {
        fail(CborFault::WrongLength);
        return std::nullopt;
    }
    if (m_offset >= m_input.size()) {
        fail(CborFault::EndOfInput);
        return std::nullopt;
    }
    std::uint8_t const lead = m_input[m_offset];
    auto const found = static_cast<std::uint8_t>(lead >> 5);
    auto const info = static_cast<std::uint8_t>(lead & 31);
    // Majors 6 and 7 hold only false, true and null here, none of which has an argument behind it.
    if (found >= 6 && (lead < 0xf4 || lead > 0xf6)) {
        fail(lead == 0xff ? CborFault::Indefinite
             : info > 27  ? CborFault::Malformed
                          : CborFault::Unsupported);
        return std::nullopt;
    }
    auto const value = argument(info);
    if (!value) return std::nullopt;
    if (found == 1 && *value > int64Max) {
        fail(CborFault::OutOfRange);
        return std::nullopt;
    }
    if (found != major && found != alternative) {
        fail(CborFault::WrongType);
        return std::nullopt;
    }
    std::size_t const extra = info < 24 ? 0 : std::size_t{1} << (info - 24);
    m_offset += 1 + extra;
    return Head{.major = found, .argument = *value};
}

void CborReader::itemDone(std::size_t start) {
    if (m_depth == 0) return;
    Frame& frame = m_frames[m_depth - 1];
    if (frame.isMap && frame.remaining % 2 == 0) {
        ByteView const key = m_input.subspan(start, m_offset - start);
        if (!frame.key.empty()) {
            std::size_t const shared = std::min(key.size(), frame.key.size());
            int const order = std::memcmp(frame.key.data(), key.data(), shared);
            // Two different encodings are never a prefix of one another.
            if (order >= 0) {
                m_offset = start;
                return fail(order == 0 ? CborFault::DuplicateKey : CborFault::KeyOrder);
            }
        }
        frame.key = key;
    } else {
        frame.isDue = false;
    }
    --frame.remaining;
}

std::uint64_t CborReader::unsignedInt() {
    std::size_t const start = m_offset;
    auto const found = head(0, 0);
    if (!found) return 0;
    itemDone(start);
    return ok() ? found->argument : 0;
}

std::uint64_t CborReader::unsignedUpTo(std::uint64_t max) {
    std::size_t const start = m_offset;
    std::uint64_t const value = unsignedInt();
    if (value <= max) return value;
    m_offset = start;
    fail(CborFault::OutOfRange);
    return 0;
}

std::int64_t CborReader::signedInt() {
    std::size_t const start = m_offset;
    auto const found = head(0, 1);
    if (!found) return 0;
    if (found->argument > int64Max) {
        m_offset = start;
        fail(CborFault::OutOfRange);
        return 0;
    }
    itemDone(start);
    if (!ok()) return 0;
    auto const value = static_cast<std::int64_t>(found->argument);
    return found->major == 0 ? value : -1 - value;
}

ByteView CborReader::string(std::uint8_t major) {
    std::size_t const start = m_offset;
    auto const found = head(major, major);
    if (!found) return {};
    if (found->argument > m_input.size() - m_offset) {
        m_offset = start;
        fail(CborFault::EndOfInput);
        return {};
    }
    ByteView const content = m_input.subspan(m_offset, static_cast<std::size_t>(found->argument));
    if (major == 3 && !isValidUtf8({reinterpret_cast<char const*>(content.data()), content.size()})) {
        m_offset = start;
        fail(CborFault::BadUtf8);
        return {};
    }
    m_offset += content.size();
    itemDone(start);
    return ok() ? content : ByteView();
}

ByteView CborReader::bytes() { return string(2); }

std::string_view CborReader::text() {
    ByteView const content = string(3);
    return {reinterpret_cast<char const*>(content.data()), content.size()};
}

bool CborReader::simple(std::uint8_t low, std::uint8_t high) {
    std::size_t const start = m_offset;
    auto const found = head(7, 7);
    if (!found) return false;
    std::uint8_t const lead = m_input[start];
    if (lead < low || lead > high) {
        m_offset = start;
        fail(CborFault::WrongType);
        return false;
    }
    itemDone(start);
    return ok() && lead == high;
}

bool CborReader::boolean() { return simple(0xf4, 0xf5); }

void CborReader::null() { simple(0xf6, 0xf6); }

bool CborReader::tryNull() {
    if (peek() != CborType::Null) return false;
    null();
    return ok();
}

void CborReader::fixedBytes(std::span<std::uint8_t> out) {
    std::size_t const start = m_offset;
    ByteView const content = bytes();
    if (!ok()) return;
    if (content.size() != out.size()) {
        m_offset = start;
        return fail(CborFault::WrongLength);
    }
    std::copy(content.begin(), content.end(), out.begin());
}

Hash CborReader::hash() {
    Hash value{};
    fixedBytes(value);
    return value;
}

} // namespace ob::core
