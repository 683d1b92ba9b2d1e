// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/journal/cbor_reader.h"

namespace ob::core {

std::size_t CborReader::enter(bool isMap) {
    std::size_t const start = m_offset;
    std::uint8_t const major = isMap ? 5 : 4;
    auto const found = head(major, major);
    if (!found) return 0;
    std::size_t const itemsEach = isMap ? 2 : 1;
    if (m_depth == m_frames.size() || found->argument > (m_input.size() - m_offset) / itemsEach) {
        m_offset = start;
        fail(m_depth == m_frames.size() ? CborFault::TooDeep : CborFault::EndOfInput);
        return 0;
    }
    m_frames[m_depth++] = {
        .isMap = isMap, .isDue = false, .start = start, .remaining = found->argument * itemsEach, .key = {}};
    return static_cast<std::size_t>(found->argument);
}

std::size_t CborReader::enterArray() { return enter(false); }
std::size_t CborReader::enterMap() { return enter(true); }

bool CborReader::next(bool isMap) {
    if (!ok()) return false;
    if (m_depth == 0 || m_frames[m_depth - 1].isMap != isMap) {
        fail(CborFault::WrongType);
        return false;
    }
    Frame& frame = m_frames[m_depth - 1];
    bool const valueIsDue = isMap && frame.remaining % 2 == 1;
    if (frame.isDue && isMap && !valueIsDue) skipItem(); // not even the key was read
    if (frame.isDue || valueIsDue) skipItem();
    if (!ok()) return false;
    if (frame.remaining > 0) {
        frame.isDue = true;
        return true;
    }
    --m_depth;
    itemDone(frame.start);
    return false;
}

bool CborReader::nextElement() { return next(false); }
bool CborReader::nextEntry() { return next(true); }

std::optional<std::uint64_t> CborReader::nextKey() {
    if (!nextEntry()) return std::nullopt;
    std::uint64_t const key = unsignedInt();
    if (!ok()) return std::nullopt;
    return key;
}

void CborReader::skipItem() {
    switch (peek()) {
    case CborType::Unsigned: unsignedInt(); break;
    case CborType::Negative: signedInt(); break;
    case CborType::ByteString: bytes(); break;
    case CborType::Text: text(); break;
    case CborType::Array:
        enterArray();
        while (nextElement())
            skipItem();
        break;
    case CborType::Map:
        enterMap();
        while (nextEntry()) {
            skipItem();
            skipItem();
        }
        break;
    case CborType::False:
    case CborType::True: boolean(); break;
    case CborType::Null:
    case CborType::None: null(); break; // on None it names the fault
    }
}

ByteView CborReader::item() {
    std::size_t const start = m_offset;
    skipItem();
    return ok() ? m_input.subspan(start, m_offset - start) : ByteView();
}

bool CborReader::finish() {
    if (ok() && m_depth > 0) fail(CborFault::WrongLength);
    if (ok() && m_offset < m_input.size()) fail(CborFault::TrailingBytes);
    return ok();
}

CborCheck checkCbor(ByteView input) {
    CborReader reader(input);
    reader.item();
    reader.finish();
    return {.fault = reader.fault(), .offset = reader.offset()};
}

} // namespace ob::core
