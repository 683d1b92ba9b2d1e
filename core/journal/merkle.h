// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/id.h"

#include <functional>
#include <optional>
#include <span>
#include <vector>

namespace ob::core {

// The Merkle tree of RFC 9162 section 2.1 (as in RFC 6962) over the events of one log.

/// SHA-256(0x00 || bytes).
Hash leafHash(ByteView bytes);
/// SHA-256(0x01 || left || right).
Hash nodeHash(Hash const& left, Hash const& right);
/// Root of the tree without leaves: SHA-256 of nothing.
Hash emptyRoot();
/// Root over leaf hashes; of an aligned run of 2^k leaves, the hash of its subtree.
Hash rootOf(std::span<Hash const> leaves);

/// Leaves of one log, at most: sums of sizes cannot overflow.
inline constexpr std::uint64_t maxTreeSize = std::uint64_t{1} << 62;

/// The roots of the complete subtrees that a tree of `size` leaves falls into, largest first: all that is
/// needed to append and to know the root. At most 62 hashes, whatever the size.
class CompactRange {
  public:
    CompactRange() = default;
    /// Nothing when the number of hashes does not fit the size.
    static std::optional<CompactRange> restore(std::uint64_t size, std::span<Hash const> frontier);

    void append(Hash const& leaf);
    /// Appends 2^level leaves by their subtree hash; false, and nothing happens, when the size is not a
    /// multiple of 2^level or would pass maxTreeSize.
    [[nodiscard]] bool appendSubtree(unsigned level, Hash const& hash);

    std::uint64_t size() const { return m_size; }
    std::span<Hash const> frontier() const { return m_frontier; }
    Hash root() const;

    friend bool operator==(CompactRange const&, CompactRange const&) = default;

  private:
    std::uint64_t m_size = 0;
    std::vector<Hash> m_frontier;
};

/// The complete subtree over leaves [index << level, (index + 1) << level).
struct TreeNode {
    unsigned level = 0;
    std::uint64_t index = 0;
    friend bool operator==(TreeNode const&, TreeNode const&) = default;
};
/// Hash of a complete subtree; nothing when it is not known here. Asked for at most 2 * 62 nodes a proof, so
/// it may compute a low one from its leaves (see StoredNodes).
using NodeSource = std::function<std::optional<Hash>(TreeNode)>;
using MerkleProof = std::vector<Hash>;

/// A source over leaf hashes in memory, which must outlive it; the upper nodes cost O(leaves) each.
NodeSource nodesOf(std::span<Hash const> leaves);

/// Root over leaves [begin, end) as a tree of their own; begin must be a multiple of the next power of two
/// >= end - begin, as in every subtree of the RFC. Nothing when the source lacks a node.
std::optional<Hash> spanRoot(std::uint64_t begin, std::uint64_t end, NodeSource const& nodes);
/// PATH(index, D[size]); index < size. Nothing when the source lacks a node.
std::optional<MerkleProof> proveInclusion(std::uint64_t index, std::uint64_t size, NodeSource const& nodes);
/// PROOF(oldSize, D[newSize]); 0 < oldSize <= newSize.
std::optional<MerkleProof> proveConsistency(std::uint64_t oldSize, std::uint64_t newSize,
                                            NodeSource const& nodes);

// The verifiers take views, for what is compared comes from outside; hashes that are not 32 bytes long never
// take part in a computation. They decide every case of transparency-dev/merkle's test data as it does.

struct InclusionClaim {
    std::uint64_t index = 0;
    std::uint64_t size = 0;
    ByteView leaf; ///< leaf hash
    ByteView root;
};
[[nodiscard]] bool verifyInclusion(InclusionClaim const& claim, std::span<Hash const> proof);

/// An old size of zero proves nothing and is refused, unless the new size is zero too.
struct ConsistencyClaim {
    std::uint64_t oldSize = 0;
    std::uint64_t newSize = 0;
    ByteView oldRoot;
    ByteView newRoot;
};
[[nodiscard]] bool verifyConsistency(ConsistencyClaim const& claim, std::span<Hash const> proof);

/// That a tree over [begin, end) is a subtree of the tree of `size` leaves:
/// draft-ietf-plants-merkle-tree-certs section 4.4. An empty subtree has the empty root and needs no proof.
struct SubtreeClaim {
    std::uint64_t begin = 0;
    std::uint64_t end = 0;
    std::uint64_t size = 0;
    ByteView subtreeRoot;
    ByteView root;
};
[[nodiscard]] bool verifySubtree(SubtreeClaim const& claim, std::span<Hash const> proof);

/// begin < end, and begin is a multiple of the smallest power of two >= end - begin.
bool isSubtree(std::uint64_t begin, std::uint64_t end);

} // namespace ob::core
