// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/journal/merkle.h"

namespace ob::core {

/// The complete subtrees of a growing log from 256 leaves upwards, in memory: 0.8 % of the leaf hashes. Lower
/// ones are computed from leaves that the owner supplies, at most 128 for each. One thread.
class StoredNodes {
  public:
    /// The leaf hash at an index; nothing when only a run around it is known.
    using LeafSource = std::function<std::optional<Hash>(std::uint64_t index)>;
    static constexpr unsigned lowestLevel = 8;

    explicit StoredNodes(LeafSource leaves) : m_leaves(std::move(leaves)) {}

    void append(Hash const& leaf);
    /// A run of 2^level leaves known only by its hash; false as CompactRange::appendSubtree, or when the
    /// level is above 32. Nodes inside the run stay unknown.
    [[nodiscard]] bool appendSubtree(unsigned level, Hash const& hash);

    std::uint64_t size() const { return m_range.size(); }
    CompactRange const& range() const { return m_range; }
    std::optional<Hash> node(TreeNode node) const;
    /// Borrows this object.
    NodeSource source() const {
        return [this](TreeNode wanted) { return node(wanted); };
    }

  private:
    struct Level {
        std::uint64_t count = 0;
        std::vector<std::pair<std::uint64_t, Hash>> known; // by index, ascending; runs leave gaps
    };
    void add(unsigned level, Hash const& hash);

    LeafSource m_leaves;
    CompactRange m_range;
    CompactRange m_low; // of the last, incomplete 256 leaves
    std::vector<Level> m_levels;
};

} // namespace ob::core
