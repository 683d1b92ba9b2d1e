// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/journal/stored_nodes.h"

#include "core/ensure.h"

#include <algorithm>

namespace ob::core {

void StoredNodes::append(Hash const& leaf) { OB_ENSURE(appendSubtree(0, leaf)); }

bool StoredNodes::appendSubtree(unsigned level, Hash const& hash) {
    if (level > 32 || !m_range.appendSubtree(level, hash)) return false;
    if (level >= lowestLevel) {
        for (unsigned below = lowestLevel; below < level; ++below) {
            if (m_levels.size() <= below - lowestLevel) m_levels.emplace_back();
            m_levels[below - lowestLevel].count += std::uint64_t{1} << (level - below);
        }
        add(level, hash);
        return true;
    }
    OB_ENSURE(m_low.appendSubtree(level, hash));
    if (m_low.size() < std::uint64_t{1} << lowestLevel) return true;
    add(lowestLevel, m_low.root());
    m_low = CompactRange();
    return true;
}

void StoredNodes::add(unsigned level, Hash const& hash) {
    Hash merged = hash;
    for (std::size_t at = level - lowestLevel;; ++at) {
        if (m_levels.size() <= at) m_levels.emplace_back();
        Level& nodes = m_levels[at];
        nodes.known.emplace_back(nodes.count++, merged);
        if (nodes.count % 2 != 0) return;
        // Its left brother is known: a gap comes from a run on a higher level, which covers both or neither.
        merged = nodeHash(nodes.known[nodes.known.size() - 2].second, merged);
    }
}

std::optional<Hash> StoredNodes::node(TreeNode node) const {
    if (node.level > 62 || node.index >= size() >> node.level) return std::nullopt;
    if (node.level >= lowestLevel) {
        auto const& known = m_levels[node.level - lowestLevel].known;
        auto const found =
            std::ranges::lower_bound(known, node.index, {}, [](auto const& entry) { return entry.first; });
        if (found == known.end() || found->first != node.index) return std::nullopt;
        return found->second;
    }
    CompactRange range;
    for (std::uint64_t at = node.index << node.level; at < (node.index + 1) << node.level; ++at) {
        auto const leaf = m_leaves(at);
        if (!leaf) return std::nullopt;
        range.append(*leaf);
    }
    return range.root();
}

} // namespace ob::core
