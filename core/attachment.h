// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/id.h"

#include <string>
#include <string_view>

namespace ob::core {

/// A photo, recording or paper that a note names. Its bytes lie beside the journal, under their hash, and go
/// only to those who may have a section that names it.
struct Attachment {
    static constexpr std::uint64_t maxBytes = std::uint64_t{64} << 20;
    static constexpr std::size_t maxNameBytes = 255;
    static constexpr std::size_t maxMediaTypeBytes = 127;
    static constexpr std::size_t maxOfNote = 16;

    Hash hash{}; ///< SHA-256 of the bytes
    std::uint64_t bytes = 0;
    std::string name;      ///< of the file, as shown: one line, no part of a path
    std::string mediaType; ///< as in RFC 6838; empty: unknown
    friend bool operator==(Attachment const&, Attachment const&) = default;
};

/// Within the limits, the name a name and the media type printable ASCII.
bool isSound(Attachment const& attachment);

/// The last part of a path as a sound name; empty when nothing is left of it.
std::string attachmentName(std::string_view path);
/// By the ending of the name; empty for one that is not known here.
std::string_view mediaTypeOf(std::string_view name);

} // namespace ob::core
