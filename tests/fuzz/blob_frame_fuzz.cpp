// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "net/blob_frame.h"

#include "core/ensure.h"

using namespace ob;

namespace {

/// What was understood is understood again when it is written.
template<class Decode, class Encode>
void readAgain(core::ByteView input, Decode decode, Encode encodeAgain) {
    if (auto const message = decode(input)) OB_ENSURE(decode(encodeAgain(*message)) == message);
}

} // namespace

/// Frames of attachments: want, chunk, none, have.
extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* bytes, std::size_t size) {
    core::ByteView const input(bytes, size);
    // A hash of zeros is read and never written.
    if (auto const want = net::decodeBlobWant(input); want && want->hash != core::Hash{})
        OB_ENSURE(net::decodeBlobWant(net::encode(*want)) == want);
    readAgain(input, net::decodeBlobNone, net::encodeBlobNone);
    readAgain(input, net::decodeBlobHave, net::encodeBlobHave);
    if (auto const chunk = net::decodeBlobChunk(input)) {
        OB_ENSURE(chunk->bytes.size() <= net::blobChunkBytes);
        OB_ENSURE(chunk->from + chunk->bytes.size() <= chunk->total);
    }
    return 0;
}
