// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/journal/cbor_reader.h"
#include "core/journal/cbor_writer.h"
#include "core/journal/field_archive.h"

#include <optional>
#include <type_traits>

namespace ob::net {

// How the messages of this folder are written: for their sources only.

/// Enums travel as numbers, so that one that is not known yet can be told from rubbish.
template<class Archive, class Enum>
void describeEnum(Archive& archive, std::uint64_t number, Enum& value) {
    if constexpr (std::is_const_v<Enum>) {
        archive.field(number, static_cast<std::uint8_t>(value));
    } else {
        std::uint8_t code = 0;
        archive.field(number, code);
        value = static_cast<Enum>(code);
    }
}

/// Const when it is written.
template<class T, class Message>
concept Of = std::is_same_v<std::remove_const_t<T>, Message>;

/// A map of fields that `describe` names.
template<class Message>
core::Bytes encodeFields(Message const& message) {
    core::Bytes bytes;
    core::CborWriter out(bytes);
    core::FieldWriter fields(out);
    describe(fields, message);
    fields.finish();
    return bytes;
}

template<class Message>
std::optional<Message> decodeFields(core::ByteView payload) {
    Message message;
    core::CborReader in(payload);
    core::FieldReader fields(in);
    describe(fields, message);
    if (!fields.finish() || !in.finish()) return std::nullopt;
    return message;
}

inline void readBytes(core::CborReader& in, core::Bytes& bytes) {
    core::ByteView const content = in.bytes();
    bytes.assign(content.begin(), content.end());
}

} // namespace ob::net
