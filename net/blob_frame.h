// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/attachment.h"
#include "core/bytes.h"
#include "net/limits.h"

#include <optional>
#include <vector>

namespace ob::net {

// Payloads of the frames that carry attachments; the specification is in net/README.md. Every decoder takes
// any bytes and gives nothing for those that are not such a message.

/// Asks for one chunk of an attachment, from this place on.
struct BlobWant {
    core::Hash hash{};
    std::uint64_t from = 0;
    friend bool operator==(BlobWant const&, BlobWant const&) = default;
};
core::Bytes encode(BlobWant const& want);
std::optional<BlobWant> decodeBlobWant(core::ByteView payload);

/// `bytes` are `blobChunkBytes`, or what is left of it.
struct BlobChunk {
    core::Hash hash{};
    std::uint64_t total = 0; ///< size of the whole
    std::uint64_t from = 0;
    core::Bytes bytes;
    friend bool operator==(BlobChunk const&, BlobChunk const&) = default;
};
core::Bytes encode(BlobChunk const& chunk);
std::optional<BlobChunk> decodeBlobChunk(core::ByteView payload);

/// "Not from me": not here, not here yet, or not for the asker; it does not say which.
core::Bytes encodeBlobNone(core::Hash const& hash);
std::optional<core::Hash> decodeBlobNone(core::ByteView payload);

/// What was asked for in vain before can be had now.
core::Bytes encodeBlobHave(std::vector<core::Hash> const& hashes);
std::optional<std::vector<core::Hash>> decodeBlobHave(core::ByteView payload);

} // namespace ob::net
