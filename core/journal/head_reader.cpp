// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/journal/head_reader.h"

#include "core/journal/parallel_for.h"

namespace ob::core {

std::optional<FindingReason> checkHead(EncodedHead const& head, LogId log, PublicKey const& deskKey) {
    auto const read = parseHead(head.note);
    if (!read) return FindingReason::Malformed;
    if (read->head != Head{.log = head.log, .size = head.size, .root = head.root, .at = head.hlc})
        return FindingReason::HeadDiffers;
    if (head.log != log) return FindingReason::WrongLog;
    if (!verifyHead(*read, deskKey)) return FindingReason::NotSigned;
    return std::nullopt;
}

CheckedHead const* HeadReader::peek() {
    constexpr std::size_t ahead = 256;
    if (m_ready.empty()) {
        while (m_ready.size() < ahead) {
            auto head = m_next();
            if (!head) break;
            m_ready.push_back({.head = *std::move(head), .fault = {}});
        }
        parallelFor(m_ready.size(), m_threads, [this](std::size_t begin, std::size_t end) {
            for (std::size_t at = begin; at < end; ++at)
                m_ready[at].fault = checkHead(m_ready[at].head, m_log, m_deskKey);
        });
    }
    return m_ready.empty() ? nullptr : &m_ready.front();
}

} // namespace ob::core
