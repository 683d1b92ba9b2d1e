// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/attachment.h"
#include "core/ports.h"

#include <map>

namespace ob::core {

/// Attachments in memory; what was appended is there at once.
class MemoryBlobs final : public BlobPort {
  public:
    std::optional<std::uint64_t> size(Hash const& hash) override;
    std::uint64_t begun(Hash const& hash) override;
    std::optional<Bytes> read(Hash const& hash, std::uint64_t from, std::size_t most) override;
    void append(Hash const& hash, std::uint64_t from, Bytes bytes, bool isLast,
                std::function<void(Outcome)> done) override;

    /// What a note names it by.
    Attachment keep(Bytes const& bytes, std::string name);
    bool has(Hash const& hash) const { return m_whole.contains(hash); }
    std::map<Hash, Bytes> const& whole() const { return m_whole; }
    void damage(Hash const& hash) { m_whole.at(hash).front() ^= 1; }
    void fill(bool isFull) { m_isFull = isFull; }
    std::size_t appends() const { return m_appends; }

  private:
    std::map<Hash, Bytes> m_whole;
    std::map<Hash, Bytes> m_parts;
    std::size_t m_appends = 0;
    bool m_isFull = false;
};

} // namespace ob::core
