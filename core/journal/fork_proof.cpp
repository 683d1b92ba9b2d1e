// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/journal/fork_proof.h"

#include "core/journal/cbor_writer.h"

#include <algorithm>

namespace ob::core {
namespace {

/// In a tree of at most 2^62 leaves a consistency proof has at most this many hashes.
constexpr std::size_t maxContinuation = 63;

void keepOwnSignature(SignedHead& head) {
    std::string const origin = originOf(head.head.log);
    std::erase_if(head.note.signatures, [&](NoteSignature const& line) { return line.name != origin; });
}

bool inOrder(SignedHead const& first, SignedHead const& second) {
    if (first.head.size != second.head.size) return first.head.size < second.head.size;
    return first.note.text < second.note.text;
}

std::optional<SignedHead> readHead(CborReader& reader) {
    auto head = parseHead(reader.text());
    if (!head) return std::nullopt;
    return *std::move(head);
}

} // namespace

ForkProof makeForkProof(SignedHead first, SignedHead second) {
    keepOwnSignature(first);
    keepOwnSignature(second);
    if (!inOrder(first, second)) std::swap(first, second);
    return {.shorter = std::move(first), .longer = std::move(second), .otherRoot = {}, .continuation = {}};
}

ForkProof makeForkProof(SignedHead shorter, SignedHead longer, Hash const& otherRoot,
                        MerkleProof continuation) {
    ForkProof proof = makeForkProof(std::move(shorter), std::move(longer));
    proof.otherRoot = otherRoot;
    proof.continuation = std::move(continuation);
    return proof;
}

ForkFault verifyForkProof(ForkProof const& proof, PublicKey const& deskKey) {
    Head const& shorter = proof.shorter.head;
    Head const& longer = proof.longer.head;
    if (shorter.log != longer.log) return ForkFault::OtherLogs;
    if (!verifyHead(proof.shorter, deskKey) || !verifyHead(proof.longer, deskKey))
        return ForkFault::BadSignature;
    if (shorter.size == longer.size)
        return shorter.root == longer.root ? ForkFault::NoConflict : ForkFault::None;
    // Nothing contradicts an empty log, so size 0 can only be part of a pair of equal sizes, and parseHead
    // admits one root there.
    if (shorter.size == 0 || shorter.root == proof.otherRoot) return ForkFault::NoConflict;
    return verifyConsistency({.oldSize = shorter.size,
                              .newSize = longer.size,
                              .oldRoot = proof.otherRoot,
                              .newRoot = longer.root},
                             proof.continuation)
               ? ForkFault::None
               : ForkFault::BadProof;
}

std::optional<Bytes> encodeForkProof(ForkProof const& proof) {
    Bytes encoded;
    CborWriter writer(encoded);
    writer.beginArray();
    writer.text(proof.shorter.note.encode());
    writer.text(proof.longer.note.encode());
    if (proof.shorter.head.size != proof.longer.head.size) {
        writer.bytes(proof.otherRoot);
        writer.array(proof.continuation.size());
        for (Hash const& step : proof.continuation)
            writer.bytes(step);
    }
    writer.end();
    if (encoded.size() > maxForkProofSize) return std::nullopt;
    return encoded;
}

tl::expected<ForkProof, ForkFault> decodeForkProof(ByteView encoded) {
    if (encoded.size() > maxForkProofSize) return tl::unexpected(ForkFault::Malformed);
    CborReader reader(encoded);
    std::size_t const count = reader.enterArray();
    auto shorter = readHead(reader);
    auto longer = readHead(reader);
    if (!reader.ok()) return tl::unexpected(ForkFault::Malformed);
    if (!shorter || !longer) return tl::unexpected(ForkFault::BadHead);
    bool const sameSize = shorter->head.size == longer->head.size;
    ForkProof proof{
        .shorter = *std::move(shorter), .longer = *std::move(longer), .otherRoot = {}, .continuation = {}};
    if (count != (sameSize ? 2u : 4u) || !inOrder(proof.shorter, proof.longer))
        return tl::unexpected(ForkFault::Malformed);
    if (!sameSize) {
        proof.otherRoot = reader.hash();
        if (reader.enterArray() > maxContinuation) reader.reject();
        while (reader.nextElement())
            proof.continuation.push_back(reader.hash());
    }
    reader.nextElement();
    if (!reader.finish()) return tl::unexpected(ForkFault::Malformed);
    return proof;
}

} // namespace ob::core
