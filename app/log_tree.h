// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/journal/stored_nodes.h"

#include <cstdint>
#include <functional>
#include <map>
#include <set>

namespace ob::store {
class SqliteJournal;
}

namespace ob::app {

/// The Merkle tree of one log up to a size, read once: the upper nodes of all of it, the lower ones around
/// some places. For proofs about those places.
class LogTree {
  public:
    struct Scope {
        core::LogId log;
        std::uint64_t size = 0;          ///< of the tree
        std::set<std::uint64_t> indices; ///< proofs are wanted for these leaves, and from these sizes on
    };
    LogTree(store::SqliteJournal& journal, Scope const& scope);

    /// Leaves held, at most the size asked for: less when the log is shorter or a run of hashes crosses it.
    std::uint64_t size() const { return m_nodes.size(); }
    std::optional<core::MerkleProof> inclusion(std::uint64_t index) const;
    std::optional<core::MerkleProof> consistency(std::uint64_t oldSize) const;

  private:
    static constexpr unsigned blockLevel = core::StoredNodes::lowestLevel;
    std::optional<core::Hash> node(core::TreeNode wanted) const;

    core::StoredNodes m_nodes;
    /// Below blockLevel: leaves, runs, and what was computed from them.
    mutable std::map<std::pair<unsigned, std::uint64_t>, core::Hash> m_low;
};

} // namespace ob::app
