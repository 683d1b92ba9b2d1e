// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/ports.h"

#include <filesystem>

namespace ob::store {

/// Attachments as files DATA/blobs/ab/cdef…, named by their SHA-256. A file appears under its name only when
/// it is complete and on the disk.
class FileBlobs final : public core::BlobPort {
  public:
    /// As in the protocol.
    static constexpr std::size_t maxBytes = 64u << 20;

    explicit FileBlobs(std::filesystem::path folder);

    bool has(core::Hash const& hash) override;
    /// Nothing when there is none, or when the file no longer has this hash: it can be fetched again then.
    std::optional<core::Bytes> read(core::Hash const& hash) override;
    /// The bytes must have this hash. Throws core::StoreError.
    void write(core::Hash const& hash, core::ByteView bytes) override;

  private:
    std::filesystem::path pathOf(core::Hash const& hash) const;

    std::filesystem::path m_folder;
};

} // namespace ob::store
