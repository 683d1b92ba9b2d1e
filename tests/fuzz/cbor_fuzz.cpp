// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/ensure.h"
#include "core/journal/cbor_writer.h"

#include <algorithm>

namespace {

using namespace ob::core;

void copyItem(CborReader& reader, CborWriter& writer) {
    switch (reader.peek()) {
    case CborType::Unsigned: writer.unsignedInt(reader.unsignedInt()); break;
    case CborType::Negative: writer.signedInt(reader.signedInt()); break;
    case CborType::ByteString: writer.bytes(reader.bytes()); break;
    case CborType::Text: writer.text(reader.text()); break;
    case CborType::Array:
        writer.array(reader.enterArray());
        while (reader.nextElement())
            copyItem(reader, writer);
        break;
    case CborType::Map:
        writer.map(reader.enterMap());
        while (reader.nextEntry()) {
            copyItem(reader, writer);
            copyItem(reader, writer);
        }
        break;
    case CborType::False:
    case CborType::True: writer.boolean(reader.boolean()); break;
    case CborType::Null:
    case CborType::None:
        reader.null();
        writer.null();
        break;
    }
}

/// As decoders of small maps read: by key, with entries left unread.
void readLoosely(ByteView input) {
    CborReader reader(input);
    reader.enterMap();
    while (auto const key = reader.nextKey()) {
        switch (*key % 5) {
        case 0: reader.text(); break;
        case 1: reader.hash(); break;
        case 2:
            reader.enterArray();
            while (reader.nextElement())
                reader.tryNull();
            break;
        case 3: reader.signedInt(); break;
        default: break;
        }
    }
    bool const accepted = reader.finish();
    OB_ENSURE(!accepted || checkCbor(input).fault == CborFault::None);
    OB_ENSURE(reader.offset() <= input.size());
}

} // namespace

/// What the reader accepts is, byte for byte, what the writer makes of it.
extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* bytes, std::size_t size) {
    ByteView const input(bytes, size);
    readLoosely(input);
    auto const check = checkCbor(input);
    OB_ENSURE(check.offset <= size);
    if (check.fault != CborFault::None) return 0;
    Bytes copy;
    CborReader reader(input);
    CborWriter writer(copy);
    copyItem(reader, writer);
    OB_ENSURE(reader.finish() && writer.complete() && std::ranges::equal(copy, input));
    return 0;
}
