// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "net/blob_frame.h"

#include "net/message_fields.h"

#include <algorithm>

namespace ob::net {

template<class Archive>
void describe(Archive& a, Of<BlobWant> auto& want) {
    a.required(1, want.hash);
    a.field(2, want.from);
}
template<class Archive>
void describe(Archive& a, Of<BlobChunk> auto& chunk) {
    a.required(1, chunk.hash);
    a.required(2, chunk.total);
    a.field(3, chunk.from);
    a.required(4, chunk.bytes);
}

core::Bytes encode(BlobWant const& want) { return encodeFields(want); }

std::optional<BlobWant> decodeBlobWant(core::ByteView payload) {
    auto want = decodeFields<BlobWant>(payload);
    if (want && want->from >= core::Attachment::maxBytes) return std::nullopt;
    return want;
}

core::Bytes encode(BlobChunk const& chunk) { return encodeFields(chunk); }

std::optional<BlobChunk> decodeBlobChunk(core::ByteView payload) {
    auto chunk = decodeFields<BlobChunk>(payload);
    if (!chunk || chunk->total > core::Attachment::maxBytes || chunk->from >= chunk->total)
        return std::nullopt;
    if (chunk->bytes.size() != std::min<std::uint64_t>(blobChunkBytes, chunk->total - chunk->from))
        return std::nullopt;
    return chunk;
}

core::Bytes encodeBlobNone(core::Hash const& hash) {
    core::Bytes bytes;
    core::CborWriter(bytes).bytes(hash);
    return bytes;
}

std::optional<core::Hash> decodeBlobNone(core::ByteView payload) {
    core::CborReader in(payload);
    auto const hash = in.hash();
    if (!in.finish()) return std::nullopt;
    return hash;
}

core::Bytes encodeBlobHave(std::vector<core::Hash> const& hashes) {
    OB_ENSURE(hashes.size() <= maxBlobHaves);
    core::Bytes bytes;
    core::CborWriter out(bytes);
    out.array(hashes.size());
    for (auto const& hash : hashes)
        out.bytes(hash);
    return bytes;
}

std::optional<std::vector<core::Hash>> decodeBlobHave(core::ByteView payload) {
    core::CborReader in(payload);
    std::size_t const count = in.enterArray();
    if (count > maxBlobHaves) return std::nullopt;
    std::vector<core::Hash> hashes;
    while (in.nextElement())
        hashes.push_back(in.hash());
    if (!in.finish()) return std::nullopt;
    return hashes;
}

} // namespace ob::net
