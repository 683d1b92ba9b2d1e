// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "net/aside_proof.h"

namespace ob::net {

AsideProof::AsideProof(core::JournalPort& journal, core::LogId log) : m_journal(journal) {
    auto& leaves = m_levels.emplace_back();
    journal.visitLeaves(log, [&](core::StubRun const& run) {
        if (run.level == 0 && run.begin == leaves.size()) leaves.push_back(run.hash);
    });
    while (m_levels.back().size() > 1) {
        auto const& below = m_levels.back();
        std::vector<core::Hash> level;
        for (std::size_t at = 0; at + 1 < below.size(); at += 2)
            level.push_back(core::nodeHash(below[at], below[at + 1]));
        m_levels.push_back(std::move(level));
    }
}

std::optional<core::AsideEvent> AsideProof::of(core::EncodedEvent event) const {
    auto const head = m_journal.headFrom(event.log, event.sequence + 1);
    if (!head) return std::nullopt;
    auto path = core::proveInclusion(
        event.sequence, head->size, [this](core::TreeNode node) -> std::optional<core::Hash> {
            if (node.level >= m_levels.size() || node.index >= m_levels[node.level].size())
                return std::nullopt;
            return m_levels[node.level][node.index];
        });
    if (!path) return std::nullopt;
    return core::AsideEvent{.event = std::move(event), .head = head->note, .path = *std::move(path)};
}

} // namespace ob::net
