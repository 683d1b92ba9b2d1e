// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/memory_blobs.h"

#include "core/crypto/sha256.h"

#include <algorithm>

namespace ob::core {

std::optional<std::uint64_t> MemoryBlobs::size(Hash const& hash) {
    auto const found = m_whole.find(hash);
    return found == m_whole.end() ? std::nullopt : std::optional<std::uint64_t>(found->second.size());
}

std::uint64_t MemoryBlobs::begun(Hash const& hash) {
    auto const found = m_parts.find(hash);
    return found == m_parts.end() ? 0 : found->second.size();
}

std::optional<Bytes> MemoryBlobs::read(Hash const& hash, std::uint64_t from, std::size_t most) {
    auto const found = m_whole.find(hash);
    if (found == m_whole.end() || from > found->second.size()) return std::nullopt;
    auto const begin = found->second.begin() + static_cast<std::ptrdiff_t>(from);
    auto const count = std::min<std::uint64_t>(most, found->second.size() - from);
    return Bytes(begin, begin + static_cast<std::ptrdiff_t>(count));
}

void MemoryBlobs::append(Hash const& hash, std::uint64_t from, Bytes bytes, bool isLast,
                         std::function<void(Outcome)> done) {
    ++m_appends;
    if (m_isFull) return done(Outcome::NoRoom);
    Bytes& part = m_parts[hash];
    if (part.size() != from) return done(Outcome::Failed);
    part.insert(part.end(), bytes.begin(), bytes.end());
    if (!isLast) return done(Outcome::Stored);
    Bytes const all = std::move(part);
    m_parts.erase(hash);
    if (sha256(all) != hash) return done(Outcome::Wrong);
    m_whole[hash] = all;
    done(Outcome::Whole);
}

Attachment MemoryBlobs::keep(Bytes const& bytes, std::string name) {
    Attachment const made{
        .hash = sha256(bytes), .bytes = bytes.size(), .name = std::move(name), .mediaType = {}};
    m_whole[made.hash] = bytes;
    return made;
}

} // namespace ob::core
