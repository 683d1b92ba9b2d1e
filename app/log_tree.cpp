// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/log_tree.h"

#include "core/store/sqlite_journal.h"

namespace ob::app {

LogTree::LogTree(store::SqliteJournal& journal, Scope const& scope)
    : m_nodes([](std::uint64_t) { return std::optional<core::Hash>(); }) {
    std::set<std::uint64_t> blocks{scope.size >> blockLevel};
    if (scope.size > 0) blocks.insert((scope.size - 1) >> blockLevel);
    for (std::uint64_t const index : scope.indices) {
        blocks.insert(index >> blockLevel);
        if (index > 0) blocks.insert((index - 1) >> blockLevel);
    }
    bool isEnded = false;
    journal.visitLeaves(scope.log, [&](core::StubRun const& run) {
        std::uint64_t const end = run.begin + (std::uint64_t{1} << run.level);
        isEnded = isEnded || run.begin != m_nodes.size() || end > scope.size;
        if (isEnded) return;
        isEnded = !m_nodes.appendSubtree(run.level, run.hash);
        if (run.level < blockLevel && blocks.contains(run.begin >> blockLevel))
            m_low[{run.level, run.begin >> run.level}] = run.hash;
    });
}

std::optional<core::Hash> LogTree::node(core::TreeNode wanted) const {
    if (wanted.level >= blockLevel) return m_nodes.node(wanted);
    auto const known = m_low.find({wanted.level, wanted.index});
    if (known != m_low.end()) return known->second;
    if (wanted.level == 0) return std::nullopt;
    auto const left = node({.level = wanted.level - 1, .index = 2 * wanted.index});
    auto const right = left ? node({.level = wanted.level - 1, .index = 2 * wanted.index + 1}) : std::nullopt;
    if (!right) return std::nullopt;
    return m_low[{wanted.level, wanted.index}] = core::nodeHash(*left, *right);
}

std::optional<core::MerkleProof> LogTree::inclusion(std::uint64_t index) const {
    if (index >= size()) return std::nullopt;
    return core::proveInclusion(index, size(), [this](core::TreeNode wanted) { return node(wanted); });
}

std::optional<core::MerkleProof> LogTree::consistency(std::uint64_t oldSize) const {
    if (oldSize == 0 || oldSize > size()) return std::nullopt;
    return core::proveConsistency(oldSize, size(), [this](core::TreeNode wanted) { return node(wanted); });
}

} // namespace ob::app
