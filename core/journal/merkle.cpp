// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/journal/merkle.h"

#include "core/crypto/sha256.h"
#include "core/ensure.h"

#include <bit>

namespace ob::core {
namespace {

/// The largest power of two below n; n >= 2.
std::uint64_t splitOf(std::uint64_t n) { return std::bit_floor(n - 1); }

/// Collects hashes until one is missing.
class ProofMaker {
  public:
    explicit ProofMaker(NodeSource const& nodes) : m_nodes(nodes) {}

    void addSpan(std::uint64_t begin, std::uint64_t end) {
        auto const hash = spanRoot(begin, end, m_nodes);
        if (hash)
            m_proof.push_back(*hash);
        else
            m_isComplete = false;
    }
    void addPath(std::uint64_t index, std::uint64_t begin, std::uint64_t end) {
        if (end - begin == 1) return;
        std::uint64_t const middle = begin + splitOf(end - begin);
        if (index < middle) {
            addPath(index, begin, middle);
            addSpan(middle, end);
        } else {
            addPath(index, middle, end);
            addSpan(begin, middle);
        }
    }
    /// SUBPROOF(oldEnd - begin, D[begin:end], isKnown).
    void addConsistency(std::uint64_t oldEnd, std::uint64_t begin, std::uint64_t end, bool isKnown) {
        if (oldEnd == end) {
            if (!isKnown) addSpan(begin, end);
            return;
        }
        std::uint64_t const middle = begin + splitOf(end - begin);
        if (oldEnd <= middle) {
            addConsistency(oldEnd, begin, middle, isKnown);
            addSpan(middle, end);
        } else {
            addConsistency(oldEnd, middle, end, false);
            addSpan(begin, middle);
        }
    }
    std::optional<MerkleProof> take() {
        if (!m_isComplete) return std::nullopt;
        return std::move(m_proof);
    }

  private:
    NodeSource const& m_nodes;
    MerkleProof m_proof;
    bool m_isComplete = true;
};

} // namespace

Hash leafHash(ByteView bytes) { return sha256(0x00, bytes); }
Hash nodeHash(Hash const& left, Hash const& right) { return sha256(0x01, left, right); }
Hash emptyRoot() { return sha256(ByteView()); }

Hash rootOf(std::span<Hash const> leaves) {
    CompactRange range;
    for (Hash const& leaf : leaves)
        range.append(leaf);
    return range.root();
}

std::optional<CompactRange> CompactRange::restore(std::uint64_t size, std::span<Hash const> frontier) {
    if (size > maxTreeSize || static_cast<std::size_t>(std::popcount(size)) != frontier.size())
        return std::nullopt;
    CompactRange range;
    range.m_size = size;
    range.m_frontier.assign(frontier.begin(), frontier.end());
    return range;
}

void CompactRange::append(Hash const& leaf) { OB_ENSURE(appendSubtree(0, leaf)); }

bool CompactRange::appendSubtree(unsigned level, Hash const& hash) {
    if (level > 62) return false;
    std::uint64_t const count = std::uint64_t{1} << level;
    if (m_size % count != 0 || count > maxTreeSize - m_size) return false;
    Hash merged = hash;
    for (std::uint64_t bit = count; (m_size & bit) != 0; bit <<= 1) {
        merged = nodeHash(m_frontier.back(), merged);
        m_frontier.pop_back();
    }
    m_frontier.push_back(merged);
    m_size += count;
    return true;
}

Hash CompactRange::root() const {
    if (m_frontier.empty()) return emptyRoot();
    Hash hash = m_frontier.back();
    for (std::size_t at = m_frontier.size() - 1; at > 0; --at)
        hash = nodeHash(m_frontier[at - 1], hash);
    return hash;
}

NodeSource nodesOf(std::span<Hash const> leaves) {
    return [leaves](TreeNode node) -> std::optional<Hash> {
        if (node.level > 62 || node.index >= leaves.size() >> node.level) return std::nullopt;
        return rootOf(leaves.subspan(node.index << node.level, std::size_t{1} << node.level));
    };
}

std::optional<Hash> spanRoot(std::uint64_t begin, std::uint64_t end, NodeSource const& nodes) {
    if (begin == end) return emptyRoot();
    OB_ENSURE(isSubtree(begin, end));
    CompactRange range;
    for (std::uint64_t at = begin; at < end;) {
        auto const level = static_cast<unsigned>(std::bit_width(end - at) - 1);
        auto const hash = nodes({.level = level, .index = at >> level});
        if (!hash) return std::nullopt;
        OB_ENSURE(range.appendSubtree(level, *hash));
        at += std::uint64_t{1} << level;
    }
    return range.root();
}

std::optional<MerkleProof> proveInclusion(std::uint64_t index, std::uint64_t size, NodeSource const& nodes) {
    OB_ENSURE(index < size && size <= maxTreeSize);
    ProofMaker maker(nodes);
    maker.addPath(index, 0, size);
    return maker.take();
}

std::optional<MerkleProof> proveConsistency(std::uint64_t oldSize, std::uint64_t newSize,
                                            NodeSource const& nodes) {
    OB_ENSURE(oldSize > 0 && oldSize <= newSize && newSize <= maxTreeSize);
    ProofMaker maker(nodes);
    maker.addConsistency(oldSize, 0, newSize, true);
    return maker.take();
}

} // namespace ob::core
