// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/journal/merkle.h"

#include <algorithm>
#include <bit>

namespace ob::core {
namespace {

std::optional<Hash> hashOf(ByteView bytes) {
    Hash hash;
    if (bytes.size() != hash.size()) return std::nullopt;
    std::copy(bytes.begin(), bytes.end(), hash.begin());
    return hash;
}

bool isOdd(std::uint64_t value) { return (value & 1) != 0; }

} // namespace

bool verifyInclusion(InclusionClaim const& claim, std::span<Hash const> proof) {
    auto const leaf = hashOf(claim.leaf);
    if (!leaf || claim.index >= claim.size) return false;
    Hash hash = *leaf;
    std::uint64_t first = claim.index;
    std::uint64_t last = claim.size - 1;
    for (Hash const& step : proof) {
        if (last == 0) return false;
        if (isOdd(first) || first == last) {
            hash = nodeHash(step, hash);
            while (!isOdd(first) && first != 0) {
                first >>= 1;
                last >>= 1;
            }
        } else {
            hash = nodeHash(hash, step);
        }
        first >>= 1;
        last >>= 1;
    }
    return last == 0 && std::ranges::equal(hash, claim.root);
}

bool isSubtree(std::uint64_t begin, std::uint64_t end) {
    if (begin >= end) return false;
    std::uint64_t const count = end - begin;
    // bit_ceil has no value above 2^63; only 0 is a multiple of what it would be.
    if (count > std::uint64_t{1} << 63) return begin == 0;
    return begin % std::bit_ceil(count) == 0;
}

bool verifySubtree(SubtreeClaim const& claim, std::span<Hash const> proof) {
    if (claim.end > claim.size) return false;
    if (claim.begin == claim.end) return proof.empty() && std::ranges::equal(emptyRoot(), claim.subtreeRoot);
    if (!isSubtree(claim.begin, claim.end)) return false;
    // Nothing to compute when the subtree is the whole tree: the proof must be empty and the roots equal.
    if (claim.begin == 0 && claim.end == claim.size)
        return proof.empty() && std::ranges::equal(claim.subtreeRoot, claim.root);
    auto const subtreeRoot = hashOf(claim.subtreeRoot);
    if (!subtreeRoot) return false;

    std::uint64_t first = claim.begin;
    std::uint64_t middle = claim.end - 1;
    std::uint64_t last = claim.size - 1;
    auto const ascend = [&] {
        first >>= 1;
        middle >>= 1;
        last >>= 1;
    };
    bool const isRight = middle == last;
    while (first != middle && (isRight || isOdd(middle)))
        ascend();
    Hash inner = *subtreeRoot;
    if (first != middle) {
        if (proof.empty()) return false;
        inner = proof.front();
        proof = proof.subspan(1);
    }
    Hash outer = inner;
    for (Hash const& step : proof) {
        if (last == 0) return false;
        if (isOdd(middle) || middle == last) {
            if (first < middle) inner = nodeHash(step, inner);
            outer = nodeHash(step, outer);
            while (!isOdd(middle))
                ascend();
        } else {
            outer = nodeHash(outer, step);
        }
        ascend();
    }
    return last == 0 && inner == *subtreeRoot && std::ranges::equal(outer, claim.root);
}

bool verifyConsistency(ConsistencyClaim const& claim, std::span<Hash const> proof) {
    if (claim.oldSize == 0 && (claim.newSize != 0 || !std::ranges::equal(emptyRoot(), claim.newRoot)))
        return false;
    return verifySubtree({.begin = 0,
                          .end = claim.oldSize,
                          .size = claim.newSize,
                          .subtreeRoot = claim.oldRoot,
                          .root = claim.newRoot},
                         proof);
}

} // namespace ob::core
